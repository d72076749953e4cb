import type { Locale } from "./routing";

// Western digits in Arabic too, as on the reader's letters; the Gregorian calendar everywhere.
const tags: Record<Locale, string> = { ar: "ar-u-nu-latn-ca-gregory", de: "de-DE", en: "en-GB" };

// Making a formatter costs a hundred times what using it does, and a guide has some hundred figures.
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function kept<Formatter extends Intl.NumberFormat | Intl.DateTimeFormat>(
  key: string,
  make: () => Formatter,
): Formatter {
  const known = (made.get(key) as Formatter | undefined) ?? make();
  made.set(key, known);
  return known;
}

/** Writes numbers in a language. */
export function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(
    `number ${locale} ${JSON.stringify(options)}`,
    () => new Intl.NumberFormat(tags[locale], options),
  );
}

/** Writes days of the calendar in a language. A day is handed over as an instant of it in UTC. */
export function dayFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(
    `day ${locale} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(tags[locale], { ...options, timeZone: "UTC" }),
  );
}
