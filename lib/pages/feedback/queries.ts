import "server-only";
import { isLocale, type Locale, routing } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";
import { readToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { shellOf } from "@/lib/platform/shells";
import { berlinDate } from "@/lib/time/calendar";
import { now } from "@/lib/time/clock";
import { filledAgain } from "./rules";
import { longestFeedback } from "./schema";
import type { GivenVote, PageOpinion } from "./types";

/** The vote that a token names, or null. */
export async function voteByToken(token: string): Promise<GivenVote | null> {
  const id = readToken("feedback", token);
  const row = id && (await db().pageFeedback.findUnique({ where: { id } }));
  return row ? { page: row.page, helpful: row.helpful, told: row.missing !== null } : null;
}

/** Days. What is older is about pages that may have changed since. */
const recent = 90;

/** What readers said in the last 90 days. */
export async function recentOpinions(): Promise<PageOpinion[]> {
  const since = berlinDate(await now()).subtract({ days: recent });
  return pageOpinions(since.toString());
}

/** What readers said since a day (`YYYY-MM-DD`), the pages with most complaints first; for the content dashboard. */
export async function pageOpinions(since: string, textsOfEach = 20): Promise<PageOpinion[]> {
  const rows = await db().pageFeedback.findMany({
    where: { givenOn: { gte: new Date(`${since}T00:00:00Z`) } },
    orderBy: [{ givenOn: "desc" }, { id: "asc" }],
  });
  const pages = new Map<string, PageOpinion>();
  for (const { page, locale, helpful, missing, givenOn } of rows) {
    const opinion = pages.get(page) ?? { page, helpful: 0, unhelpful: 0, missing: [] };
    pages.set(page, opinion);
    if (helpful) opinion.helpful += 1;
    else opinion.unhelpful += 1;
    if (missing !== null && opinion.missing.length < textsOfEach)
      opinion.missing.push({
        text: missing,
        locale: isLocale(locale) ? locale : routing.defaultLocale,
        helpful,
        givenOn: givenOn.toISOString().slice(0, 10),
      });
  }
  return [...pages.values()].sort(
    (one, other) => other.unhelpful - one.unhelpful || one.page.localeCompare(other.page),
  );
}

/** Why feedback has to be sent again: a network has sent too much, or a text is too long. */
type Obstacle = { seconds: number } | { letters: number };

/**
 * The page that asks to send feedback again, with what was sent.
 *
 * @param origin where the portal itself answers, for development
 */
export async function againPage(
  locale: Locale,
  fields: Record<string, string>,
  obstacle: Obstacle,
  origin: string,
): Promise<string> {
  const shell = await shellOf(`/${locale}/feedback/later`, origin);
  return filledAgain(shell, { ...obstacleText(locale, fields, obstacle), fields });
}

function obstacleText(locale: Locale, fields: Record<string, string>, obstacle: Obstacle) {
  const t = translator(locale, "feedback");
  const label = t("yours");
  if ("letters" in obstacle) {
    const letters = String(obstacle.letters);
    return { label, title: t("tooLong"), why: t("tooLongText", { letters, most: String(longestFeedback) }) };
  }
  const minutes = Math.ceil(obstacle.seconds / 60);
  const why = t(fields.missing === undefined ? "waitVote" : "waitText", { minutes });
  return { label, title: t("later"), why };
}
