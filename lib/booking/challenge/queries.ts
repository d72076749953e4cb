import "server-only";
import { randomInt } from "node:crypto";
import { createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { keyedHash } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { now } from "@/lib/time/clock";
import { challengeMinutes, iterations, readSolved } from "./rules";
import type { Challenge } from "./types";

const secrets = () => ({
  hmacSignatureSecret: keyedHash("challenge", "parameters"),
  hmacKeySignatureSecret: keyedHash("challenge", "key"),
});

/** Whether a booking has to bring a solved challenge. */
export const challengeNeeded = (): boolean => env().CHALLENGE_COST > 0;

/**
 * A new challenge for booking. Its counter is drawn, so that everybody has CHALLENGE_COST attempts at most and half of
 * that on average; to set it costs one attempt, and to check its solution no attempt at all.
 */
export async function newChallenge(): Promise<Challenge> {
  const attempts = env().CHALLENGE_COST;
  const challenge = await createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: iterations,
    counter: randomInt(attempts + 1),
    deriveKey,
    data: {
      attempts,
      expiresAt: Math.floor((await now()).add({ minutes: challengeMinutes }).epochMilliseconds / 1000),
      purpose: "booking",
    },
    ...secrets(),
  });
  return challenge as Challenge;
}

/**
 * Whether a payload is a challenge of ours, for booking, with the right solution; gives its nonce and when it expires.
 * Whether it has expired or was used the database decides.
 */
export async function readChallenge(payload: string): Promise<{ nonce: string; expiresAt: Date } | null> {
  const solved = readSolved(payload);
  if (!solved) return null;
  const { verified } = await verifySolution({ ...solved, deriveKey, ...secrets() });
  const { nonce, data } = solved.challenge.parameters;
  return verified ? { nonce, expiresAt: new Date(data.expiresAt * 1000) } : null;
}
