import "server-only";
import { getContent } from "@/lib/guides/content/queries";
import { guideHref } from "@/lib/guides/mdx/links";
import { referredBy } from "@/lib/guides/references/rules";
import type { Locale } from "@/lib/i18n/routing";
import { byLetter } from "./rules";
import type { GlossaryEntry } from "./types";

const mostGuides = 2;

/** All official terms by the letter of their German name, with the guides that say most about each. */
export function getGlossary(locale: Locale): { letter: string; entries: GlossaryEntry[] }[] {
  const uses = usesByTerm(locale);
  return byLetter([...getContent().shelf.terms.values()]).map(({ letter, terms }) => ({
    letter,
    entries: terms.map((term) => ({ term, guides: (uses.get(term.id) ?? []).slice(0, mostGuides) })),
  }));
}

type Use = GlossaryEntry["guides"][number] & { term: string; times: number };

/** The guides of every term, first the one that uses it most. */
function usesByTerm(locale: Locale): Map<string, Use[]> {
  const uses = getContent().guides.flatMap(({ slug, de, [locale]: text }): Use[] => {
    if (!de || !text) return [];
    const used = de.outline.sections.flatMap(({ id, components }) =>
      components.flatMap((use) => referredBy(use).terms.map((term) => ({ term, section: id }))),
    );
    return [...Map.groupBy(used, ({ term }) => term)].map(([term, places]) => ({
      term,
      times: places.length,
      title: text.frontMatter.title,
      href: guideHref(locale, slug, places[0]?.section),
    }));
  });
  return Map.groupBy(
    uses.sort((a, b) => b.times - a.times),
    ({ term }) => term,
  );
}
