import "server-only";
import { log } from "@/lib/platform/log";
import { deliverDue } from "./commands";

const pauseMs = 2_000;

let running: Promise<void> | undefined;
let again = false;

/** Sends what is due now; while it runs, further calls only make it look once more. Never throws. */
export function deliverSoon(): Promise<void> {
  again = true;
  running ??= (async () => {
    while (again) {
      again = false;
      await deliverDue().catch((error: unknown) => log.error({ error: String(error) }, "mail queue"));
    }
    running = undefined;
  })();
  return running;
}

/** Looks into the queue again and again, for what another process left or what has to be repeated. */
export function startDelivery(): void {
  setInterval(() => void deliverSoon(), pauseMs).unref();
}
