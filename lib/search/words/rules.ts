import type { Token, Word } from "./types";

/** The words of a text with where they stand in it, so that what is found can be marked in the text as it is written. */
export function tokens(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * A word in the one spelling that is compared: small letters, Western digits, no vowel signs, one alef, one ya, one ha,
 * umlauts without their dots, however they were typed.
 */
export function fold(word: string): string {
  return foldLetters(unmarked(word));
}

/** The spelling of a word and the keys it shares with its other forms. `whole`: beginnings that are no prefixes. */
export function wordOf(text: string, whole: readonly string[] = []): Word {
  const spelled = unmarked(text);
  const folded = foldLetters(spelled);
  if (/\p{Script=Arabic}/u.test(folded)) return arabicWord(spelled, folded, whole);
  return { word: folded, keys: /^\p{L}/u.test(folded) ? latinKeys(folded) : [folded] };
}

/** Without vowel signs, without the letter that only stretches a word, in small letters. */
function unmarked(word: string): string {
  return word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g, "");
}

function foldLetters(word: string): string {
  return (
    word
      .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
      .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
      .replace(/ß/g, "ss")
      // What is left of accents goes: "Café" is found as "cafe", "ä" as "a" …
      .normalize("NFD")
      .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
      .normalize("NFC")
      // … and as "ae", by whoever has no such key. Words lose their own "ae" as well, on both sides.
      .replace(/([aou])e+/g, "$1")
      .replace(/(^|.)(مس|ش)ئو/g, "$1$2وو")
      .replace(/[أإآٱ]/g, "ا")
      .replace(/ؤ/g, "و")
      .replace(/[ئىیې]/g, "ي")
      .replace(/ک/g, "ك")
      .replace(/ة/g, "ه")
      .replace(/(?<=.{3})ء/g, "")
  );
}

// An article begins with a bare alef: "إلغاء" and "ألمانيا" have none.
const article = /^([وف]?(?:[بك]?ال|لل))(.{2,})$/;

function arabicWord(spelled: string, folded: string, whole: readonly string[]): Word {
  const bases = basesOf(spelled, folded, whole);
  return { word: bases[0] ?? folded, keys: [...new Set(bases.flatMap(arabicKeys))] };
}

/** What may be left of a word without article and prefixes; the first one is the word. */
function basesOf(spelled: string, folded: string, whole: readonly string[]): string[] {
  const isWhole = (word: string) => whole.some((beginning) => word.startsWith(beginning));
  const [, prefix, rest] = article.exec(spelled) ?? [];
  // "والدفع" begins like "والد", "التقاعد" like "التقاء": those are read in both ways.
  if (isWhole(folded)) return prefix && rest ? [folded, foldLetters(rest)] : [folded];
  if (prefix && rest) {
    const base = foldLetters(rest);
    // "للجوء" is "ل" before "اللجوء".
    return prefix.endsWith("لل") ? [base, `ل${base}`] : [base];
  }
  const bases = [folded];
  let left = folded;
  // One letter stands before a word, or "و" and another one: both readings are kept.
  for (const letters of [/^[وف]/, /^[بكل]/]) {
    if (!letters.test(left) || left.length < 4 || isWhole(left)) continue;
    left = left.slice(1);
    bases.push(left);
  }
  return bases;
}

// Whose it is; a "ت" before it was a ta marbuta.
const possessive = /^(.{3,}?)(ت?(?:هما|ها|هم|هن|كم|نا|ي|ك|ه))$/;
// How many, of which gender, "as a …", or who did it.
const number = /^(.{2,}?)(تان|تين|ات|ون|ين|ان|وا|تم|ه|ا|ت)$/;
const shortest: Record<string, number> = { ه: 2, ات: 2, ا: 4 };

// "لغتي", "سنتين": two letters and what was a ta marbuta.
const shortFeminine = /^(..)ت(?:هما|ها|هم|هن|كم|نا|ين|ان|ي|ك|ه)$/;

/** A word and what it is without its endings, up to three of them. */
function arabicKeys(word: string): string[] {
  const keys = new Set([word]);
  const add = (stem: string, ending: string) => {
    keys.add(stem);
    // "إقامات" and "إقامتي" are forms of "إقامة", but "طلبات" of "طلب": both are kept.
    if (/^(ت.|تهما|ات)/.test(ending)) keys.add(`${stem}ه`);
  };
  for (const [pattern, least] of [
    [possessive, 3],
    [number, 3],
  ] as const) {
    for (const key of [...keys]) {
      for (const [stem, ending] of endingsOf(key, pattern))
        if (stem.length >= (shortest[ending] ?? least)) add(stem, ending);
    }
  }
  const [, short] = shortFeminine.exec(word) ?? [];
  if (short) keys.add(`${short}ه`);
  // "قانونية" belongs to "قانوني".
  for (const key of [...keys]) if (key !== word && /^.{3,}ي$/.test(key)) keys.add(key.slice(0, -1));
  return [...keys];
}

/** Every way in which a pattern reads the end of a word: "جوازتي" may end in "تي" or in "ي". */
function endingsOf(word: string, pattern: RegExp): [stem: string, ending: string][] {
  const found: [string, string][] = [];
  const [, stem = "", ending = ""] = pattern.exec(word) ?? [];
  if (!ending) return found;
  found.push([stem, ending]);
  if (ending.startsWith("ت") && ending.length > 1) found.push([`${stem}ت`, ending.slice(1)]);
  return found;
}

const latinEndings = "innen ungen ung ern en er es em et in e n s ies ing ed"
  .split(" ")
  .sort((a, b) => b.length - a.length);

function latinKeys(word: string): string[] {
  const keys = new Set([word]);
  for (const ending of latinEndings) {
    if (!word.endsWith(ending) || (ending === "s" && word.endsWith("ss"))) continue;
    const stem = word.slice(0, -ending.length) + (ending === "ies" ? "y" : "");
    if (stem.length >= 3) keys.add(stem);
  }
  return [...keys];
}
