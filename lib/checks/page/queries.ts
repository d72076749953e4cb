import "server-only";
import { answerText, getTree } from "@/lib/checks/queries";
import { countsAs, isSensitive, longestWay, publicAnswers, walk } from "@/lib/checks/rules";
import type { Answers, Walk } from "@/lib/checks/types";
import type { Locale } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";
import { shellOf } from "@/lib/platform/shells";
import { filledCheck } from "./rules";

interface Asked {
  locale: Locale;
  slug: string;
  /** Names and values as they came. */
  entries: Iterable<[string, string]>;
  /** They came in the body of a form, where sensitive answers may be. */
  posted: boolean;
  /** Where the portal itself answers, for development. */
  origin: string;
}

/** The page at which somebody is after these answers, as plain HTML; null when there is no such check. */
export async function checkPage({ locale, slug, entries, posted, origin }: Asked): Promise<string | null> {
  const found = getTree(slug);
  if (!found) return null;
  const { tree, countries, ways } = found;
  const sent: Answers = Object.fromEntries(entries);
  const way = walk(tree, posted ? sent : publicAnswers(tree, sent), countries);
  const { steps, at, wrong } = way;
  const values = steps.map(({ question, answer }) => countsAs(question, answer, countries) ?? answer);
  const t = translator(locale, "checks");
  const most = longestWay(ways, values);
  const number = steps.length + 1;
  return filledCheck(await shellOf(`/${locale}/checks/${placeOf(slug, tree.start, way)}`, origin), {
    locale,
    slug,
    given: steps.map(({ question, answer }) => ({
      question: question.id,
      answer,
      ...answerText(slug, question, answer, locale),
    })),
    hidden: isSensitive(steps, at.kind === "question" ? at.question : null),
    progress: at.kind === "question" ? { text: t("progress", { number, most }), number, most } : null,
    fault: wrong ? t("fault") : "",
    words: { soFar: t("soFar"), change: t("change"), back: t("back"), withAnswers: t("withAnswers") },
  });
}

function placeOf(slug: string, start: string, { at }: Walk): string {
  if (at.kind === "outcome") return `${slug}/results/${at.outcome.id}`;
  return at.question.id === start ? slug : `${slug}/questions/${at.question.id}`;
}
