import { isFormOf, likeness, qualities, relatives } from "@/lib/search/lexicon/rules";
import type { Lexicon } from "@/lib/search/lexicon/types";
import { likelyNumbers, possibleNumbers } from "@/lib/search/plurals/rules";
import { soundKey } from "@/lib/search/sounds/rules";
import { likelyNouns, possibleNouns, possibleVerbs } from "@/lib/search/verbs/rules";
import { fold, tokens, wordOf } from "@/lib/search/words/rules";
import type { Word } from "@/lib/search/words/types";
import type { Alternative, Asked, Candidate } from "./types";

const mostWords = 12;

/** The words of a query that tell something, each once. A query of nothing but small words keeps them. */
export function askedWords(query: string, lexicon: Lexicon): Asked[] {
  const read = tokens(query).map(({ text }) => ({ text, ...wordOf(text, lexicon.whole) }));
  const isSmall = (word: string) => word.length < 2 || lexicon.stopWords.has(word);
  const telling = read.filter(({ text, word }) => !isSmall(word) && !isSmall(fold(text)));
  const kept = telling.length > 0 ? telling : read.filter(({ word }) => word.length > 1);
  const unique = kept.filter(({ word }, place) => kept.findIndex((one) => one.word === word) === place);
  return unique.slice(0, mostWords).map((asked, place) => {
    let maybe: string[] | undefined;
    return {
      ...asked,
      relatives: standIns(asked, lexicon),
      sounds: soundsAround(unique, place),
      // Costs more than all the rest and is needed for few words.
      get maybe() {
        maybe ??= maybeFormsOf(asked, lexicon);
        return maybe;
      },
    };
  });
}

/** A German compound may be written as two words: "جوب سنتر". What looks like an article may be its beginning. */
function soundsAround(words: readonly (Word & { text: string })[], place: number): string[] {
  const [before, own, after] = [-1, 0, 1].map((step) => words[place + step]);
  const heard = (...texts: string[]) => texts.flatMap((text) => soundKey(text) ?? []);
  const spellings = (one?: Word & { text: string }) => (one ? [one.word, fold(one.text)] : []);
  const pairs = (one: string[], other: string[]) => one.flatMap((start) => other.map((end) => start + end));
  const joined = [...pairs(spellings(before), spellings(own)), ...pairs(spellings(own), spellings(after))];
  // Two words together have many letters: what they sound like by chance is short.
  const longer = heard(...joined).filter((key) => key.length > 5);
  return [...new Set([...heard(...spellings(own)), ...longer])];
}

/** The relatives of a word, and what it is the plural or the singular of by its pattern. */
function standIns(asked: Word, lexicon: Lexicon): Asked["relatives"] {
  const known = relatives(asked, lexicon);
  const made = [...likelyNumbers(asked.keys), ...likelyNouns(asked.keys)].map((word) => ({
    word: { word, keys: [word] },
    quality: qualities.pattern,
  }));
  return [...known, ...made.filter(({ word }) => !known.some((one) => one.word.word === word.word))];
}

/** Numbers and nouns by patterns that fit by chance, too, and what the lexicon knows of the verb in a word. */
function maybeFormsOf({ keys }: Word, lexicon: Lexicon): string[] {
  const nouns = possibleNouns(keys);
  const known = nouns.flatMap((noun) => relatives({ word: noun, keys: [noun] }, lexicon));
  return [
    ...new Set([
      ...possibleNumbers(keys),
      ...nouns,
      ...possibleVerbs(keys),
      ...known.map(({ word }) => word.word),
    ]),
  ];
}

/** The keys by which the index is asked for forms of these words. */
export function keysOf(asked: readonly Asked[]): string[] {
  return [...new Set(asked.flatMap((one) => [...one.keys, ...one.relatives.map(({ word }) => word.word)]))];
}

/** What long Latin words may be part of: "versicherung" of "krankenversicherung". */
export function partPatterns(asked: readonly Asked[]): string[] {
  return [...new Set(asked.flatMap((one) => partOf(one) ?? []))];
}

const latin = /^\p{Script=Latin}+$/u;

function partOf({ word, keys }: Asked): string | undefined {
  if (!latin.test(word)) return undefined;
  return keys.filter((key) => key.length >= 4).sort((a, b) => a.length - b.length)[0];
}

/** The words of the index that stand for the words of the query as forms, meanings and parts. */
export function alternatives(
  asked: readonly Asked[],
  candidates: readonly Candidate[],
  lexicon: Lexicon,
): Alternative[] {
  return asked.flatMap((one, term) =>
    candidates.flatMap((candidate): Alternative[] => {
      const quality = qualityOf(one, candidate, lexicon);
      return quality > 0 ? [{ term, candidate, quality }] : [];
    }),
  );
}

const mostStandIns = 12;

/**
 * Of a query of several words the best that stand for each, of those the ones that stand in most places: that many words
 * with a distant meaning cost more time than they find.
 */
export function likeliest(words: readonly Alternative[], terms: number): Alternative[] {
  const best = [...words].sort((a, b) => b.quality - a.quality || b.candidate.entries - a.candidate.entries);
  if (terms < 2) return best;
  return Array.from({ length: terms }, (_, term) => best.filter((one) => one.term === term)).flatMap((own) =>
    own.slice(0, mostStandIns),
  );
}

