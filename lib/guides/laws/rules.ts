import type { Citation, Law } from "./types";

const number = String.raw`\d+[a-z]?`;
const numbers = `${number}(?:(?:, | und | oder | bis |–)${number})*`;
const letters = `[a-z]{1,2}(?:(?:, | und | bis )[a-z]{1,2})*`;
// What may follow the number of a paragraph, from the large to the small.
const parts = [
  "Abschnitt [A-F]",
  `Abs\\. ${numbers}`,
  `Unterabs\\. ${numbers}`,
  `Satz ${numbers}`,
  `Nr\\. ${numbers}`,
  `Buchst\\. ${letters}`,
  `Halbsatz ${number}`,
  `Alt\\. ${number}`,
].join("|");
const one = new RegExp(`^(§|Art\\.) (${number})(?: (?:${parts}))*$`);
const several = new RegExp(`^(§§|Art\\.) (${number})(?:(?:, | und | bis |–)${number}(?: (?:${parts}))*)+$`);

/** What a citation says, or why it cannot be read. */
export type ParsedCitation = { ok: true; citation: Citation } | { ok: false; reason: string };

/** Reads `§ 48 Abs. 1 Satz 1 Nr. 1 AufenthV`, `§§ 5, 6 AufenthG` or `Art. 28 GFK` and finds the address of its text. */
export function parseCitation(cite: string, laws: readonly Law[]): ParsedCitation {
  const written = cite.trim().replace(/\s+/g, " ");
  // The longest name wins: "SGB XI" also ends like "SGB XII" begins.
  const law = laws
    .filter((candidate) => written.endsWith(` ${candidate.id}`))
    .sort((a, b) => b.id.length - a.id.length)[0];
  if (!law) return { ok: false, reason: `“${written}” names no statute of content/laws.yaml` };
  const place = written.slice(0, -law.id.length - 1);
  const match = one.exec(place) ?? several.exec(place);
  if (!match?.[2])
    return { ok: false, reason: `“${written}” is not written like “§ 48 Abs. 1 Satz 1 Nr. 1 AufenthV”` };
  const paragraph = match[2];
  return {
    ok: true,
    citation: {
      cite: written,
      statute: law.id,
      name: law.name,
      paragraph,
      url: law.paragraph?.replace("{n}", paragraph) ?? law.url,
    },
  };
}

/** A citation that is known to be right. @throws when it is not: the check of the content has let none of those through */
export function citationOf(cite: string, laws: readonly Law[]): Citation {
  const parsed = parseCitation(cite, laws);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.citation;
}

// As much as fits into a line of a list on a small phone.
const oneLine = 30;

/** The parts of a citation between which a line may break: none but in a long one, before its statute or in its list. */
export function unbroken({ cite, statute }: Pick<Citation, "cite" | "statute">): string[] {
  if (cite.length <= oneLine) return [cite];
  const place = cite.slice(0, -statute.length - 1);
  const places = place.length <= oneLine ? [place] : place.split(/(?<=,) | (?=(?:und|oder|bis) )/);
  return [...places, statute];
}
