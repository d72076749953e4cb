import "server-only";
import { isReadingPath } from "@/lib/pages/queries";
import { readToken, signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import type { Vote } from "./types";

/** Keeps whether a page was helpful. The token lets the same reader say what was missing, and nothing else. */
export async function keepVote({
  page,
  locale,
  helpful,
}: Vote): Promise<{ ok: true; token: string } | { ok: false; reason: "unknown_page" }> {
  if (!isReadingPath(page)) return { ok: false, reason: "unknown_page" };
  const { id } = await db().pageFeedback.create({ data: { page, locale, helpful }, select: { id: true } });
  return { ok: true, token: signToken("feedback", id) };
}

/** Adds what was missing to a vote, once. */
export async function keepMissing(
  token: string,
  missing: string,
): Promise<{ ok: true } | { ok: false; reason: "not_found" }> {
  const id = readToken("feedback", token);
  const { count } = id
    ? await db().pageFeedback.updateMany({ where: { id, missing: null }, data: { missing } })
    : { count: 0 };
  return count > 0 ? { ok: true } : { ok: false, reason: "not_found" };
}

/** Forgets what is older than two years: the pages it is about have changed since. */
export async function forgetFeedback(): Promise<void> {
  await db().$executeRaw`
    DELETE FROM page_feedback WHERE given_on < (portal_now() AT TIME ZONE 'Europe/Berlin')::date - interval '2 years'`;
}
