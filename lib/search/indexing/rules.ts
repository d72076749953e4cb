import { type Locale, locales } from "@/lib/i18n/routing";
import { soundKeysOfLatin } from "@/lib/search/sounds/rules";
import type { SearchEntry, SearchKind, SearchText } from "@/lib/search/types";
import { tokens, wordOf } from "@/lib/search/words/rules";
import type { Word } from "@/lib/search/words/types";
import type { Indexed, Posting } from "./types";

/** How much a word counts by where it stands: title before heading before term before text. */
export const places = {
  title: 10,
  keywords: 8,
  heading: 7,
  titleOfPage: 5,
  about: 4,
  terms: 3,
  body: 1,
} as const;

// Of equal matches a guide, which says what to do, comes before a term, which says what a word means.
const kinds: Record<SearchKind, number> = {
  guide: 1.6,
  check: 1.4,
  service: 1.3,
  office: 1.3,
  term: 1.2,
  concern: 1.1,
  department: 1,
  fact: 0.9,
};

/** Reads words, each spelling once; German ones with how they sound. */
export function reader(whole: readonly string[]): (text: string) => Word {
  const known = new Map<string, Word>();
  return (text) => {
    const seen = known.get(text);
    if (seen) return seen;
    const { word, keys } = wordOf(text, whole);
    const heard = { word, keys: [...keys, ...new Set(keys.flatMap(soundKeysOfLatin))] };
    known.set(text, heard);
    return heard;
  };
}

/** An entry with its words. */
export function indexed(entry: SearchEntry, read: (text: string) => Word): Indexed {
  const postings = locales.flatMap((locale) => postingsOf(entry, locale, read));
  return { entry, postings, weight: kinds[entry.kind] };
}

function postingsOf(entry: SearchEntry, locale: Locale, read: (text: string) => Word): Posting[] {
  const found = new Map<string, Posting & { times: number }>();
  for (const [text, weight] of fieldsOf(entry.texts[locale], entry)) {
    for (const token of tokens(text)) {
      const { word, keys } = read(token.text);
      const known = found.get(word) ?? { word, keys, shown: token.text, locale, impact: 0, times: 0 };
      known.times += 1;
      known.impact = Math.max(known.impact, weight);
      found.set(word, known);
    }
  }
  // What is said again and again counts a little more, never as much as a better place.
  return [...found.values()].map(({ times, impact, ...rest }) => ({
    ...rest,
    impact: impact + Math.min(0.9, 0.3 * Math.log(times)),
  }));
}

function fieldsOf(text: SearchText, { kind, part }: SearchEntry): [text: string, weight: number][] {
  return [
    [text.title, part ? places.titleOfPage : places.title],
    [part && kind === "guide" ? text.heading : "", places.heading],
    [text.keywords ?? "", places.keywords],
    [text.about ?? "", places.about],
    [text.terms ?? "", places.terms],
    [text.body, places.body],
  ];
}
