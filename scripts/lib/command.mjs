// The frame of a command that goes on until somebody stops it: one way out, whatever the reason.
import { stopRunning } from "./children.mjs";
import { report, say } from "./say.mjs";

/**
 * @param {(frame: { onStop: (stop: () => Promise<void>) => void, fail: (reason: string) => void }) => Promise<void>} start
 */
export async function runUntilStopped(start) {
  /** @type {(() => Promise<void>)[]} */
  const stops = [];
  let ending = false;

  /** @param {number} code */
  const finish = async (code) => {
    if (ending) return;
    ending = true;
    await stopRunning();
    // The last started is the first to end.
    for (const stop of stops.reverse()) await stop().catch(report);
    process.exit(code);
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(name, () => {
      // A terminal and npm both pass the signal on: the second one is not another wish.
      if (!ending) say("\nStopping …");
      finish(0);
    });
  }
  // The command that started us is gone.
  process.on("disconnect", () => finish(1));
  process.channel?.unref();

  try {
    await start({
      onStop: (stop) => {
        stops.push(stop);
      },
      fail: (reason) => {
        if (ending) return;
        report(reason);
        finish(1);
      },
    });
  } catch (error) {
    if (ending) return;
    report(error);
    await finish(1);
  }
}
