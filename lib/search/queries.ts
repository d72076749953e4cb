import "server-only";
import { getContent } from "@/lib/guides/content/queries";
import { factAt } from "@/lib/guides/facts/rules";
import { formatFact, isolated, plainFact } from "@/lib/guides/formats/rules";
import { germanBeside } from "@/lib/guides/glossary/rules";
import type { Term } from "@/lib/guides/glossary/types";
import { guideHref, officeHref } from "@/lib/guides/mdx/links";
import type { ComponentUse, Outline, Section } from "@/lib/guides/mdx/types";
import { factComponents, referredBy } from "@/lib/guides/references/rules";
import { directions, type Locale, locales } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";
import { buildDate } from "@/lib/time/build";
import { indexWords, matchFields, queryWords, snippetOf } from "./rules";
import type { IndexedField, SearchHit } from "./types";

interface Findable {
  kind: SearchHit["kind"];
  slug: string;
  fields: IndexedField[];
  /** What a result shows in a language. */
  title: Record<Locale, string>;
  description: Record<Locale, string>;
  /** Text of a section in a language, for the line under the title. */
  sections: Map<string, Record<Locale, string>>;
  url: (locale: Locale, section: string | undefined) => string;
}

const limit = 20;
// Of equal matches a guide, which says what to do, comes before a term, which says what a word means.
const kindWeights: Record<SearchHit["kind"], number> = { guide: 1.6, office: 1.3, term: 1 };
const weights = { title: 10, keyword: 8, section: 5, description: 4, text: 1 };

let index: Findable[] | undefined;

/**
 * Finds guides, offices and official terms. A word of any language finds them; what is shown is in the reader's.
 * Results that have every word come first; only without any do those with some of them stand in.
 */
export function searchContent(query: string, locale: Locale): SearchHit[] {
  const words = queryWords(query);
  if (words.length === 0) return [];
  index ??= buildIndex();
  const all = find(index, words, locale, false);
  const found = all.length > 0 ? all : find(index, words, locale, true);
  const urls = new Set<string>();
  return found.filter((hit) => !urls.has(hit.url) && urls.add(hit.url)).slice(0, limit);
}

function find(entries: Findable[], words: string[], locale: Locale, some: boolean): SearchHit[] {
  return entries
    .flatMap((entry) => {
      const match = matchFields(words, entry.fields, locale, some);
      return match ? [{ entry, match, score: match.score * kindWeights[entry.kind] }] : [];
    })
    .sort((a, b) => b.score - a.score || a.entry.slug.localeCompare(b.entry.slug, "en"))
    .map(({ entry, match: { section } }) => {
      const text = section === undefined ? undefined : entry.sections.get(section)?.[locale];
      return {
        kind: entry.kind,
        slug: entry.slug,
        title: entry.title[locale],
        snippet: text ? snippetOf(text, words) : entry.description[locale],
        url: entry.url(locale, section),
      };
    });
}

function buildIndex(): Findable[] {
  const { guides, officeTexts, offices } = getContent();
  const entries: Findable[] = [];
  for (const { slug, de, ar, en } of guides) {
    if (!de || !ar || !en) continue;
    const texts = { de, ar, en };
    entries.push({
      kind: "guide",
      slug,
      fields: locales.flatMap((locale) => [
        field(locale, texts[locale].frontMatter.title, weights.title),
        field(locale, texts[locale].frontMatter.keywords.join(" "), weights.keyword),
        field(locale, texts[locale].frontMatter.description, weights.description),
        ...outlineFields(locale, texts[locale].outline),
      ]),
      title: each((locale) => texts[locale].frontMatter.title),
      description: each((locale) => texts[locale].frontMatter.description),
      sections: sectionTexts((locale) => texts[locale].outline),
      url: (locale, section) => guideHref(locale, slug, section),
    });
  }
  for (const office of offices) {
    const texts = officeTexts.find((text) => text.office === office.slug)?.texts ?? {};
    const concerns = office.departments.flatMap((department) => [department, ...department.concerns]);
    entries.push({
      kind: "office",
      slug: office.slug,
      fields: locales.flatMap((locale) => [
        field(locale, `${office.name[locale]} ${office.city[locale]}`, weights.title),
        ...concerns.map((concern) => field(locale, concern.name[locale], weights.section)),
        ...outlineFields(locale, texts[locale]?.outline),
      ]),
      title: office.name,
      description: each((locale) => texts[locale]?.frontMatter.description ?? office.notice[locale]),
      sections: sectionTexts((locale) => texts[locale]?.outline),
      url: (locale, section) => officeHref(locale, office.slug) + (section ? `#${section}` : ""),
    });
  }
  return [...entries, ...termEntries()];
}

