import { defineRouting } from "next-intl/routing";

/** The languages of the portal; the first is served when nothing is known about the reader. */
export const locales = ["ar", "de", "en"] as const;
export type Locale = (typeof locales)[number];

export const directions: Record<Locale, "rtl" | "ltr"> = { ar: "rtl", de: "ltr", en: "ltr" };

/** A language is always shown under its own name. */
export const localeNames: Record<Locale, string> = { ar: "العربية", de: "Deutsch", en: "English" };

export const routing = defineRouting({
  locales,
  defaultLocale: "ar",
  localePrefix: "always",
  // A cookie would make every page of the portal uncacheable, and the address already says the language.
  localeCookie: false,
  alternateLinks: false,
});

export function isLocale(value: string | undefined | null): value is Locale {
  return locales.includes(value as Locale);
}
