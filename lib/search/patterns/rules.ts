import type { Change, Pattern } from "./types";

/**
 * Arabic makes words from roots by patterns, in the spelling of `fold`: digits are the letters of the root, everything
 * else stands as it is. "12ا34" and "1234" are "مكاتب" and "مكتب".
 */
export function changesOf(patterns: readonly Pattern[], { back = false } = {}): Change[] {
  return patterns.flatMap(([from, made]) =>
    made.flatMap((to) => (back ? [change(from, to), change(to, from)] : [change(from, to)])),
  );
}

function change(one: string, other: string): Change {
  // Letters of a root are no long "a", the last one is no ta marbuta; the same digit is the same letter.
  const from = one.replace(/\d/g, (digit, at) =>
    one.indexOf(digit) < at ? `\\k<r${digit}>` : `(?<r${digit}>(?!ا)\\p{Script=Arabic})`,
  );
  return {
    from: new RegExp(`^${from}${/\d$/.test(one) ? "(?<!ه)" : ""}$`, "u"),
    to: other.replace(/\d/g, (digit) => `$<r${digit}>`),
  };
}

/** What these words become by any of the changes, without themselves. */
export function changed(words: readonly string[], changes: readonly Change[]): string[] {
  const found = words.flatMap((word) =>
    changes.filter(({ from }) => from.test(word)).map(({ from, to }) => word.replace(from, to)),
  );
  return [...new Set(found)].filter((word) => !words.includes(word));
}
