import type { Challenge } from "@/lib/booking/challenge/types";
import type { Report, Task } from "./worker";

/** One core stays free for whoever is typing meanwhile. */
const workersAtMost = 4;

/** Why there is no solution: this browser cannot do it, or the portal gave no challenge now. */
export class NoSolution extends Error {
  /** Minutes to wait, when too many have asked from this network. */
  readonly minutes: number | undefined;

  constructor(minutes?: number) {
    super("no solution");
    this.minutes = minutes;
  }
}

async function fetchChallenge(signal: AbortSignal): Promise<Challenge> {
  const response = await fetch("/api/v1/challenge", { signal });
  if (response.ok) return response.json();
  const wait = Number(response.headers.get("Retry-After"));
  throw new NoSolution(response.status === 429 ? Math.max(1, Math.ceil(wait / 60)) : undefined);
}

/**
 * Gets a challenge and solves it beside the page, on some of the device's cores. Gives what stands in the `challenge` of
 * a request.
 *
 * @param onProgress share of the work that is done at most, 0 to 1; the solution may come at any time
 */
export async function solve(onProgress: (share: number) => void, signal: AbortSignal): Promise<string> {
  const challenge = await fetchChallenge(signal);
  // Without https a browser has no such arithmetic, and an old one no workers.
  if (!globalThis.Worker || !globalThis.crypto?.subtle) throw new NoSolution();
  const count = Math.min(workersAtMost, Math.max(1, (navigator.hardwareConcurrency || 2) - 1));
  const workers = Array.from({ length: count }, () => new Worker(new URL("./worker.ts", import.meta.url)));
  const stop = () => {
    for (const worker of workers) worker.terminate();
  };
  signal.addEventListener("abort", stop);
  try {
    return await new Promise<string>((resolve, reject) => {
      let attempts = 0;
      for (const [first, worker] of workers.entries()) {
        worker.onerror = () => reject(new NoSolution());
        worker.onmessage = ({ data }: MessageEvent<Report>) => {
          if ("solution" in data) {
            const { counter, derivedKey } = data.solution;
            resolve(btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } })));
          } else {
            attempts += data.attempts;
            onProgress(Math.min(1, attempts / Math.max(1, challenge.parameters.data.attempts)));
          }
        };
        worker.postMessage({ challenge, first, step: count } satisfies Task);
      }
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  } finally {
    stop();
    signal.removeEventListener("abort", stop);
  }
}
