import { Temporal } from "temporal-polyfill";
import { zone } from "@/lib/time/calendar";
import { dayFormat } from "./formatters";
import type { Locale } from "./routing";

type Options = Intl.DateTimeFormatOptions;

function format(date: Temporal.PlainDate, locale: Locale, options: Options): string {
  // Noon in UTC is the same calendar day for a formatter in UTC, whatever zone the process runs in.
  const noon = new Date(Date.UTC(date.year, date.month - 1, date.day, 12));
  // Invisible direction marks that some versions of the data put in would split a line of text in two.
  const text = dayFormat(locale, options).format(noon);
  // In Arabic "الخميس 3 ديسمبر" is written without the comma that the data put in.
  return text.replace(/[\u200e\u200f]|(?<=\p{Script=Arabic})،(?= \d)/gu, "");
}

/** `Donnerstag, 3. Dezember 2026` */
export const longDate = (date: Temporal.PlainDate, locale: Locale) =>
  format(date, locale, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** `Donnerstag, 3. Dezember` */
export const dayAndMonth = (date: Temporal.PlainDate, locale: Locale) =>
  format(date, locale, { weekday: "long", day: "numeric", month: "long" });

/** `3. Dezember` */
export const shortDay = (date: Temporal.PlainDate, locale: Locale) =>
  format(date, locale, { day: "numeric", month: "long" });

/** `03.12.2026`, to compare with a passport. Isolate it left to right where it stands in Arabic text. */
export const numericDay = (date: Temporal.PlainDate, locale: Locale) =>
  format(date, locale, { day: "2-digit", month: "2-digit", year: "numeric" });

/** `Do`, in Arabic the whole name: its abbreviations are not in use. */
export const weekdayName = (date: Temporal.PlainDate, locale: Locale) =>
  format(date, locale, { weekday: locale === "ar" ? "long" : "short" });

/** `15:30` in Berlin. Isolate it left to right where it stands in Arabic text. */
export function clockTime(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: "minute" });
}

/** A day of the calendar from RFC 3339 text, in Berlin. */
export const dayOf = (instant: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();

/** A day of the calendar from `YYYY-MM-DD`. */
export const toDay = (date: string) => Temporal.PlainDate.from(date);

/** `15:30` in Berlin from RFC 3339 text. */
export const timeOf = (instant: string) => clockTime(Temporal.Instant.from(instant));
