import { Temporal } from "temporal-polyfill";

/** A day of the calendar from `YYYY-MM-DD`; null when the text names none. */
export function parseDay(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch {
    return null;
  }
}

/** What is searched for: words that one person's name has to have, or a part of a reference. */
export type Search = { words: string[]; reference: string | null };

/** Shorter parts of a reference would be found everywhere. */
const referencePartAtLeast = 3;

/**
 * Reads what a clerk typed. Of a reference only its letters and digits count, read as they are told apart over the
 * telephone: O is 0, I and L are 1. Null when there is nothing to search for.
 */
export function readSearch(text: string): Search | null {
  const words = text
    .slice(0, 100)
    .split(/[\s-]+/)
    .filter(Boolean)
    .slice(0, 6);
  if (words.join("").length < 2) return null;
  const part = readReference(words.join(""));
  return { words, reference: part.length >= referencePartAtLeast ? part : null };
}

function readReference(text: string): string {
  if (/[^0-9A-Za-z]/.test(text)) return "";
  return text.toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1");
}
