import type { ShownFact } from "@/lib/guides/facts/types";
import type { Outline } from "@/lib/guides/mdx/types";
import { translationState } from "@/lib/guides/rules";
import type { SectionEntry, Translation, Trust } from "@/lib/guides/types";

/** The sections of a text; `recorded` are the hashes of the German ones it was made from, and no such for German. */
export function sectionEntries(
  text: Outline,
  german: Outline,
  recorded: Translation["sections"] | undefined,
): SectionEntry[] {
  return text.sections.map((shown) => {
    const { id, title } = shown;
    if (recorded !== undefined && german.sections.includes(shown))
      return { id, title, stale: true, german: true };
    const source = german.sections.find((section) => section.id === id)?.source;
    const stale =
      recorded !== undefined && source !== undefined && translationState(source, recorded[id]) === "changed";
    return { id, title, stale };
  });
}

/** What a reader may know about a page: how old its facts are, and how its translation came to be. */
export function trustOf(
  facts: readonly ShownFact[],
  law: Trust["law"],
  translation: Translation | null,
  sections: readonly SectionEntry[],
): Trust {
  const checked = facts.map((fact) => fact.verifiedAt).sort();
  return {
    factsCheckedAt: checked[0] ?? null,
    unconfirmed: facts.filter((fact) => fact.status === "unverified").length,
    law,
    translation: translation && {
      method: translation.method,
      reviewer: translation.reviewer,
      date: translation.date,
      staleSections: sections.filter((section) => section.stale),
    },
  };
}
