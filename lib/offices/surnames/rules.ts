import { hasArabicArticle, latinBeginnings } from "./arabic/rules";
import { latinSpellings } from "./latin/rules";
import type { LetterRange, PossibleRange, SurnameAnswer, SurnameHint } from "./types";

/** Longer than the beginnings that any office tells apart. */
const mostLetters = 6;
/** Enough to show a sound that is written with two letters. */
const leastLetters = 3;

/**
 * Who is responsible for a family name, by the beginning of its Latin spelling. Null when the text is no name or when no
 * range has it. Names in Arabic letters are read in every way in which passports write them; the range is certain where
 * all of them lead to the same one.
 */
export function rangesOfSurname<Range extends LetterRange>(
  ranges: readonly Range[],
  surname: string,
): SurnameAnswer<Range> | null {
  const length = Math.min(
    mostLetters,
    Math.max(leastLetters, ...ranges.map(({ from, to }) => Math.max(from.length, to.length))),
  );
  const isArabic = /(?=\p{L})\p{Script=Arabic}/u.test(surname);
  const latin = isArabic ? null : latinSpellings(surname);
  const spellings = latin ? latin.spellings : latinBeginnings(surname, length);
  const beginnings = [...new Set(spellings.map((spelling) => spelling.slice(0, length)))].filter(Boolean);
  const found = ranges
    .map((range) => ({
      range,
      first: beginnings.findIndex((beginning) => mayBeIn(range, beginning, length)),
    }))
    .filter(({ first }) => first >= 0)
    .sort((one, other) => one.first - other.first);
  if (found.length === 0) return null;
  const several = found.length > 1;
  const short =
    latin !== null &&
    found.some(({ range }) => beginnings.some((text) => isOpen(ranges, range, text, length)));
  const possible = found.map(
    ({ range }): PossibleRange<Range> => ({
      range,
      beginnings:
        several && !short ? shortest(beginnings, (beginning) => mayBeIn(range, beginning, length)) : [],
    }),
  );
  const hints: [SurnameHint, boolean][] = [
    ["article", latin ? latin.article : hasArabicArticle(surname)],
    ["particle", latin?.particle ?? false],
    ["umlaut", latin?.umlaut ?? false],
    ["spelling", isArabic],
    ["short", short],
  ];
  return { ranges: possible, hints: several ? hints.filter(([, holds]) => holds).map(([hint]) => hint) : [] };
}

/** Whether a name that begins so can belong to a range. A text shorter than `length` is only a beginning. */
function mayBeIn({ from, to }: LetterRange, beginning: string, length: number): boolean {
  const [first, last] = [from.toLowerCase(), to.toLowerCase()];
  const end = beginning.length < length ? `${beginning}~` : beginning;
  return first <= end && beginning.slice(0, last.length) <= last;
}

/** Whether a text is so short that its next letters decide between this range and another one. */
function isOpen(ranges: readonly LetterRange[], range: LetterRange, text: string, length: number): boolean {
  return mayBeIn(range, text, length) && ranges.filter((other) => mayBeIn(other, text, length)).length > 1;
}

/**
 * The shortest beginnings that tell those which are in the range from the others: of Khal, Khel and Chal, where only the
 * first two are in it, "Kh".
 */
function shortest(all: readonly string[], isIn: (text: string) => boolean): string[] {
  const found: string[] = [];
  const visit = (group: readonly string[], depth: number): void => {
    if (!group.some(isIn)) return;
    if (group.every(isIn)) {
      const common = commonBeginning(group);
      found.push(
        common.slice(0, Math.max(depth, 1) + (common.length > depth ? consonantPair(common, depth) : 0)),
      );
      return;
    }
    const ended = group.filter((text) => text.length === depth);
    found.push(...ended.filter(isIn));
    for (const letter of new Set(group.flatMap((text) => text[depth] ?? [])))
      visit(
        group.filter((text) => text[depth] === letter),
        depth + 1,
      );
  };
  visit(all, 0);
  return [...new Set(found.filter(Boolean))].map((text) => (text[0] ?? "").toUpperCase() + text.slice(1));
}

/** "Ch", "Kh" and "Sh" are read as one sound and are not torn apart: how many more letters belong to it. */
function consonantPair(text: string, depth: number): number {
  const rest = text.slice(Math.max(depth - 1, 0));
  return /^(sch|dsch)/.test(rest) ? (/^dsch/.test(rest) ? 3 : 2) : /^[kcsgdt]h/.test(rest) ? 1 : 0;
}

function commonBeginning(texts: readonly string[]): string {
  const [first = "", ...others] = texts;
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}
