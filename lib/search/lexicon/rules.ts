import { fold, tokens, wordOf } from "@/lib/search/words/rules";
import type { Word } from "@/lib/search/words/types";
import type { LexiconSource } from "./schema";
import type { Family, Lexicon } from "./types";

/** How much a word counts that was not asked but another form, or another word for the same. */
export const qualities = {
  exact: 1,
  form: 0.85,
  stem: 0.7,
  meaning: 0.55,
  pattern: 0.5,
  part: 0.45,
  slip: 0.4,
} as const;

/** Makes the lexicon ready to be asked. Of a group only single words count; "travel document" is two. */
export function makeLexicon(source: LexiconSource): Lexicon {
  const whole = source.whole.map(fold);
  const read = (text: string) => wordOf(text, whole);
  const family = (quality: number) => (group: readonly string[]) => ({
    quality,
    words: group.filter((text) => tokens(text).length === 1).map(read),
  });
  const families = [
    ...source.forms.map(family(qualities.form)),
    ...source.meanings.map(family(qualities.meaning)),
  ];
  const byKey = new Map<string, Family[]>();
  for (const one of families) {
    for (const key of new Set(one.words.flatMap(({ keys }) => keys)))
      byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  const { ar, de, en } = source.stopWords;
  return {
    whole,
    stopWords: new Set([...ar, ...de, ...en].map(fold)),
    apart: source.apart.map(([one, other]) => [read(one), read(other)]),
    families,
    byKey,
  };
}

/** How far one word is a form of another: 1 for the word itself, 0 when they have nothing in common. */
export function likeness(asked: Word, other: Word, lexicon: Pick<Lexicon, "apart">): number {
  if (asked.word === other.word) return qualities.exact;
  if (areApart(asked, other, lexicon)) return 0;
  if (asked.keys.includes(other.word) || other.keys.includes(asked.word)) return qualities.form;
  return asked.keys.some((key) => other.keys.includes(key)) ? qualities.stem : 0;
}

/**
 * Words that stand for a word, with how much each counts; the word itself is not among them. Two steps, so that "أجدد"
 * leads over "تجديد" to "تمديد".
 */
export function relatives(asked: Word, lexicon: Lexicon): { word: Word; quality: number }[] {
  const near = kin(asked, lexicon, (word) => isFormOf(asked, word, lexicon));
  const far = near.flatMap(({ word, quality }) =>
    kin(word, lexicon, (same) => same.word === word.word).map((other) => ({
      word: other.word,
      quality: quality * other.quality,
    })),
  );
  const best = new Map<string, { word: Word; quality: number }>();
  for (const one of [...near, ...far]) {
    const known = best.get(one.word.word);
    if (!isFormOf(asked, one.word, lexicon) && (!known || known.quality < one.quality))
      best.set(one.word.word, one);
  }
  // Another word for another word for it is about something else.
  return [...best.values()].filter(({ quality }) => quality >= qualities.meaning * qualities.form);
}

/** The other words of the families that a word belongs to. */
function kin(
  asked: Word,
  lexicon: Lexicon,
  isMine: (word: Word) => boolean,
): { word: Word; quality: number }[] {
  const families = new Set(asked.keys.flatMap((key) => lexicon.byKey.get(key) ?? []));
  return [...families].flatMap(({ words, quality }) => {
    const mine = words.filter(isMine);
    return mine.length === 0
      ? []
      : words.filter((word) => !mine.includes(word)).map((word) => ({ word, quality }));
  });
}

/** Whether one word is another one with endings; not the other way round, or "طلب" would be taken for "طلبة". */
export function isFormOf(word: Word, base: Word, lexicon: Pick<Lexicon, "apart">): boolean {
  return word.keys.includes(base.word) && !areApart(word, base, lexicon);
}

/** "عمل" and "عملة" share a key and are different words. */
function areApart(one: Word, other: Word, { apart }: Pick<Lexicon, "apart">): boolean {
  return apart.some(([short, long]) => {
    const side = ({ keys }: Word) => (keys.includes(long.word) ? 2 : keys.includes(short.word) ? 1 : 0);
    return side(one) + side(other) === 3;
  });
}
