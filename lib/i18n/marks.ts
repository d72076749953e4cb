/**
 * Arabic without the marks over and under letters. A PDF holds a letter with its mark as two drawings that both stand
 * for the pair, so whoever copies, searches or listens would get the letter twice (docs/decisions/0013). Names keep
 * theirs.
 */
export const withoutMarks = (text: string): string =>
  text.normalize("NFC").replace(/[\u064b-\u0652\u0670]/g, "");
