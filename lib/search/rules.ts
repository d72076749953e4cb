import type { Locale } from "@/lib/i18n/routing";
import type { IndexedField, Match } from "./types";

const arabicPrefix = /^(?:[وف]?(?:ال|بال|كال|لل)|وال|فال)(?=.{3,}$)/u;

/**
 * Words of a text as they are compared: small letters, German umlauts written out, Arabic without vowels, with one
 * form for each letter and without the article. Digits are Western.
 */
export function normalise(text: string, locale: Locale): string {
  const words = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/ä/g, "ae")
    .replace(/ö/g, "oe")
    .replace(/ü/g, "ue")
    .replace(/ß/g, "ss")
    // What is left of accents goes: "Café" is found as "cafe".
    .normalize("NFD")
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .normalize("NFC")
    // Vowel signs and the letter that only stretches a word.
    .replace(/[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g, "")
    .replace(/[أإآٱ]/g, "ا")
    .replace(/ؤ/g, "و")
    .replace(/ئ/g, "ي")
    .replace(/ى/g, "ي")
    .replace(/ة/g, "ه")
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? []).map((word) => (locale === "ar" ? withoutArticle(word) : word)).join(" ");
}

/** The words of a query. A query may mix languages, so each word is treated by its own script. */
export function queryWords(query: string): string[] {
  const words = indexWords(query);
  // Single letters and the smallest words would find everything.
  const telling = words.filter((word) => word.length > 1 && !small.has(word));
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, 12);
}

/**
 * A normalised word with its written-out umlauts taken back: somebody without a German keyboard leaves the dots out,
 * and "auslander" and "auslaender" must find the same.
 */
export function loose(word: string): string {
  return word.replace(/ae/g, "a").replace(/oe/g, "o").replace(/ue/g, "u");
}

/** The words that an index keeps of a text. */
export function indexWords(text: string): string[] {
  // Latin words stand in Arabic texts too; the article is taken off Arabic words in any text.
  return [...new Set(loose(normalise(text, "ar")).split(" ").filter(Boolean))];
}

/**
 * How well a word of an index answers a word of a query: 1 for the word itself, less for its beginning (forms of it)
 * and for a part of it (German compounds), 0 for nothing.
 */
export function wordMatch(word: string, candidate: string): number {
  if (candidate === word) return 1;
  if (word.length < 3) return 0;
  if (candidate.startsWith(word)) return 0.7;
  // "versicherungen" is asked, "versicherung" is there.
  if (candidate.length >= 5 && word.startsWith(candidate)) return 0.5;
  return word.length >= 4 && candidate.includes(word) ? 0.35 : 0;
}

/**
 * Scores the fields of one entry. Every word must be found somewhere, unless `some` is enough. Fields in the reader's
 * language count more, so that of two equal guides the one with the word in sight comes first.
 */
export function matchFields(
  words: readonly string[],
  fields: readonly IndexedField[],
  locale: Locale,
  some = false,
): Match | null {
  const sections = new Map<string | undefined, number>();
  let total = 0;
  let foundWords = 0;
  for (const word of words) {
    let best = 0;
    for (const field of fields) {
      const quality = Math.max(0, ...field.words.map((candidate) => wordMatch(word, candidate)));
      if (quality === 0) continue;
      const score = quality * field.weight * (field.locale === locale ? 1 : 0.7);
      best = Math.max(best, score);
      // The same section has the same id in every language.
      sections.set(field.section, (sections.get(field.section) ?? 0) + score);
    }
    if (best > 0) foundWords += 1;
    total += best;
  }
  if (foundWords === 0 || (!some && foundWords < words.length)) return null;
  const [section] = [...sections].sort((a, b) => b[1] - a[1])[0] ?? [undefined];
  return { score: (total * foundWords) / words.length, section };
}

/** A line of a text around the first of these words, or its beginning. */
export function snippetOf(text: string, words: readonly string[], length = 160): string {
  const clean = text.replace(/\s+/g, " ").trim();
  if (clean.length <= length) return clean;
  const at = firstMatch(clean, words);
  const from = at <= length / 2 ? 0 : clean.indexOf(" ", at - length / 2) + 1;
  const cut = clean.slice(from, from + length);
  const goesOn = from + length < clean.length;
  const line = (goesOn ? cut.slice(0, cut.lastIndexOf(" ")) : cut).replace(/[\s،,;:]+$/u, "");
  return `${from > 0 ? "… " : ""}${balanced(line)}${goesOn ? " …" : ""}`;
}

/** A cut may fall into an isolated run: its other end is put back, or its beginning taken away. */
function balanced(line: string): string {
  const open = "\u2066";
  const close = "\u2069";
  const firstClose = line.indexOf(close);
  const firstOpen = line.indexOf(open);
  const begun = firstClose >= 0 && (firstOpen < 0 || firstClose < firstOpen) ? `${open}${line}` : line;
  return begun.lastIndexOf(open) > begun.lastIndexOf(close) ? `${begun}${close}` : begun;
}

function firstMatch(text: string, words: readonly string[]): number {
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const candidates = indexWords(match[0]);
    if (candidates.some((candidate) => words.some((word) => wordMatch(word, candidate) >= 0.5)))
      return match.index;
  }
  return 0;
}

function withoutArticle(word: string): string {
  return word.replace(arabicPrefix, "");
}

const small = new Set(
  "der die das und oder ein eine ist im in zu the an of to and or is for من في على الى عن هل ما و او".split(
    " ",
  ),
);
