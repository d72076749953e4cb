import "server-only";
import { getContent } from "@/lib/guides/content/queries";
import { getDocuments } from "@/lib/guides/documents/queries";
import { parseCitation } from "@/lib/guides/laws/rules";
import type { Citation } from "@/lib/guides/laws/types";
import { compileMdx } from "@/lib/guides/mdx/compile";
import { outlineOf } from "@/lib/guides/mdx/outline";
import type { Section } from "@/lib/guides/mdx/types";
import { getBooking, getGuideSummary } from "@/lib/guides/queries";
import { referencesOf, usedFactsOf } from "@/lib/guides/references/rules";
import type { References, Trust } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";
import { sectionText } from "@/lib/search/texts/queries";
import { buildDate } from "@/lib/time/build";
import { countriesOf, findOutcome, findQuestion, longestWay, waysThrough } from "./rules";
import type {
  CheckSource,
  CheckSummary,
  Countries,
  OutcomePage,
  Question,
  QuestionPage,
  Shown,
  Tree,
  Way,
} from "./types";

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
  const references = sectionReferences(source, question.id, locale);
  return {
    ...summaryOf(source, locale),
    locale,
    references,
    id: question.id,
    ask: await shown(question.ask[locale], locale),
    askText: plainText(question.ask[locale], locale),
    help: question.help ? await shown(question.help[locale], locale) : null,
    answers: await Promise.all(
      question.answers.map(async ({ id: answer, label, hint }) => ({
        id: answer,
        label: await shown(label[locale], locale),
        hint: hint ? await shown(hint[locale], locale) : null,
      })),
    ),
    countries: "countries" in question ? countryNames(locale) : [],
    sensitive: question.sensitive,
    first: question.id === source.tree.start,
    most: longestWay(ways, []),
    trust: trustOf(source, locale, references),
  };
}

/** The page of an outcome, or null when there is none. */
export async function getOutcomePage(slug: string, locale: Locale, id: string): Promise<OutcomePage | null> {
  const source = findSource(slug);
  const outcome = source ? findOutcome(source.tree, id) : undefined;
  if (!source || !outcome) return null;
  const references = sectionReferences(source, id, locale);
  const text = async (name: "title" | "text" | "uncertain" | "decides") =>
    shown(outcome[name][locale], locale);
  return {
    ...summaryOf(source, locale),
    locale,
    references,
    id,
    verdict: outcome.verdict,
    heading: await text("title"),
    headingText: plainText(outcome.title[locale], locale),
    text: await text("text"),
    uncertain: await text("uncertain"),
    decides: await text("decides"),
    steps: outcome.steps ? await shown(outcome.steps[locale], locale) : null,
    laws: outcome.laws.map(citationOf),
    documents: getDocuments(outcome.documents),
    book: outcome.book === null ? null : getBooking(outcome.book, locale),
    concerns: outcome.book === null ? [] : [outcome.book],
    guides: outcome.guides.flatMap((guide) => getGuideSummary(guide, locale) ?? []),
    trust: trustOf(source, locale, references),
    sources: source.tree.sources,
    usedFacts: usedFactsOf({ sections: [sectionOf(source, id, locale)], faults: [] }, references),
  };
}

/** The words of a question and of an answer to it, without markup: for the list of what was answered. */
export function answerText(
  question: Question,
  answer: string,
  locale: Locale,
): { question: string; answer: string } {
  const listed = question.answers.find(({ id }) => id === answer);
  return {
    question: plainText(question.ask[locale], locale),
    answer: listed ? plainText(listed.label[locale], locale) : countryName(answer, locale),
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

function sectionOf({ texts, file }: CheckSource, id: string, locale: Locale): Section {
  const section = texts[locale].outline.sections.find((candidate) => candidate.id === id);
  if (!section) throw new Error(`${file}: no text for ${id}`);
  return section;
}

function sectionReferences(source: CheckSource, id: string, locale: Locale): References {
  const outline = { sections: [sectionOf(source, id, locale)], faults: [] };
  const extra = { facts: [], laws: [source.tree.law] };
  return referencesOf({ file: source.file, outline }, getContent().shelf, buildDate(), extra);
}

function trustOf({ tree }: CheckSource, locale: Locale, { facts }: References): Trust {
  const checked = Object.values(facts).map((fact) => fact.verifiedAt);
  return {
    factsCheckedAt: [...checked, ...tree.sources.map(({ retrieved }) => retrieved)].sort()[0] ?? null,
    unconfirmed: Object.values(facts).filter((fact) => fact.status === "unverified").length,
    law: citationOf(tree.law),
    translation: locale === "de" ? null : { ...tree.translation[locale], staleSections: [] },
  };
}

function citationOf(cite: string): Citation {
  const parsed = parseCitation(cite, getContent().shelf.laws);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.citation;
}

/** Words as they are; only a text with markup is compiled. */
async function shown(text: string, locale: Locale): Promise<Shown> {
  return /[<>[\]*_`{}&\\]|^[-\d#]|\n/m.test(text.trimEnd()) ? compileMdx(text, locale) : text.trim();
}

function plainText(text: string, locale: Locale): string {
  const [section] = outlineOf(`## A [#a]\n\n${text}`).sections;
  return section ? sectionText(section, locale) : "";
}

/** Every country by its name in a language, in the order of the names. */
function countryNames(locale: Locale): { code: string; name: string }[] {
  const order = new Intl.Collator(locale);
  return getContent()
    .countries.flatMap(({ countries }) => countries)
    .map((code) => ({ code, name: countryName(code, locale) }))
    .sort((a, b) => order.compare(a.name, b.name));
}

const names = new Map<Locale, Intl.DisplayNames>();

function countryName(code: string, locale: Locale): string {
  const known = names.get(locale) ?? new Intl.DisplayNames([locale], { type: "region" });
  names.set(locale, known);
  return known.of(code) ?? code;
}
