// The letters that the portal's own fonts hold; any other comes from the reader's device. letters.test.ts watches that
// every letter of the content and the messages is among them.

/**
 * @param {number} from
 * @param {number} to
 */
const range = (from, to) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));

/** Arabic letters, vowel marks, punctuation, and the letters of Persian and Kurdish names. Digits are Western. */
export const arabicLetters = `${range(0x0621, 0x063a)}${range(0x0640, 0x0652)}\u0670پچژکگیڤەۆێڕڵھ،؛؟٪\u200c\u200d`;

/** German and English with the punctuation of both. */
export const latinLetters = `${range(0x20, 0x7e)}\u00a0§«»·°×ÄÖÜäöüßéèçáíóúñ–—‘’‚“”„…‹›€→\u202f`;
