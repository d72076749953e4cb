import type { Temporal } from "temporal-polyfill";
import { zone } from "@/lib/time/calendar";
import { weekdays } from "../rules";
import type { ClosedTime, OpenState, WeeklyHours } from "./types";

/** Nobody looks further ahead for an office that is closed; longer closures have their own notice. */
const daysAhead = 35;

type Range = { from: string; to: string };

/**
 * Whether an office is open at an instant, and until when, or when it opens next. All times are wall times of the office.
 * Hours that touch are one: 08:00–12:00 and 12:00–14:00 are open until 14:00.
 */
export function openState(
  hours: readonly WeeklyHours[],
  closures: readonly ClosedTime[],
  isHoliday: (date: Temporal.PlainDate) => boolean,
  now: Temporal.Instant,
): OpenState {
  const local = now.toZonedDateTimeISO(zone);
  const today = local.toPlainDate();
  const time = local.toPlainTime().toString({ smallestUnit: "minute", roundingMode: "floor" });
  for (let inDays = 0; inDays <= daysAhead; inDays += 1) {
    const date = today.add({ days: inDays });
    const ranges = isHoliday(date) ? [] : openRanges(hours, closures, date);
    if (inDays > 0) {
      const [first] = ranges;
      if (first) return { open: false, next: { date, inDays, time: first.from } };
      continue;
    }
    const current = ranges.find(({ from, to }) => from <= time && time < to);
    if (current) return { open: true, until: current.to };
    const later = ranges.find(({ from }) => from > time);
    if (later) return { open: false, next: { date, inDays, time: later.from } };
  }
  return { open: false, next: null };
}

/** The hours of one day, in order, without what is closed. */
export function openRanges(
  hours: readonly WeeklyHours[],
  closures: readonly ClosedTime[],
  date: Temporal.PlainDate,
): Range[] {
  const day = date.toString();
  const valid = hours
    .filter(({ validFrom, validTo }) => validFrom <= day && (!validTo || day <= validTo))
    .at(-1);
  const name = weekdays[date.dayOfWeek - 1];
  const ranges = ((name && valid?.days[name]) ?? []).map(rangeOf).sort(byBeginning);
  const closed = closures.filter(({ from, to }) => from <= day && day <= to);
  if (closed.some((closure) => closure.hours === null)) return [];
  return joined(
    closed.reduce(
      (open, closure) =>
        closure.hours ? open.flatMap((range) => without(range, rangeOf(closure.hours ?? ""))) : open,
      ranges,
    ),
  );
}

const rangeOf = (text: string): Range => ({ from: text.slice(0, 5), to: text.slice(6) });
const byBeginning = (one: Range, other: Range) => one.from.localeCompare(other.from);

function without(range: Range, closed: Range): Range[] {
  const before = { from: range.from, to: range.to < closed.from ? range.to : closed.from };
  const after = { from: range.from > closed.to ? range.from : closed.to, to: range.to };
  return [before, after].filter(({ from, to }) => from < to);
}

function joined(ranges: readonly Range[]): Range[] {
  const all: Range[] = [];
  for (const range of ranges) {
    const last = all.at(-1);
    if (last && range.from <= last.to) last.to = range.to > last.to ? range.to : last.to;
    else all.push({ ...range });
  }
  return all;
}
