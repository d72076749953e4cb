/** A part of the alphabet: the beginnings of the first and of the last name in it, `N` and `Schar`. */
export type LetterRange = { from: string; to: string };

/**
 * Why a name can belong to several ranges: an Arabic article that some passports leave out, a particle that some
 * offices do not count, umlauts that are sorted in two ways, letters or vowels that are written in several ways, or a
 * beginning that is too short.
 */
export type SurnameHint = "article" | "particle" | "umlaut" | "spelling" | "short";

/** A range that a name can belong to, with the beginnings of its Latin spellings that lead there. */
export type PossibleRange<Range extends LetterRange> = { range: Range; beginnings: string[] };

/** The ranges of a name, the likeliest first; one alone is certain. */
export type SurnameAnswer<Range extends LetterRange> = {
  ranges: PossibleRange<Range>[];
  hints: SurnameHint[];
};
