import type { Metadata } from "next";
import { type Locale, locales, routing } from "./routing";

/** Canonical address and the other languages of a page, for `<link rel="alternate" hreflang>`. `path` comes after the language. */
export function alternates(locale: Locale, path: string): NonNullable<Metadata["alternates"]> {
  const languages = Object.fromEntries(locales.map((other) => [other, `/${other}${path}`]));
  return {
    canonical: `/${locale}${path}`,
    languages: { ...languages, "x-default": `/${routing.defaultLocale}${path}` },
  };
}
