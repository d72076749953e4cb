import "server-only";
import { getContent } from "@/lib/guides/content/queries";
import { getDocuments } from "@/lib/guides/documents/queries";
import { getCitation } from "@/lib/guides/laws/queries";
import { outcomeHref } from "@/lib/guides/mdx/links";
import { getBooking, getGuideSummary } from "@/lib/guides/queries";
import { referencesOf, usedFactsOf } from "@/lib/guides/references/rules";
import type { SectionEntry } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";
import type { Localized } from "@/lib/offices/types";
import { buildDate } from "@/lib/time/build";
import { countriesOf, findOutcome, findQuestion, longestWay, waysThrough } from "./rules";
import { checkTrust, entriesOf, newerHref, shownIn } from "./translations/queries";
import type {
  CheckSource,
  CheckSummary,
  Countries,
  OutcomePage,
  Question,
  QuestionPage,
  Tree,
  Way,
} from "./types";
import { countryName, countryNames, plainText, shown, titleOf } from "./words/queries";

/** All checks in their order, in one language. */
export function getChecks(locale: Locale): CheckSummary[] {
  return sources().map((source) => summaryOf(source, locale));
}

/** The checks that belong to one of these guides, in one language. */
export function getChecksOfGuides(guides: readonly string[], locale: Locale): CheckSummary[] {
  return sources()
    .filter(({ tree }) => tree.guides.some((guide) => guides.includes(guide)))
    .map((source) => summaryOf(source, locale));
}

/** The questions and outcomes of every check: each has a page in every language. */
export function getCheckPlaces(): {
  check: string;
  start: string;
  questions: string[];
  outcomes: string[];
}[] {
  return sources().map(({ slug, tree }) => ({
    check: slug,
    start: tree.start,
    questions: tree.questions.map(({ id }) => id),
    outcomes: tree.outcomes.map(({ id }) => id),
  }));
}

/** A check in a list, or null when there is none of this name. */
export function getCheckSummary(slug: string, locale: Locale): CheckSummary | null {
  const source = findSource(slug);
  return source ? summaryOf(source, locale) : null;
}

/** What a walk needs: the tree, the classes of the countries, and every way, or null when there is no such check. */
export function getTree(slug: string): { tree: Tree; countries: Countries; ways: Way[] } | null {
  const source = findSource(slug);
  if (!source) return null;
  const known = trees.get(source.tree);
  if (known) return known;
  const made = {
    tree: source.tree,
    countries: countriesOf(getContent().countries),
    ways: waysThrough(source.tree).ways,
  };
  trees.set(source.tree, made);
  return made;
}

const trees = new WeakMap<Tree, { tree: Tree; countries: Countries; ways: Way[] }>();

/** The page of a question, or null when there is none. The first one is named by nothing. */
export async function getQuestionPage(
  slug: string,
  locale: Locale,
  id?: string,
): Promise<QuestionPage | null> {
  const source = findSource(slug);
  const question = source ? findQuestion(source.tree, id ?? source.tree.start) : undefined;
  if (!source || !question) return null;
  const { ways } = getTree(slug) ?? { ways: [] };
  const { page, words } = pageOf(source, question.id, locale);
  const text = (said: Localized) => shown(said[words], locale);
  return {
    ...page,
    id: question.id,
    ask: await text(question.ask),
    askText: titleOf(question.ask, words, locale),
    help: question.help ? await text(question.help) : null,
    answers: await Promise.all(
      question.answers.map(async ({ id: answer, label, hint }) => ({
        id: answer,
        label: await text(label),
        hint: hint ? await text(hint) : null,
      })),
    ),
    countries: "countries" in question ? countryNames(locale) : [],
    sensitive: question.sensitive,
    first: question.id === source.tree.start,
    most: longestWay(ways, []),
  };
}

/** The page of an outcome, or null when there is none. */
export async function getOutcomePage(slug: string, locale: Locale, id: string): Promise<OutcomePage | null> {
  const source = findSource(slug);
  const outcome = source ? findOutcome(source.tree, id) : undefined;
  if (!source || !outcome) return null;
  const { page, words, section } = pageOf(source, id, locale);
  const text = (said: Localized) => shown(said[words], locale);
  return {
    ...page,
    id,
    verdict: outcome.verdict,
    heading: await text(outcome.title),
    headingText: titleOf(outcome.title, words, locale),
    text: await text(outcome.text),
    uncertain: await text(outcome.uncertain),
    decides: await text(outcome.decides),
    steps: outcome.steps ? await text(outcome.steps) : null,
    laws: outcome.laws.map(getCitation),
    documents: getDocuments(outcome.documents),
    book: outcome.book === null ? null : getBooking(outcome.book, locale),
    concerns: outcome.book === null ? [] : [outcome.book],
    guides: outcome.guides.flatMap((guide) => getGuideSummary(guide, locale) ?? []),
    sources: source.tree.sources,
    usedFacts: usedFactsOf({ sections: [section], faults: [] }, page.references),
  };
}

/** The words of a question and of an answer to it, without markup: for the list of what was answered. */
export function answerText(
  slug: string,
  question: Question,
  answer: string,
  locale: Locale,
): { words: { question: string; answer: string }; german: ("question" | "answer")[] } {
  const source = findSource(slug);
  const language = source ? shownIn(source, question.id, locale).words : locale;
  const listed = question.answers.find(({ id }) => id === answer);
  return {
    words: {
      question: plainText(question.ask[language], language),
      answer: listed ? plainText(listed.label[language], language) : countryName(answer, locale),
    },
    german: language === locale ? [] : listed ? ["question", "answer"] : ["question"],
  };
}

function sources(): CheckSource[] {
  return [...getContent().checks].sort((a, b) => a.tree.order - b.tree.order || (a.slug < b.slug ? -1 : 1));
}

const findSource = (slug: string): CheckSource | undefined =>
  getContent().checks.find((source) => source.slug === slug);

const summaryOf = ({ slug, tree }: CheckSource, locale: Locale): CheckSummary => ({
  slug,
  title: tree.title[locale],
  description: tree.description[locale],
});

/** What the pages of questions and outcomes have in common, and the text they are made of. */
function pageOf(source: CheckSource, id: string, locale: Locale) {
  const { section, words, since } = shownIn(source, id, locale);
  const { law } = source.tree;
  const extra = { facts: [], laws: [law] };
  const outline = { sections: [section], faults: [] };
  const references = referencesOf({ file: source.file, outline }, getContent().shelf, buildDate(), extra);
  const entries = entriesOf(source, locale);
  // The first page speaks for the whole check, any other for itself.
  const named = entries.filter((entry) => id === source.tree.start || entry.id === id);
  return {
    page: {
      ...summaryOf(source, locale),
      locale,
      references,
      germanSince: since,
      newerHref: newerHref(source, id, entries),
      trust: checkTrust(
        source,
        locale,
        references,
        getCitation(law),
        named.map((entry) => linked(source, entry, id, locale)),
      ),
    },
    words,
    section,
  };
}

/** A title, a question or an outcome as the page of another one names it. */
function linked(
  { slug, tree }: CheckSource,
  entry: SectionEntry,
  here: string,
  locale: Locale,
): SectionEntry {
  const { id, german } = entry;
  const said = findQuestion(tree, id)?.ask ?? findOutcome(tree, id)?.title ?? tree.title;
  const words = german ? "de" : locale;
  const elsewhere = findOutcome(tree, id) ? outcomeHref(locale, slug, id) : null;
  return { ...entry, title: plainText(said[words], words), href: id === here ? `#${id}` : elsewhere };
}
