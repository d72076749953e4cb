import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";

const sliceMs = 50;
const busyFrom = 0.9;

/**
 * Waits until this process has time: until its event loop was busy for less than nine tenths of 50 ms. In a rush whoever
 * books goes before a mail that can leave a second later.
 *
 * @param patienceMs after that long it goes on all the same, so a rush without end delays and does not stop
 */
export async function whenIdle(patienceMs: number): Promise<void> {
  for (let waited = 0; waited < patienceMs; waited += sliceMs) {
    const before = performance.eventLoopUtilization();
    await pause(sliceMs);
    if (performance.eventLoopUtilization(before).utilization < busyFrom) return;
  }
}
