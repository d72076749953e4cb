import "server-only";
import { keyedHash } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { holdAppointment, requestKey } from "../commands";
import { readProof } from "../proof/queries";
import { mailText, personText } from "../rules";
import type { HoldRequest } from "../types";
import { challengeNeeded, readChallenge } from "./queries";
import { challengeUses } from "./rules";
import type { GuardedHold, Pass, ReadPass } from "./types";

/**
 * `holdAppointment` for whoever brings a pass: a solved challenge, or the token of a mail that proved the address. A pass
 * is good for one hold. It is used up before the hold is tried, and given back when none came of it, so that nobody has
 * to wait again after a lost race; then the same person may use it for another time.
 */
export async function holdWithPass(
  request: HoldRequest,
  pass: Pass,
  idempotencyKey?: string,
): Promise<GuardedHold> {
  if (!pass.proof && !challengeNeeded()) return holdAppointment(request, idempotencyKey);
  const read = await readPass(request, pass);
  if (!read) return { ok: false, reason: "challenge_failed" };
  const key = idempotencyKey ? requestKey(request.office, idempotencyKey) : null;
  if (!(await spendPass(read, key))) return { ok: false, reason: "challenge_failed" };
  const result = await holdAppointment(request, idempotencyKey);
  // A key that names another request says that this one comes late: its first use may have made a hold.
  if (!result.ok && result.reason !== "idempotency_mismatch") await giveBack(read, key);
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

/**
 * Uses a pass up; false when that is not possible (any more). The database decides in one statement.
 *
 * @param request hash of the request's idempotency key: the same request may come again
 */
export async function spendPass(pass: ReadPass, request: string | null): Promise<boolean> {
  const [row] = await db().$queryRaw<{ spent: boolean }[]>`
    SELECT spend_challenge(${pass.key}, ${pass.holder}, ${request}, ${pass.expiresAt}::timestamptz, ${pass.uses}::int) AS spent`;
  return row?.spent ?? false;
}

/** Makes a pass good again that this request had used up, and of which no hold came, not even by its twin. */
export async function giveBack(pass: ReadPass, request: string | null): Promise<void> {
  await db().$executeRaw`
    UPDATE spent_challenge SET spent = false
    WHERE key = ${pass.key} AND request IS NOT DISTINCT FROM ${request}
      AND NOT EXISTS (SELECT FROM appointment a WHERE a.idempotency_key = ${request})`;
}

/** Deletes what has expired and can do nothing any more. */
export async function forgetPasses(): Promise<void> {
  await db().$executeRaw`DELETE FROM spent_challenge WHERE expires_at <= portal_now()`;
  // A link is good for an hour, which is also as long as mails to an address are counted.
  await db().$executeRaw`DELETE FROM mail_proof WHERE expires_at <= portal_now()`;
}
