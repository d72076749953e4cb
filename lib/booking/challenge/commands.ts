import "server-only";
import { keyedHash } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { holdAppointment, requestKey } from "../commands";
import { knownLoss, rememberLoss } from "../losses/queries";
import { readProof } from "../proof/queries";
import { mailText, personText } from "../rules";
import type { Held, HoldFailure, HoldRequest } from "../types";
import { challengeNeeded, readChallenge } from "./queries";
import { challengeUses } from "./rules";
import type { Pass, ReadPass } from "./types";

/**
 * `holdAppointment` for whoever brings a pass: a solved challenge, or the token of a mail that proved the address. A pass
 * is good for one hold. When none came of it the same person may use it for another time, so that nobody has to wait
 * again after a lost race. Who asks for what was lost a moment ago is told so without the database, and the pass stays as
 * it was.
 */
export async function holdWithPass(
  request: HoldRequest,
  pass: Pass,
  idempotencyKey?: string,
): Promise<({ ok: true } & Held) | HoldFailure> {
  const needed = Boolean(pass.proof) || challengeNeeded();
  const read = needed ? await readPass(request, pass) : null;
  if (needed && !read) return { ok: false, reason: "challenge_failed" };
  const lost = await knownLoss(request, idempotencyKey ? requestKey(request.office, idempotencyKey) : null);
  if (lost) return lost;
  const result = await holdAppointment(request, idempotencyKey, read ?? undefined);
  if (!result.ok && result.reason === "slot_taken") rememberLoss(request, result);
  return result;
}

async function readPass(request: HoldRequest, pass: Pass): Promise<ReadPass | null> {
  if (pass.proof) {
    const proof = await readProof(pass.proof);
    const own = proof && mailText(proof.email) === mailText(request.email);
    return own ? proof.pass : null;
  }
  const challenge = pass.challenge ? await readChallenge(pass.challenge) : null;
  if (!challenge) return null;
  const holder = keyedHash("challenge", `${mailText(request.email)}\n${personText(request.person)}`);
  return { key: `challenge:${challenge.nonce}`, holder, expiresAt: challenge.expiresAt, uses: challengeUses };
}

/** Deletes what has expired and can do nothing any more. */
export async function forgetPasses(): Promise<void> {
  await db().$executeRaw`DELETE FROM spent_challenge WHERE expires_at <= portal_now()`;
  // A link is good for an hour, which is also as long as mails to an address are counted.
  await db().$executeRaw`DELETE FROM mail_proof WHERE expires_at <= portal_now()`;
}
