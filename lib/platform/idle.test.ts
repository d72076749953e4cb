import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { whenIdle } from "./idle";

/** Keeps the event loop busy, turn after turn, as many requests do, until `done` says so. */
async function busyUntil(done: () => boolean): Promise<void> {
  while (!done()) {
    let sum = 0;
    for (let step = 0; step < 2e6; step += 1) sum += step;
    expect(sum).toBeGreaterThan(0);
    await turn();
  }
}

describe("work that can wait", () => {
  it("goes on while there is time", async () => {
    let went = false;
    await whenIdle(60_000).then(() => {
      went = true;
    });
    expect(went).toBe(true);
  });

  it("waits while the process is busy, and goes on when it is not any more", async () => {
    let went = false;
    const waiting = whenIdle(600_000).then(() => {
      went = true;
    });
    let turns = 0;
    await busyUntil(() => {
      turns += 1;
      return turns > 200 || went;
    });
    expect(went).toBe(false);
    await waiting;
    expect(went).toBe(true);
  }, 60_000);

  it("does not wait for ever", async () => {
    let went = false;
    void whenIdle(200).then(() => {
      went = true;
    });
    await busyUntil(() => went);
    expect(went).toBe(true);
  }, 60_000);
});
