import { type Locale, locales } from "@/lib/i18n/routing";
import { inEach } from "@/lib/search/rules";
import type { Statement } from "@/lib/search/statements/types";
import type { FactPlace } from "./types";

/** What a section says of a fact in every language; the n-th time in one is the n-th time in the others. */
export function inAllLanguages(
  said: Record<Locale, Statement[]>,
): Pick<FactPlace, "fact" | "label" | "sentence">[] {
  const times = new Map<string, number>();
  return said.de.flatMap(({ fact }) => {
    const time = times.get(fact) ?? 0;
    times.set(fact, time + 1);
    const own = inEach((locale) => said[locale].filter((one) => one.fact === fact)[time]);
    const { ar, de, en } = own;
    if (!ar || !de || !en) return [];
    const named = locales.every((locale) => own[locale]?.label);
    return [
      {
        fact,
        label: named ? { ar: ar.label, de: de.label, en: en.label } : null,
        sentence: inEach((locale) => own[locale]?.sentence || (named ? "" : (own[locale]?.label ?? ""))),
      },
    ];
  });
}

/** The place that says best what a fact is, and the others: the first that has a name for it, else the first of all. */
export function bestPlace(places: readonly FactPlace[]): { best: FactPlace; others: FactPlace[] } | null {
  const best = places.find(({ label }) => label !== null) ?? places[0];
  return best ? { best, others: places.filter((place) => place !== best) } : null;
}
