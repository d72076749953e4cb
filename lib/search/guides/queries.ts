import "server-only";
import { getContent } from "@/lib/guides/content/queries";
import { guideHref } from "@/lib/guides/mdx/links";
import type { Section } from "@/lib/guides/mdx/types";
import { referredBy } from "@/lib/guides/references/rules";
import { asShown } from "@/lib/guides/shown/rules";
import type { GuideSource } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";
import { inEach } from "@/lib/search/rules";
import { factText, sectionText, termName } from "@/lib/search/texts/queries";
import type { SearchEntry } from "@/lib/search/types";

type Guide = Required<GuideSource>;

/** Every guide, each of its sections, the figures at its head, and the terms it explains. */
export function guideEntries(): SearchEntry[] {
  const guides = getContent()
    .guides.filter((guide): guide is Guide => Boolean(guide.de && guide.ar && guide.en))
    .map(asShown);
  return [...guides.map(headOf), ...guides.flatMap(sectionsOf), ...figuresOf(guides), ...termsOf(guides)];
}

function headOf(guide: Guide): SearchEntry {
  const page = `guide:${guide.slug}`;
  const texts = inEach((locale) => {
    const { title, description, keywords } = guide[locale].frontMatter;
    const url = guideHref(locale, guide.slug);
    return { title, heading: "", body: description, about: description, keywords: keywords.join(", "), url };
  });
  return { key: page, kind: "guide", slug: guide.slug, page, texts };
}

// Addresses and sources say nothing that somebody looks for.
const silent = new Set(["sources", "book"]);

function sectionsOf(guide: Guide): SearchEntry[] {
  const page = `guide:${guide.slug}`;
  return guide.de.outline.sections.flatMap(({ id }): SearchEntry[] => {
    const inLanguage = (locale: Locale) =>
      guide[locale].outline.sections.find((section) => section.id === id);
    if (silent.has(id) || !inLanguage("ar") || !inLanguage("en")) return [];
    const texts = inEach((locale) => {
      const section = inLanguage(locale) as Section;
      const { title } = guide[locale].frontMatter;
      return {
        title,
        heading: section.title,
        body: sectionText(section, locale),
        terms: termsIn(section, locale),
        url: guideHref(locale, guide.slug, id),
      };
    });
    return [{ key: `${page}#${id}`, kind: "guide", slug: guide.slug, page, part: true, texts }];
  });
}

function termsIn(section: Section, locale: Locale): string {
  const { terms } = getContent().shelf;
  const ids = new Set(section.components.flatMap((use) => referredBy(use).terms));
  return [...ids].map((id) => termName(terms.get(id), locale)).join(", ");
}

/** The section of a guide that first refers to something. */
function sectionWith(guide: Guide, wanted: (section: Section) => boolean): string | undefined {
  return guide.de.outline.sections.find(wanted)?.id;
}

/** Facts that a guide shows at its head: they have a name there. */
function figuresOf(guides: Guide[]): SearchEntry[] {
  const { facts } = getContent().shelf;
  const seen = new Set<string>();
  return guides.flatMap((guide) =>
    guide.de.frontMatter.brief.flatMap((card, index): SearchEntry[] => {
      const fact = facts.get(card.fact);
      if (!fact || seen.has(card.fact)) return [];
      seen.add(card.fact);
      const section = sectionWith(guide, ({ components }) =>
        components.some((use) => referredBy(use).facts.includes(card.fact)),
      );
      const texts = inEach((locale) => {
        const label =
          (locale === "de" ? undefined : guide[locale].frontMatter.briefLabels[index]) ?? card.label;
        return {
          title: label,
          heading: guide[locale].frontMatter.title,
          body: factText(fact, locale),
          about: guide[locale].frontMatter.title,
          url: guideHref(locale, guide.slug, section),
        };
      });
      return [{ key: `fact:${fact.id}`, kind: "fact", slug: fact.id, page: `fact:${fact.id}`, texts }];
    }),
  );
}

/** A term leads to the list of terms of the first guide that uses it; one that no guide uses cannot be found. */
function termsOf(guides: Guide[]): SearchEntry[] {
  return [...getContent().shelf.terms.values()].flatMap((term): SearchEntry[] => {
    const uses = (section: Section) =>
      section.components.some((use) => referredBy(use).terms.includes(term.id));
    const guide = guides.find((candidate) => sectionWith(candidate, uses));
    if (!guide) return [];
    const texts = inEach((locale) => ({
      title: termName(term, locale),
      heading: "",
      body: term.explain[locale],
      keywords: (term.forms[locale] ?? []).join(", "),
      // The link unfolds the explanation.
      url: guideHref(locale, guide.slug, `term-${term.id}`),
    }));
    return [{ key: `term:${term.id}`, kind: "term", slug: term.id, page: `term:${term.id}`, texts }];
  });
}
