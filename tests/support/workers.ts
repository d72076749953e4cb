import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const root = resolve(import.meta.dirname, "../..");
const module = (...path: string[]) => pathToFileURL(join(root, ...path)).href;

/** Starts a process of `tests/support/worker.ts` with the settings of the test; resolves when it does jobs. */
export async function startWorker(settings: Record<string, string> = {}): Promise<ChildProcess> {
  const worker = spawn(
    process.execPath,
    [
      "--import",
      module("scripts/register.mjs"),
      "--import",
      module("scripts/lib/end-with-parent.mjs"),
      join(root, "tests/support/worker.ts"),
    ],
    {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      env: { ...process.env, ...settings, MAWID_PARENT: String(process.pid) },
    },
  );
  await Promise.race([
    once(worker, "message"),
    once(worker, "exit").then(() => {
      throw new Error("the worker did not start");
    }),
  ]);
  return worker;
}

/** Ends a worker by a signal and gives the code or the signal it ended with. */
export async function endWorker(worker: ChildProcess, signal: NodeJS.Signals): Promise<number | string> {
  if (worker.exitCode === null && worker.signalCode === null) {
    const ended = once(worker, "exit");
    worker.kill(signal);
    await ended;
  }
  return worker.exitCode ?? worker.signalCode ?? "";
}
