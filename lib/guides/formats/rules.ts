import type { FactValue, Unit } from "@/lib/guides/facts/types";
import { dayFormat, numberFormat } from "@/lib/i18n/formatters";
import { directions, type Locale } from "@/lib/i18n/routing";
import type { FactForm, FactWords, Run } from "./types";

const isolate = "\u2066";
const end = "\u2069";
const noBreak = "\u00a0";

const durations = ["minute", "hour", "day", "week", "month", "year"] as const;
type Duration = (typeof durations)[number];
const isDuration = (unit: Unit): unit is Duration => durations.includes(unit as Duration);

/**
 * A fact in words. Runs that must stand left to right are enclosed in Unicode isolates; `runs` takes them apart for
 * markup and `plainFact` drops them.
 */
export function formatFact(
  unit: Unit,
  value: FactValue,
  form: FactForm,
  locale: Locale,
  words: FactWords,
): string {
  if (isDuration(unit) && typeof value !== "string")
    return noBreaks(duration(unit, value, form, locale, words));
  switch (unit) {
    case "EUR":
    case "EUR/day":
    case "EUR/month":
    case "EUR/year":
      return noBreaks(
        form === "bare" ? figure(value, locale, words, money(value)) : sum(unit, value, locale, words),
      );
    case "percent":
      return noBreaks(form === "bare" ? figure(value, locale, words, number) : percent(value, locale, words));
    case "count":
      return figure(value, locale, words, number);
    case "date":
      return dateText(String(value), locale);
    case "time":
      return form === "bare" ? ltr(String(value)) : noBreaks(words("time", { time: ltr(String(value)) }));
    case "url":
      return ltr(hostOf(String(value)));
    default:
      return ltr(String(value));
  }
}

/** The same without invisible characters, for search and descriptions. */
export function plainFact(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, "").replaceAll(noBreak, " ");
}

/** The runs of a formatted text. */
export function runs(text: string): Run[] {
  return text
    .split(/(\u2066[^\u2069]*\u2069)/)
    .filter(Boolean)
    .map((run) =>
      run.startsWith(isolate) ? { text: run.slice(1, -1), ltr: true } : { text: run, ltr: false },
    );
}

/** The two ends of a range stay on one line: a dash at its end would be read as part of another figure. */
export function staysTogether(text: string): boolean {
  return /\d–\d/.test(text) && text.length <= 20;
}

/** `1. Mai 2025`, `1 مايو 2025`, `1 May 2025` from `2025-05-01`. */
export function dateText(date: string, locale: Locale): string {
  return calendar(date, locale, { day: "numeric", month: "long", year: "numeric" });
}

/** `November 2026`, `نوفمبر 2026` from a day. */
export function monthText(date: string, locale: Locale): string {
  return calendar(date, locale, { month: "long", year: "numeric" });
}

/** The address behind a printed phone number: German national numbers get the country's code, short ones (060) stay. */
export function telHref(phone: string): string {
  const digits = phone.replace(/\(0\)/g, "").replace(/[^\d+]/g, "");
  if (digits.startsWith("+")) return `tel:${digits}`;
  if (digits.startsWith("00")) return `tel:+${digits.slice(2)}`;
  return `tel:${digits.startsWith("0") && digits.length > 3 ? `+49${digits.slice(1)}` : digits}`;
}

/** The host of an address without `www.`. */
export function hostOf(url: string): string {
  return new URL(url).host.replace(/^www\./, "");
}

/** A run that must stand left to right, isolated in a right-to-left language. For texts without markup. */
export function isolated(text: string, locale: Locale): string {
  return directions[locale] === "rtl" ? ltr(text) : text;
}

const ltr = (text: string) => `${isolate}${text}${end}`;
const noBreaks = (text: string) => text.replace(/(\d[\u2069]?) /g, `$1${noBreak}`);
const number = (value: number, locale: Locale) =>
  numberFormat(locale, { maximumFractionDigits: 2 }).format(value);

// Cents are written with two digits, whole euros without; the two ends of a range alike.
const money: (value: FactValue) => Write = (value) => {
  const cents = [value].flat().some((amount) => !Number.isInteger(amount));
  return (amount, locale) =>
    numberFormat(locale, { minimumFractionDigits: cents ? 2 : 0, maximumFractionDigits: 2 }).format(amount);
};

// Figures around a dash change places in a right-to-left text, so a range is written in words there.
const inWords = (locale: Locale) => directions[locale] === "rtl";

type Write = (value: number, locale: Locale) => string;

/** A number or a range of numbers. `last` puts the unit to the number that carries it. */
function figure(
  value: FactValue,
  locale: Locale,
  words: FactWords,
  write: Write,
  last = (text: string) => text,
): string {
  if (typeof value === "number") return last(write(value, locale));
  if (typeof value === "string") return value;
  const [from, to] = value;
  if (inWords(locale)) return words("range", { from: write(from, locale), to: last(write(to, locale)) });
  return last(words("range", { from: write(from, locale), to: write(to, locale) }));
}

function sum(unit: Unit, value: FactValue, locale: Locale, words: FactWords): string {
  const amount = figure(value, locale, words, money(value), (text) => ltr(words("euro", { amount: text })));
  switch (unit) {
    case "EUR/day":
      return words("perDay", { amount });
    case "EUR/month":
      return words("perMonth", { amount });
    case "EUR/year":
      return words("perYear", { amount });
    default:
      return amount;
  }
}

function percent(value: FactValue, locale: Locale, words: FactWords): string {
  return figure(value, locale, words, number, (text) => ltr(words("percent", { amount: text })));
}

function duration(
  unit: Duration,
  value: number | [number, number],
  form: FactForm,
  locale: Locale,
  words: FactWords,
) {
  if (form === "bare") return figure(value, locale, words, number);
  const phrase = (count: number, text: string, wanted: FactForm) =>
    words(unit, { count, number: text, form: wanted });
  if (typeof value === "number") return phrase(value, number(value, locale), form);
  const [from, to] = value;
  if (!inWords(locale)) {
    return phrase(to, words("range", { from: number(from, locale), to: number(to, locale) }), form);
  }
  // "From" and "to" are prepositions: what follows is oblique. One and two have no figure in Arabic.
  const begin =
    from === 1 || from === 2 ? phrase(from, number(from, locale), "oblique") : number(from, locale);
  return words("range", { from: begin, to: phrase(to, number(to, locale), "oblique") });
}

function calendar(date: string, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  // The day is a calendar day: UTC on both sides keeps it whatever zone the process runs in.
  return dayFormat(locale, options)
    .format(Date.parse(date))
    .replace(/[\u200e\u200f]/g, "");
}
