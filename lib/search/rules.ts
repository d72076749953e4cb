import type { Locale } from "@/lib/i18n/routing";

/** Something in every language. */
export function inEach<Text>(read: (locale: Locale) => Text): Record<Locale, Text> {
  return { ar: read("ar"), de: read("de"), en: read("en") };
}
