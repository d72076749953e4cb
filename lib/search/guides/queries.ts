import "server-only";
import { getContent } from "@/lib/guides/content/queries";
import { guideHref } from "@/lib/guides/mdx/links";
import type { Section } from "@/lib/guides/mdx/types";
import { type CompleteGuide, completeGuides } from "@/lib/guides/queries";
import { referredBy } from "@/lib/guides/references/rules";
import type { Shelf } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";
import { inEach } from "@/lib/search/rules";
import { lineText, termName } from "@/lib/search/texts/queries";
import type { SearchEntry } from "@/lib/search/types";

/** Every guide and each of its sections. */
export function guideEntries(): SearchEntry[] {
  const guides = completeGuides();
  const { shelf } = getContent();
  return [...guides.map(headOf), ...guides.flatMap((guide) => sectionsOf(guide, shelf))];
}

function headOf(guide: CompleteGuide): SearchEntry {
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

function sectionsOf(guide: CompleteGuide, shelf: Shelf): SearchEntry[] {
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
        body: lineText(section, locale, shelf),
        terms: termsIn(section, locale, shelf),
        url: guideHref(locale, guide.slug, id),
      };
    });
    return [{ key: `${page}#${id}`, kind: "guide", slug: guide.slug, page, part: true, texts }];
  });
}

function termsIn(section: Section, locale: Locale, { terms }: Shelf): string {
  const ids = new Set(section.components.flatMap((use) => referredBy(use).terms));
  return [...ids].map((id) => termName(terms.get(id), locale)).join(", ");
}
