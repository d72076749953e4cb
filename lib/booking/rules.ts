import { Temporal } from "temporal-polyfill";
import { berlinDate, rfc3339 } from "@/lib/time/calendar";
import type { AppointmentState, DayOfTimes, Person } from "./types";

/** When a hold that begins now runs out. */
export function holdExpiry(now: Temporal.Instant, holdMinutes: number): Temporal.Instant {
  return now.add({ minutes: holdMinutes });
}

/** The state that an appointment is in at `now`; "expired" and "past" are derived, never stored. */
export function stateAt(
  appointment: { state: "held" | "confirmed" | "cancelled"; holdExpiresAt: Temporal.Instant; endsAt: Temporal.Instant },
  now: Temporal.Instant,
): AppointmentState {
  const isOver = (instant: Temporal.Instant) => Temporal.Instant.compare(instant, now) <= 0;
  if (appointment.state === "held") return isOver(appointment.holdExpiresAt) ? "expired" : "held";
  if (appointment.state === "confirmed") return isOver(appointment.endsAt) ? "past" : "confirmed";
  return appointment.state;
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

/** The `count` free times nearest to a wanted one, nearest first; of two equally near, the earlier. */
export function nearestTimes(times: readonly Temporal.Instant[], wanted: Temporal.Instant, count: number): Temporal.Instant[] {
  const distance = (instant: Temporal.Instant) => Math.abs(instant.epochMilliseconds - wanted.epochMilliseconds);
  return [...times]
    .sort((a, b) => distance(a) - distance(b) || Temporal.Instant.compare(a, b))
    .slice(0, count);
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
