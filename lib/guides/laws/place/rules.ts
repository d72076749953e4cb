import type { LawPart, LawPlace, Range } from "./types";

const number = String.raw`(?:\d+[a-z]{0,2}|[a-zA-F]{1,2})`;
const join = String.raw`(?:, | und | oder | bis |\s?–\s?)`;
const list = `${number}(?:${join}${number})*`;
const labels = String.raw`Abschnitt|Abs\.|Unterabs\.|Satz|Nr\.|Buchst\.|Halbsatz|Alt\.`;

/**
 * Reads what stands before the name of the statute: `§ 10 Abs. 1 Satz 1 Nr. 2`, `§§ 5, 6`, `§§ 104 bis 106`, `Art. 28`.
 * Null when it is no place.
 */
export function readPlace(text: string): LawPlace | null {
  const match = /^(§{1,2}|Art\.) ?(.+)$/.exec(text.trim().replace(/\s+/g, " "));
  if (!match?.[2]) return null;
  const sign = match[1] === "Art." ? "Art." : "§";
  const single =
    match[1] === "§§" ? null : new RegExp(`^(\\d+[a-z]{0,2})((?: (?:${labels}) ${list})*)$`).exec(match[2]);
  if (single?.[1]) return { sign, paragraphs: [[single[1], single[1]]], parts: partsOf(single[2] ?? "") };
  // Of several paragraphs the parts are left out: whoever asks is told too much rather than too little.
  const bare = match[2].replace(new RegExp(` (?:${labels}) ${number}`, "g"), "");
  return new RegExp(`^${list}$`).test(bare) ? { sign, paragraphs: rangesOf(bare), parts: [] } : null;
}

/**
 * Whether two places of one statute have text in common, as far as the citations tell: `§ 10` and `§ 10 Abs. 1` have,
 * `§ 10 Abs. 1` and `§ 10 Abs. 2` have not.
 */
export function overlaps(a: LawPlace, b: LawPlace): boolean {
  if (a.sign !== b.sign || !meet(a.paragraphs, b.paragraphs)) return false;
  for (const [index, part] of a.parts.entries()) {
    const other = b.parts[index];
    // What goes less deep contains the other; steps of different kinds cannot be told apart.
    if (!other || other.label !== part.label) return true;
    if (!meet(part.numbers, other.numbers)) return false;
  }
  return true;
}

function partsOf(text: string): LawPart[] {
  return [...text.matchAll(new RegExp(`(${labels}) (${list})`, "g"))].map(([, label = "", numbers = ""]) => ({
    label,
    numbers: rangesOf(numbers),
  }));
}

function rangesOf(text: string): Range[] {
  return text.split(/, | und | oder /).map((each) => {
    const [from = "", to = from] = each.split(/ bis |\s?–\s?/);
    return [from, to];
  });
}

function meet(a: Range[], b: Range[]): boolean {
  return a.some(([from, to]) => b.some((other) => !isBefore(to, other[0]) && !isBefore(other[1], from)));
}

/** `9` before `9a` before `10`; letters by the alphabet. */
function isBefore(a: string, b: string): boolean {
  return a.localeCompare(b, "de", { numeric: true }) < 0;
}
