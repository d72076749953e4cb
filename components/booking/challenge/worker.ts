import { type Challenge, type Solution, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";

/** Every `step`-th counter from `first` on is one worker's part. */
export type Task = { challenge: Challenge; first: number; step: number };
/** Attempts since the last report, or the solution. */
export type Report = { attempts: number } | { solution: Solution };

const reportEvery = 200;
const report = (said: Report) => self.postMessage(said);

self.onmessage = async ({ data }: MessageEvent<Task>) => {
  let attempts = 0;
  const solution = await solveChallenge({
    challenge: data.challenge,
    counterStart: data.first,
    counterStep: data.step,
    timeout: 0,
    deriveKey: (...input) => {
      attempts += 1;
      if (attempts % reportEvery === 0) report({ attempts: reportEvery });
      return deriveKey(...input);
    },
  });
  if (solution) report({ solution });
};
