import type { Mark } from "@/lib/search/types";
import { tokens } from "@/lib/search/words/rules";

/** Where a text has one of the words: from and to in the text as it is written, vowel signs and article included. */
export function marksIn(text: string, isFound: (word: string) => boolean): Mark[] {
  return tokens(text)
    .filter((token) => isFound(token.text))
    .map(({ start, end }): Mark => [start, end]);
}

/** A line of a text around the place where most of the words stand, with what is marked in it. */
export function excerpt(
  text: string,
  isFound: (word: string) => boolean,
  length = 180,
): { text: string; marks: Mark[] } {
  const line = cutAround(text, marksIn(text, isFound), length);
  return { text: line, marks: marksIn(line, isFound) };
}

function cutAround(text: string, marks: readonly Mark[], length: number): string {
  if (text.length <= length) return text;
  const [first] = densest(marks, length);
  const at = first?.[0] ?? 0;
  const from = at <= length / 3 ? 0 : text.indexOf(" ", at - length / 3) + 1;
  const cut = text.slice(from, from + length);
  const goesOn = from + length < text.length;
  const end = cut.lastIndexOf(" ");
  const whole = goesOn && end > 0 ? cut.slice(0, end) : cut;
  const line = whole.replace(/^[\s·]+|[\s،,;:·]+$/gu, "");
  return `${from > 0 ? "… " : ""}${balanced(line)}${goesOn ? " …" : ""}`;
}

/** The marks that stand closest together, as many as fit into a line. */
function densest(marks: readonly Mark[], length: number): Mark[] {
  let best: Mark[] = [];
  for (const [index, [start]] of marks.entries()) {
    const near = marks.slice(index).filter(([, end]) => end - start < length * 0.6);
    if (near.length > best.length) best = near;
  }
  return best;
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
