import "server-only";
import { type Content, getContent } from "@/lib/guides/content/queries";
import { assertContent } from "@/lib/guides/lint/queries";
import { compileMdx, type MdxContent } from "@/lib/guides/mdx/compile";
import { bookHref, checklistHref } from "@/lib/guides/mdx/links";
import { referencesOf, usedFactsOf, usedTermsOf } from "@/lib/guides/references/rules";
import type { Locale } from "@/lib/i18n/routing";
import { getOffices } from "@/lib/offices/queries";
import { officesWith } from "@/lib/offices/rules";
import { buildDate } from "@/lib/time/build";
import { articlesOf } from "./articles/rules";
import { byTopic, readingMinutes, type Topic, wordsOf } from "./rules";
import { asShown, germanSectionsOf } from "./shown/rules";
import { sectionEntries, trustOf } from "./trust/rules";
import type {
  Booking,
  GuidePage,
  GuideParts,
  GuideSource,
  GuideSummary,
  GuideText,
  SectionEntry,
  ShownText,
  TranslationFrontMatter,
} from "./types";

/** Slugs of the guides that are there in every language; all pages are built from them. */
export function getGuideSlugs(): string[] {
  assertContent();
  return completeGuides().map((guide) => guide.slug);
}

/** All guides in the order of their topics, in one language. */
export function getGuides(locale: Locale): GuideSummary[] {
  return completeGuides()
    .map((guide) => summaryOf(guide, locale))
    .sort(byTopic);
}

/** The guides of a topic in their order. */
export function getGuidesByTopic(topic: Topic, locale: Locale): GuideSummary[] {
  return getGuides(locale).filter((guide) => guide.topic === topic);
}

/** A guide in a list, or null when there is none of this name. */
export function getGuideSummary(slug: string, locale: Locale): GuideSummary | null {
  const guide = findGuide(slug);
  return guide ? summaryOf(guide, locale) : null;
}

/** Everything that the page of a guide shows on a day, or null when there is no such guide. */
export async function getGuidePage(
  slug: string,
  locale: Locale,
  today = buildDate(),
): Promise<GuidePage | null> {
  const parts = getGuideParts(slug, locale, today);
  return parts && compiledPage(parts);
}

/** A page of these parts: its text is compiled, and the German sections that stand in it. */
export async function compiledPage({ german, body, ...parts }: GuideParts): Promise<GuidePage> {
  const sections = Object.entries(german).map(async ([id, { source, since }]) => {
    return [id, { Content: await compileMdx(source, parts.locale), since }] as const;
  });
  return {
    ...parts,
    Content: await compileMdx(body, parts.locale),
    germanSections: Object.fromEntries(await Promise.all(sections)),
  };
}

/** The same with its text as it was written, for what is not made of components; null when there is no such guide. */
export function getGuideParts(slug: string, locale: Locale, today = buildDate()): GuideParts | null {
  const guide = findGuide(slug);
  return guide && partsOf(guide, locale, today);
}

/** The text of an office's page, or null when there is none in this language. */
export async function getOfficeText(
  office: string,
  locale: Locale,
  today = buildDate(),
): Promise<ShownText | null> {
  const { officeTexts, shelf } = getContent();
  const text = officeTexts.find((candidate) => candidate.office === office)?.texts[locale];
  if (!text) return null;
  const sections = text.outline.sections.map(({ id, title }) => ({ id, title, stale: false }));
  return {
    ...shownText(text, locale, sections),
    Content: await compiledText(text, locale),
    references: referencesOf(text, shelf, today),
  };
}

export type CompleteGuide = Required<GuideSource>;

const complete = new WeakMap<Content, CompleteGuide[]>();

/** The guides that are there in every language, as readers get them. */
export function completeGuides(): CompleteGuide[] {
  const content = getContent();
  const known = complete.get(content);
  if (known) return known;
  const guides = content.guides
    .filter((guide): guide is CompleteGuide => Boolean(guide.de && guide.ar && guide.en))
    .map(asShown);
  complete.set(content, guides);
  return guides;
}

function findGuide(slug: string): CompleteGuide | null {
  return completeGuides().find((guide) => guide.slug === slug) ?? null;
}

function summaryOf(guide: CompleteGuide, locale: Locale): GuideSummary {
  const { topic, order } = guide.de.frontMatter;
  const { frontMatter, outline } = guide[locale];
  const minutes = readingMinutes(wordsOf(outline), locale);
  return {
    slug: guide.slug,
    title: frontMatter.title,
    description: frontMatter.description,
    topic,
    order,
    minutes,
  };
}

