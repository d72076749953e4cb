import { Temporal } from "temporal-polyfill";
import type { Concern, Department, Office } from "@/lib/offices/types";
import { berlinDate, mondayOf, parseRfc3339, rfc3339 } from "@/lib/time/calendar";
import type { AppointmentState, DayOfTimes, Person, StoredState, VisitFailure } from "./types";

/** So long an offered place waits for the offer's mail to go out. */
const unsentMinutes = 60;

/** The rules by which a given-up place returns, as the SQL functions take them (docs/slot-rules.md). */
export function returnPolicy(office: Office, department: Department) {
  const { policy, waitlist } = department;
  return {
    zone: office.timeZone,
    leadMinutes: policy.leadMinutes,
    returnMinutes: policy.returnMinutes,
    night: waitlist.night,
    offerMinutes: waitlist.offerMinutes,
    unansweredAtMost: waitlist.unansweredAtMost,
    unsentMinutes,
  };
}

/** When a hold that begins now runs out. */
export function holdExpiry(now: Temporal.Instant, holdMinutes: number): Temporal.Instant {
  return now.add({ minutes: holdMinutes });
}

/** The state that an appointment is in at `now`; "expired" and "past" are derived, never stored. */
export function stateAt(
  appointment: {
    state: StoredState;
    holdExpiresAt: Temporal.Instant;
    endsAt: Temporal.Instant;
  },
  now: Temporal.Instant,
): AppointmentState {
  const isOver = (instant: Temporal.Instant) => Temporal.Instant.compare(instant, now) <= 0;
  if (appointment.state === "held") return isOver(appointment.holdExpiresAt) ? "expired" : "held";
  if (appointment.state === "confirmed") return isOver(appointment.endsAt) ? "past" : "confirmed";
  return appointment.state;
}

/**
 * The visit that some concerns of one department make together: all of them, and the slots they need. Everybody beyond
 * the first person takes `unitsPerFurtherPerson` more for each concern.
 */
export function planVisit(
  office: Office,
  slugs: readonly string[],
  persons: number,
):
  | { ok: true; department: Department; concerns: [Concern, ...Concern[]]; units: number }
  | { ok: false; reason: VisitFailure } {
  const department = office.departments.find((candidate) =>
    candidate.concerns.some((concern) => concern.slug === slugs[0]),
  );
  if (!department) return { ok: false, reason: "unknown_concern" };
  const known = new Set(office.departments.flatMap((other) => other.concerns.map((concern) => concern.slug)));
  if (slugs.some((slug) => !known.has(slug))) return { ok: false, reason: "unknown_concern" };
  const concerns = [...new Set(slugs)].map((slug) =>
    department.concerns.find((concern) => concern.slug === slug),
  );
  const [first, ...others] = concerns.filter((concern) => concern !== undefined);
  if (!first || others.length + 1 < concerns.length) return { ok: false, reason: "not_together" };
  if (concerns.length > department.visit.maxConcerns) return { ok: false, reason: "too_many_concerns" };
  if (persons > department.visit.maxPersons) return { ok: false, reason: "too_many_persons" };
  const units = [first, ...others].reduce(
    (sum, concern) => sum + concern.units + (persons - 1) * concern.unitsPerFurtherPerson,
    0,
  );
  return { ok: true, department, concerns: [first, ...others], units };
}

/** Free times grouped by their day in Berlin, in order. */
export function groupByDay(times: readonly { startsAt: Temporal.Instant; free: number }[]): DayOfTimes[] {
  const days = new Map<string, DayOfTimes>();
  for (const { startsAt, free } of times) {
    const date = berlinDate(startsAt).toString();
    const day = days.get(date) ?? { date, times: [] };
    day.times.push({ startsAt: rfc3339(startsAt), free });
    days.set(date, day);
  }
  return [...days.values()];
}

/**
 * The `count` free times nearest to a wanted one, nearest first; of two equally near, the earlier.
 *
 * @param times in order; only those near the wanted one are looked at
 */
export function nearestTimes(
  times: readonly Temporal.Instant[],
  wanted: Temporal.Instant,
  count: number,
): Temporal.Instant[] {
  const distance = (index: number) => {
    const time = times[index];
    return time ? Math.abs(time.epochMilliseconds - wanted.epochMilliseconds) : Number.POSITIVE_INFINITY;
  };
  let after = firstNotBefore(times, wanted);
  let before = after - 1;
  const nearest: Temporal.Instant[] = [];
  while (nearest.length < Math.min(count, times.length)) {
    const time = times[distance(before) <= distance(after) ? before-- : after++];
    if (time) nearest.push(time);
  }
  return nearest;
}