function qualityOf(asked: Asked, candidate: Candidate, lexicon: Lexicon): number {
  const own = likeness(asked, candidate, lexicon);
  if (own === qualities.exact) return own;
  const related = asked.relatives
    .filter(({ word }) => isFormOf(candidate, word, lexicon))
    .map(({ quality }) => quality);
  return Math.max(own, isPart(asked, candidate) ? qualities.part : 0, ...related);
}

/** A word of a compound: its end from four letters on, its beginning from five on, and something beside it. */
function isPart(asked: Asked, candidate: Candidate): boolean {
  const part = partOf(asked);
  if (!part || !latin.test(candidate.word)) return false;
  return candidate.keys.some(
    (key) =>
      key.length >= part.length + 3 && (key.endsWith(part) || (part.length >= 5 && key.startsWith(part))),
  );
}

/** The keys by which the index is asked for guesses: other numbers of a word, parts of a compound. */
export function guessedKeys(asked: Asked): string[] {
  return [...asked.maybe, ...asked.sounds, ...partsOf(asked)];
}

/** Beginnings and ends of a long word, for compounds of which the index has only a part. */
function partsOf({ word }: Asked): string[] {
  if (word.length < 9 || !latin.test(word)) return [];
  const lengths = Array.from({ length: word.length - 7 }, (_, index) => index + 5);
  return lengths.flatMap((length) => [word.slice(0, length), word.slice(-length)]);
}

/**
 * What stands for a word that the index does not have: a word it begins (while it is being typed), its other number by
 * a short pattern, a word that is written nearly like it, or the longest parts of a compound.
 */
export function guesses(
  asked: Asked,
  term: number,
  candidates: readonly Candidate[],
  typing: boolean,
): Alternative[] {
  const as = (quality: number, found: Candidate[]) =>
    found.map((candidate): Alternative => ({ term, candidate, quality }));
  const begun = typing ? candidates.filter(({ word }) => word.startsWith(asked.word)) : [];
  if (begun.length > 0) return as(qualities.part, begun);
  const heard = candidates.filter(({ keys }) => keys.some((key) => asked.sounds.includes(key)));
  if (heard.length > 0) return as(qualities.part, heard);
  // A slip may look like a form of something else, so neither hides the other.
  const forms = candidates.filter(({ keys }) => keys.some((key) => asked.maybe.includes(key)));
  const nearly = nearest(asked, candidates).filter((candidate) => !forms.includes(candidate));
  if (forms.length + nearly.length > 0) return [...as(qualities.part, forms), ...as(qualities.slip, nearly)];
  return as(qualities.part, longestParts(asked, candidates));
}

/** The words that are written most nearly like it. */
function nearest(asked: Asked, candidates: readonly Candidate[]): Candidate[] {
  const likely = candidates
    .map((candidate) => ({ candidate, slips: slipsBetween(asked, candidate) }))
    .filter(({ candidate, slips }) => slips <= slipsAllowed(asked.word, candidate.word));
  const fewest = Math.min(...likely.map(({ slips }) => slips));
  return likely.filter(({ slips }) => slips === fewest).map(({ candidate }) => candidate);
}

/** The longest words that a compound begins and ends with, when they make up most of it. */
function longestParts(asked: Asked, candidates: readonly Candidate[]): Candidate[] {
  const lengthAt = (key: string) => (asked.word.startsWith(key) || asked.word.endsWith(key) ? key.length : 0);
  const partIn = ({ keys }: Candidate) =>
    Math.max(...keys.map((key) => (key.length >= 5 ? lengthAt(key) : 0)));
  const longest = (part: (word: string) => boolean) => {
    const held = candidates.filter((candidate) => partIn(candidate) > 0 && candidate.keys.some(part));
    const most = Math.max(0, ...held.map(partIn));
    return { length: most, held: held.filter((candidate) => partIn(candidate) === most) };
  };
  const first = longest((key) => key.length >= 5 && asked.word.startsWith(key));
  const last = longest((key) => key.length >= 5 && asked.word.endsWith(key));
  // "Kuchenrezept" has "Rezept" in it and is about something else.
  if (first.length + last.length < asked.word.length * 0.7) return [];
  return [...new Set([...first.held, ...last.held])];
}

/** Whether slips are forgiven in a word at all. */
export function mayBeMisspelt(word: string): boolean {
  return word.length >= 4 && !/^\d/.test(word);
}

/** One slip from five letters on, two from eight on. Of a word of four letters one of five may have been left out. */
export function slipsAllowed(word: string, other = word): number {
  if (!mayBeMisspelt(word)) return -1;
  if (word.length >= 5) return word.length < 8 ? 1 : 2;
  return other.length === 5 && other[0] === word[0] && other.at(-1) === word.at(-1) ? 1 : -1;
}

/** Between the words as they stand or, of long words, between their stems: a slip may hit an inflected form. */
function slipsBetween(asked: Asked, candidate: Candidate): number {
  const stems = (keys: string[]) => keys.filter((key) => key.length >= 7);
  const between = stems(asked.keys).flatMap((one) => stems(candidate.keys).map((other) => slips(one, other)));
  return Math.min(slips(asked.word, candidate.word), ...between);
}

/** How many letters have to be added, left out, changed or swapped with their neighbour. */
export function slips(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + same,
      );
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (row > 1 && column > 1 && swapped) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      line.push(least);
    }
    before = last;
    last = line;
  }
  return last[other.length] ?? 0;
}
