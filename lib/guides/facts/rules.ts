import type { DatedValue, Fact } from "./types";

/** A fact counts as near its review this many days before the review date. */
const nearReviewDays = 30;

/** The value of a fact on a day (`YYYY-MM-DD`), or null when it has none on that day. */
export function factAt(fact: Fact, date: string): DatedValue | null {
  const holding: DatedValue[] = [...fact.values].filter((entry) => holdsOn(entry, date));
  // Of two open values the later one counts.
  return holding.at(-1) ?? null;
}

/** The first value that begins after a day, or null when nothing is known about the future. */
export function upcomingValue(
  fact: Fact,
  date: string,
): { value: DatedValue["value"]; validFrom: string } | null {
  for (const { value, validFrom } of fact.values) {
    if (validFrom && validFrom > date) return { value, validFrom };
  }
  return null;
}

/** Every value has ended: nothing may show this fact any more. */
export function isExpired(fact: Fact, date: string): boolean {
  return fact.values.every((entry) => entry.validTo !== undefined && entry.validTo < date);
}

/** Whether somebody has to look at a fact again: its review is over, near, or far. */
export function reviewState(fact: { reviewBy: string }, date: string): "past" | "near" | "far" {
  if (date > fact.reviewBy) return "past";
  return daysBetween(date, fact.reviewBy) <= nearReviewDays ? "near" : "far";
}

function holdsOn(entry: DatedValue, date: string): boolean {
  return (entry.validFrom ?? "") <= date && (entry.validTo === undefined || date <= entry.validTo);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