/** Index of the first of some ordered times that is not before the wanted one. */
function firstNotBefore(times: readonly Temporal.Instant[], wanted: Temporal.Instant): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const time = times[middle];
    if (time && Temporal.Instant.compare(time, wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * One person, however the name is typed: compatibility forms, case, marks, spaces, hyphens and the order of names do
 * not count; in Arabic neither do the forms of alef, ya and ta marbuta, nor tatweel. The result is hashed with a key
 * before it is stored.
 */
export function personText(person: Person): string {
  const words = `${person.givenName} ${person.familyName}`
    .normalize("NFKD")
    .replace(/\p{M}|\u0640/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[أإآٱ]/g, "ا")
    .replace(/ى/g, "ي")
    .replace(/ة/g, "ه")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort();
  return `${words.join(" ")}|${person.birthDate}`;
}

/** One mailbox: domain names do not know case, and neither do the mail servers people use. */
export function mailText(email: string): string {
  return email.trim().toLowerCase();
}

/** Where somebody is on the way to an appointment, derived from the address of the page alone. */
export type BookingStep =
  | { step: "department" }
  | { step: "concern"; department: Department }
  | { step: "time"; department: Department; concern: Concern; visit: Visit; date: string | null }
  | { step: "details"; department: Department; concern: Concern; visit: Visit; startsAt: string };

/** What is done in one visit beside the first concern, and by how many. */
export type Visit = { further: Concern[]; persons: number; units: number };

type BookingQuery = {
  department?: string | undefined;
  concern?: string | undefined;
  /** Slugs of further concerns, and how many persons come. */
  also?: string[] | undefined;
  persons?: string | undefined;
  date?: string | undefined;
  at?: string | undefined;
};

/** The step that the query asks for; what it names wrongly counts as not chosen yet. An office with one department skips that choice. */
export function bookingStep(office: Office, query: BookingQuery): BookingStep {
  const chosen = office.departments.flatMap((department) =>
    department.concerns.map((concern) => ({ department, concern })),
  );
  const found = chosen.find(({ concern }) => concern.slug === query.concern);
  if (found) {
    const visit = visitOf(office, found.concern, query);
    const startsAt = query.at ? parseRfc3339(query.at) : null;
    if (startsAt) return { step: "details", ...found, visit, startsAt: rfc3339(startsAt) };
    return {
      step: "time",
      ...found,
      visit,
      date: /^\d{4}-\d{2}-\d{2}$/.test(query.date ?? "") ? (query.date ?? null) : null,
    };
  }
  const department = office.departments.find((candidate) => candidate.slug === query.department);
  if (department) return { step: "concern", department };
  const [only, ...others] = office.departments;
  return only && others.length === 0 ? { step: "concern", department: only } : { step: "department" };
}

/** The visit that the query asks for; one that cannot be made counts as the concern alone, for one person. */
function visitOf(office: Office, concern: Concern, query: BookingQuery): Visit {
  const persons = /^\d{1,2}$/.test(query.persons ?? "") ? Math.max(1, Number(query.persons)) : 1;
  const planned = planVisit(office, [concern.slug, ...(query.also ?? [])], persons);
  if (!planned.ok) return { further: [], persons: 1, units: concern.units };
  return { further: planned.concerns.slice(1), persons, units: planned.units };
}

/** The part of an address that says which visit: `concern=a&also=b&persons=2`. */
export function visitQuery(concern: Concern, visit: Visit): string {
  const query = new URLSearchParams({ concern: concern.slug });
  for (const further of visit.further) query.append("also", further.slug);
  if (visit.persons > 1) query.set("persons", String(visit.persons));
  return query.toString();
}

/** The days of the bookable weeks as a calendar shows them: weeks from Monday, only weekdays on which anything opens. */
export function calendarWeeks(
  window: { from: string; to: string },
  days: readonly DayOfTimes[],
): CalendarDay[][] {
  const byDate = new Map(days.map((day) => [day.date, day]));
  const first = mondayOf(Temporal.PlainDate.from(window.from));
  const last = Temporal.PlainDate.from(window.to);
  const weeks: CalendarDay[][] = [];
  for (let monday = first; Temporal.PlainDate.compare(monday, last) <= 0; monday = monday.add({ weeks: 1 })) {
    weeks.push(
      Array.from({ length: 7 }, (_, offset) => {
        const date = monday.add({ days: offset }).toString();
        return { date, free: byDate.get(date)?.times.length ?? 0 };
      }),
    );
  }
  // Saturday and Sunday take room on a small screen and nearly always hold nothing.
  const weekend = weeks.some((week) => week.slice(5).some((day) => day.free > 0));
  return weekend ? weeks : weeks.map((week) => week.slice(0, 5));
}

/** A day of the calendar with the number of times at which the concern can begin. */
export type CalendarDay = { date: string; free: number };
