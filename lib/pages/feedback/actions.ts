"use server";

import { isLocale, routing } from "@/lib/i18n/routing";
import { keepMissing, keepVote } from "./commands";
import { missingSchema, voteSchema } from "./schema";

/**
 * Keeps a vote, or what was missing, from the fields of one of the two forms. Gives the address of the page that thanks,
 * or null where the fields make no sense.
 */
export async function giveFeedback(fields: Record<string, string>): Promise<string | null> {
  const page = `/${isLocale(fields.locale) ? fields.locale : routing.defaultLocale}/feedback`;
  if (fields.token !== undefined) {
    const missing = missingSchema.safeParse(fields);
    if (missing.success) await keepMissing(missing.data.token, missing.data.missing);
    return `${page}?given=${encodeURIComponent(fields.token)}`;
  }
  const vote = voteSchema.safeParse(fields);
  const kept = vote.success ? await keepVote(vote.data) : null;
  return kept?.ok ? `${page}?given=${kept.token}` : null;
}