const compiled = new WeakMap<object, Promise<MdxContent>>();

type AnyText = GuideText<{ title: string; description: string }>;

function shownText(text: AnyText, locale: Locale, sections: SectionEntry[]) {
  const words = wordsOf(text.outline);
  const { title, description } = text.frontMatter;
  return { locale, title, description, sections, words, minutes: readingMinutes(words, locale) };
}

/** For a page that is made anew for every request; that of a guide is made once, and a build has thousands. */
function compiledText(text: AnyText, locale: Locale): Promise<MdxContent> {
  // A text read anew is another object, so that a changed file is compiled again.
  const content = compiled.get(text) ?? compileMdx(text.body, locale);
  compiled.set(text, content);
  return content;
}

function partsOf(guide: CompleteGuide, locale: Locale, today: string): GuideParts {
  const { shelf } = getContent();
  const source = guide.de.frontMatter;
  const text = guide[locale];
  const extra = { facts: source.brief.map((card) => card.fact), laws: [source.law] };
  const references = referencesOf(text, shelf, today, extra);
  const labels = briefLabels(guide, locale);
  const translation = translationOf(guide, locale)?.translation ?? null;
  const sections = sectionEntries(text.outline, guide.de.outline, translation?.sections);
  const law = references.laws[source.law];
  if (!law) throw new Error(`${guide.de.file}: law`);
  return {
    ...shownText(text, locale, sections),
    references,
    slug: guide.slug,
    topic: source.topic,
    keywords: text.frontMatter.keywords,
    brief: source.brief.flatMap((card, index) => {
      const fact = references.facts[card.fact];
      return fact ? [{ label: labels[index] ?? "", fact }] : [];
    }),
    trust: trustOf(Object.values(references.facts), law, translation, sections),
    sources: source.sources,
    usedFacts: usedFactsOf(text.outline, references),
    usedTerms: usedTermsOf(text.outline, references),
    related: source.related.flatMap((other) => getGuideSummary(other, locale) ?? []),
    book: source.book === null ? null : getBooking(source.book, locale),
    bookings: bookingsIn(text, locale),
    concerns: concernsOfGuide(guide.slug, source.book),
    articles: articlesOf(guide.slug, source.articles, text.outline.sections),
    body: text.body,
    german: germanOf(guide, locale),
  };
}

/** The German sections of a translated guide, as they were written. */
function germanOf(guide: CompleteGuide, locale: Locale): GuideParts["german"] {
  const { legal } = guide.de.frontMatter;
  return Object.fromEntries(
    germanSectionsOf(guide[locale], guide.de).map(({ id, source }) => [
      id,
      { source, since: legal[id] ?? "" },
    ]),
  );
}

function translationOf(guide: CompleteGuide, locale: Locale): TranslationFrontMatter | null {
  return locale === "de" ? null : guide[locale].frontMatter;
}

function briefLabels(guide: CompleteGuide, locale: Locale): string[] {
  return translationOf(guide, locale)?.briefLabels ?? guide.de.frontMatter.brief.map((card) => card.label);
}

/** The offices where a concern can be booked, for pages that lead to an appointment. */
export function getBooking(slug: string, locale: Locale): Booking {
  const found = officesWith(getOffices(), slug);
  return {
    concern: found[0]?.concern.name[locale] ?? "",
    offices: found.map(({ office }) => ({
      href: bookHref(locale, office.slug, slug),
      checklist: checklistHref(locale, office.slug, slug),
      city: office.city[locale],
      name: office.name[locale],
    })),
  };
}

/** The concerns that a guide prepares for, in any office. */
function concernsOfGuide(guide: string, book: string | null): string[] {
  const all = getOffices().flatMap(({ departments }) => departments.flatMap(({ concerns }) => concerns));
  const own = all.filter((concern) => concern.guide === guide).map(({ slug }) => slug);
  return [...new Set([...(book ? [book] : []), ...own])];
}

/** The appointments that `<BookThis concern="…"/>` offers in a text. */
function bookingsIn(text: AnyText, locale: Locale): GuidePage["bookings"] {
  const concerns = text.outline.sections
    .flatMap((section) => section.components)
    .flatMap(({ name, attributes: { concern } }) =>
      name === "BookThis" && concern ? [String(concern)] : [],
    );
  return Object.fromEntries(concerns.map((concern) => [concern, getBooking(concern, locale)]));
}
