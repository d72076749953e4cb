import "server-only";
import { readToken, signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import type { ReadPass } from "../challenge/types";
import { proofUses } from "./rules";
import type { ProofView } from "./types";

const tokenPurpose = "mail_proof";

/** The mail that proves an address, as its composer needs it; null when its link has run out. */
export async function proofForMail(id: string) {
  const row = await db().mailProof.findUnique({ where: { id } });
  return row && { ...row, token: signToken(tokenPurpose, id) };
}

/** The mail address that a token proves, and the pass that it is; null for one that is not ours or was tidied away. */
export async function readProof(token: string): Promise<{ email: string; pass: ReadPass } | null> {
  const id = readToken(tokenPurpose, token);
  const row = id && (await db().mailProof.findUnique({ where: { id } }));
  if (!row) return null;
  return {
    email: row.email,
    pass: { key: `mail:${row.id}`, holder: row.mailKey, expiresAt: row.expiresAt, uses: proofUses },
  };
}

/** What the booking page shows of the link that its address names; nothing when it names none. */
export async function proofView(token: string | undefined): Promise<ProofView | undefined> {
  if (token === undefined) return undefined;
  const id = readToken(tokenPurpose, token);
  if (!id) return { state: "expired" };
  const [row] = await db().$queryRaw<{ email: string; spent: boolean }[]>`
    SELECT m.email, coalesce(c.spent, false) AS spent
    FROM mail_proof m LEFT JOIN spent_challenge c ON c.key = 'mail:' || m.id
    WHERE m.id = ${id}::uuid AND m.expires_at > portal_now()`;
  if (!row) return { state: "expired" };
  return row.spent ? { state: "used" } : { state: "open", email: row.email, token };
}
