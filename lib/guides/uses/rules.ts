import { overlaps, readPlace } from "@/lib/guides/laws/place/rules";
import type { Law } from "@/lib/guides/laws/types";
import type { Mention } from "@/lib/guides/mentions/types";
import type { Shelf } from "@/lib/guides/types";
import { locales } from "@/lib/i18n/routing";
import type { Use, UsedPage, Wanted } from "./types";

/** Lists whose entries lead further: where one of them names what is wanted, its own uses are uses, too. */
const carriers = { facts: "fact", documents: "document", glossary: "term" } as const;

/** What is asked about: a fact, a document or a term by its id, a statute (`StAG`), or a place in one (`§ 10 StAG`). */
export function readWanted(query: string, shelf: Shelf): Wanted | null {
  const asked = query.trim().replace(/\s+/g, " ");
  const law = lawOf(asked, shelf.laws);
  if (law) return law;
  if (shelf.facts.has(asked)) return { kind: "fact", id: asked };
  if (shelf.documents.has(asked)) return { kind: "document", id: asked };
  return shelf.terms.has(asked) ? { kind: "term", id: asked } : null;
}

/** Every use of something: where it is named itself, and where a fact or a document that rests on it is named. */
export function usesOf(wanted: Wanted, mentions: readonly Mention[], laws: readonly Law[]): Use[] {
  const uses: Use[] = [];
  const asked = new Set<string>();
  const queue: { wanted: Wanted; through: string | null }[] = [{ wanted, through: null }];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const key = JSON.stringify(next.wanted);
    if (asked.has(key)) continue;
    asked.add(key);
    for (const mention of mentions) {
      if (!names(mention, next.wanted, laws)) continue;
      uses.push({ ...mention, through: next.through });
      const carrier = carriers[mention.page.split("/")[0] as keyof typeof carriers];
      if (carrier) queue.push({ wanted: { kind: carrier, id: mention.section }, through: mention.section });
    }
  }
  return uses;
}

/** The uses by page and language, pages by name, sections in the order of their file. */
export function byPage(uses: readonly Use[]): UsedPage[] {
  const pages = [...new Set(uses.map(({ page }) => page))].sort();
  return pages.map((page) => ({
    page,
    byLocale: [null, ...locales].flatMap((locale) => {
      const here = uses.filter((use) => use.page === page && languageOf(use) === locale);
      return here.length > 0 ? [{ locale, sections: sectionsOf(here) }] : [];
    }),
  }));
}

const languageOf = (use: Use) => (use.locales.length === 1 ? (use.locales[0] ?? null) : null);

/** The same as lines of text, for the editors: file and line lead to the first place in each section. */
export function usesLines(pages: readonly UsedPage[]): string[] {
  return [
    ...pages.flatMap(({ page, byLocale }) => [
      page,
      ...byLocale.flatMap(({ locale, sections }) =>
        sections.map(
          ({ section, file, line, names: named }) =>
            `  ${locale ?? "all"}  ${section}: ${named.join(", ")} (${file}:${line})`,
        ),
      ),
    ]),
    `${pages.length} pages`,
  ];
}

function sectionsOf(uses: Use[]): UsedPage["byLocale"][number]["sections"] {
  const sections = new Map<string, UsedPage["byLocale"][number]["sections"][number]>();
  for (const { section, file, line, name, through } of uses.toSorted((a, b) => a.line - b.line)) {
    const known = sections.get(section) ?? { section, file, line, names: [] };
    const named = through ?? name;
    sections.set(section, {
      ...known,
      names: known.names.includes(named) ? known.names : [...known.names, named],
    });
  }
  return [...sections.values()];
}

function names({ key, name }: Mention, wanted: Wanted, laws: readonly Law[]): boolean {
  switch (wanted.kind) {
    case "fact":
      return name === wanted.id && key !== "Term.id";
    case "term":
      return name === wanted.id && (key === "Term.id" || /^terms?$/.test(key));
    case "document":
      return name === wanted.id && (key === "Documents.ids" || /^documents?$/.test(key));
    case "law": {
      const law = lawOf(name, laws);
      if (law?.statute !== wanted.statute) return false;
      return !wanted.place || !law.place || overlaps(law.place, wanted.place);
    }
  }
}

function lawOf(cite: string, laws: readonly Law[]): (Wanted & { kind: "law" }) | null {
  // The longest name wins: "SGB XII" also begins like "SGB XI".
  const statute = laws
    .map(({ id }) => id)
    .filter((id) => cite === id || cite.endsWith(` ${id}`))
    .sort((a, b) => b.length - a.length)[0];
  if (!statute) return null;
  if (cite === statute) return { kind: "law", statute, place: null };
  const place = readPlace(cite.slice(0, -statute.length - 1));
  return place ? { kind: "law", statute, place } : null;
}
