"use server";

import { isLocale, routing } from "@/lib/i18n/routing";
import { keepMissing, keepVote } from "./commands";
import { tidied } from "./rules";
import { missingSchema, voteSchema } from "./schema";

type Given =
  | { ok: true; address: string }
  | { ok: false; reason: "unreadable" }
  /** `letters`: how many the text has. */
  | { ok: false; reason: "too_long"; letters: number };

/**
 * Keeps a vote, or what was missing, from the fields of one of the two forms. Gives the address of the page that thanks,
 * which asks again where nothing was written.
 */
export async function giveFeedback(fields: Record<string, string>): Promise<Given> {
  const page = `/${isLocale(fields.locale) ? fields.locale : routing.defaultLocale}/feedback`;
  if (fields.token !== undefined) {
    const missing = missingSchema.safeParse(fields);
    if (missing.success) await keepMissing(missing.data.token, missing.data.missing);
    else if (missing.error.issues.some(({ code }) => code === "too_big"))
      return { ok: false, reason: "too_long", letters: tidied(fields.missing ?? "").length };
    return { ok: true, address: `${page}?given=${encodeURIComponent(fields.token)}` };
  }
  const vote = voteSchema.safeParse(fields);
  const kept = vote.success ? await keepVote(vote.data) : null;
  return kept?.ok
    ? { ok: true, address: `${page}?given=${kept.token}` }
    : { ok: false, reason: "unreadable" };
}
