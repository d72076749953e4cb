import type { Locale } from "@/lib/i18n/routing";
import type { Term } from "./types";

/** The words that may stand for a term in a language: the approved word and its forms. */
export function approvedForms(term: Term, locale: Locale): string[] {
  return [term[locale], ...(term.forms[locale] ?? [])];
}

/** Whether a text is an approved form. A sentence may begin with it, so the case of its first letter is free. */
export function isApprovedForm(term: Term, locale: Locale, form: string): boolean {
  const wanted = comparable(form);
  return approvedForms(term, locale).some((approved) => comparable(approved) === wanted);
}

/** The German name that stands in brackets after the word, or null where it would only repeat the word. */
export function germanBeside(term: Term, locale: Locale, shown: string): string | null {
  if (locale === "de" || comparable(shown).toLowerCase() === comparable(term.de).toLowerCase()) return null;
  return term.de;
}

function comparable(form: string): string {
  const text = form.normalize("NFC").trim().replace(/\s+/g, " ");
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Id of the explanation of a term on a page. */
export function termAnchor(id: string): string {
  return `term-${id}`;
}

/** Terms by the first letter of their German name, in the order in which they stand in a German dictionary. */
export function byLetter<One extends { de: string }>(
  terms: readonly One[],
): { letter: string; terms: One[] }[] {
  const order = new Intl.Collator("de");
  const sorted = [...terms].sort((a, b) => order.compare(a.de, b.de));
  const letterOf = ({ de }: One) => de.normalize("NFD").charAt(0).toUpperCase();
  return [...Map.groupBy(sorted, letterOf)].map(([letter, group]) => ({ letter, terms: group }));
}
