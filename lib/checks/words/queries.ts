import "server-only";
import type { Shown } from "@/lib/checks/types";
import { getContent } from "@/lib/guides/content/queries";
import { isolated } from "@/lib/guides/formats/rules";
import { compileMdx } from "@/lib/guides/mdx/compile";
import { outlineOf } from "@/lib/guides/mdx/outline";
import type { Locale } from "@/lib/i18n/routing";
import type { Localized } from "@/lib/offices/types";
import { sectionText } from "@/lib/search/texts/queries";

/** Words as they are; only a text with markup is compiled. */
export async function shown(text: string, locale: Locale): Promise<Shown> {
  return /[<>[\]*_`{}&\\]|^[-\d#]|\n/m.test(text.trimEnd()) ? compileMdx(text, locale) : text.trim();
}

/** Words in the title of a page, which no markup can isolate. */
export function titleOf(said: Localized, words: Locale, locale: Locale): string {
  const text = plainText(said[words], words);
  return words === locale ? text : isolated(text, locale);
}

/** A text without its markup, figures and terms in words. */
export function plainText(text: string, locale: Locale): string {
  const [section] = outlineOf(`## A [#a]\n\n${text}`).sections;
  return section ? sectionText(section, locale) : "";
}

/** Every country by its name in a language, in the order of the names. */
export function countryNames(locale: Locale): { code: string; name: string }[] {
  const order = new Intl.Collator(locale);
  return getContent()
    .countries.flatMap(({ countries }) => countries)
    .map((code) => ({ code, name: countryName(code, locale) }))
    .sort((a, b) => order.compare(a.name, b.name));
}

const names = new Map<Locale, Intl.DisplayNames>();

/** A country by its name in a language. */
export function countryName(code: string, locale: Locale): string {
  const known = names.get(locale) ?? new Intl.DisplayNames([locale], { type: "region" });
  names.set(locale, known);
  return known.of(code) ?? code;
}
