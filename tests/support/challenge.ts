import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import type { Challenge } from "@/lib/booking/challenge/types";

/** Does the work that a browser would do, and gives what stands in the `challenge` of a request. */
export async function solve(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error("the challenge was not solved");
  return encode({ challenge, solution: { counter: solution.counter, derivedKey: solution.derivedKey } });
}

export const encode = (solved: unknown) => Buffer.from(JSON.stringify(solved)).toString("base64");