/** A term leads to the section that uses it first; one that no guide uses cannot be found. */
function termEntries(): Findable[] {
  const { guides, shelf } = getContent();
  return [...shelf.terms.values()].flatMap((term): Findable[] => {
    for (const { slug, de } of guides) {
      const section = de?.outline.sections.find((candidate) =>
        candidate.components.some((use) => referredBy(use).terms.includes(term.id)),
      );
      if (!section) continue;
      return [
        {
          kind: "term",
          slug: term.id,
          fields: locales.flatMap((locale) => [
            field(locale, term[locale], weights.title),
            field(locale, (term.forms[locale] ?? []).join(" "), weights.section),
            field(locale, term.explain[locale], weights.text),
          ]),
          title: each((locale) => termName(term, locale)),
          description: term.explain,
          sections: new Map(),
          // The list at the end of the page explains the term; the link unfolds it.
          url: (locale) => guideHref(locale, slug, `term-${term.id}`),
        },
      ];
    }
    return [];
  });
}

function outlineFields(locale: Locale, outline: Outline | undefined): IndexedField[] {
  return (outline?.sections ?? []).flatMap((section) => [
    field(locale, section.title, weights.section, section.id),
    field(locale, sectionText(section, locale), weights.text, section.id),
  ]);
}

function field(locale: Locale, text: string, weight: number, section?: string): IndexedField {
  return { locale, weight, section, words: indexWords(text) };
}

function sectionTexts(outlineIn: (locale: Locale) => Outline | undefined): Findable["sections"] {
  const ids = (outlineIn("de")?.sections ?? []).map((section) => section.id);
  const textIn = (locale: Locale, id: string) => {
    const section = outlineIn(locale)?.sections.find((candidate) => candidate.id === id);
    return section ? sectionText(section, locale) : "";
  };
  return new Map(ids.map((id) => [id, each((locale) => textIn(locale, id))]));
}

/** What a reader reads in a section, with its facts and terms in words. */
function sectionText(section: Section, locale: Locale): string {
  const { shelf } = getContent();
  const t = translator(locale, "facts");
  const today = buildDate();
  const show = ({ name, attributes, children }: ComponentUse): string => {
    const id = String(attributes.id);
    if (name === "Law") return isolated(String(attributes.cite), locale);
    if (name === "Term") return termName(shelf.terms.get(id), locale, children);
    const fact = factComponents.has(name) ? shelf.facts.get(id) : undefined;
    const value = fact ? factAt(fact, today)?.value : undefined;
    if (!fact || value === undefined) return "";
    const form = attributes.bare ? "bare" : attributes.oblique ? "oblique" : "plain";
    const text = formatFact(fact.unit, value, form, locale, (word, values) => t(word, values));
    return directions[locale] === "rtl" ? text : plainFact(text);
  };
  const parts = section.pieces.map((piece) => {
    if (piece.kind === "break") return " ";
    if (piece.kind === "component") return show(piece.component);
    // The heading has a field of its own; the children of a term are shown with its German name.
    if (piece.line === section.line || piece.inside === "Term") return "";
    return piece.inside === "De" ? isolated(piece.text, locale) : piece.text;
  });
  return parts.join("").replace(/\s+/g, " ").trim();
}

/** The word for a term with its German name, as pages show it. */
function termName(term: Term | undefined, locale: Locale, form = ""): string {
  if (!term) return form;
  const word = form || term[locale];
  const german = germanBeside(term, locale, word);
  return german ? `${word} ${isolated(`(${german})`, locale)}` : word;
}

function each(read: (locale: Locale) => string): Record<Locale, string> {
  return { ar: read("ar"), de: read("de"), en: read("en") };
}
