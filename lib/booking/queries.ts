import "server-only";
import { Temporal } from "temporal-polyfill";
import { isLocale, routing } from "@/lib/i18n/routing";
import type { Department, Office } from "@/lib/offices/types";
import { readToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { sharedAnswer } from "@/lib/platform/shared-answers";
import { bookableWindow, nextRelease } from "@/lib/schedule/rules";
import { berlinDate, berlinInstant, fromDate, rfc3339, toDate } from "@/lib/time/calendar";
import { now as clockNow } from "@/lib/time/clock";
import { asksForAnswer } from "./changes/rules";
import { groupByDay, planVisit, stateAt } from "./rules";
import type { AppointmentView, Availability, Person } from "./types";

type FreeRow = { starts_at: Date; free: number };

/** Instants from `from` on at which a concern can begin; `to` is exclusive. */
async function freeTimes(
  office: Office,
  department: Department,
  units: number,
  from: Temporal.Instant,
  to: Temporal.Instant,
  now: Temporal.Instant,
): Promise<{ startsAt: Temporal.Instant; free: number }[]> {
  const rows = await db().$queryRaw<FreeRow[]>`
    SELECT starts_at, free FROM free_times(
      ${office.slug}, ${department.slug}, ${units}::int, ${department.slotMinutes}::int,
      ${toDate(from)}::timestamptz, ${toDate(to)}::timestamptz, ${toDate(now)}::timestamptz)`;
  return rows.map((row) => ({ startsAt: fromDate(row.starts_at), free: row.free }));
}

/**
 * Days with free times of a visit between two days, inclusive (`YYYY-MM-DD`), at most within the bookable window.
 * Null when the office has no such concern, or none that goes together.
 */
export async function availability(
  office: Office,
  concernSlug: string,
  range: { from?: string | undefined; to?: string | undefined } = {},
  visit: { furtherConcerns?: string[]; persons?: number } = {},
): Promise<Availability | null> {
  const planned = planVisit(office, [concernSlug, ...(visit.furtherConcerns ?? [])], visit.persons ?? 1);
  if (!planned.ok) return null;
  const { department, units } = planned;
  const now = await clockNow();
  const window = bookableWindow(department.policy, now);
  const first =
    range.from && range.from > window.from.toString() ? Temporal.PlainDate.from(range.from) : window.from;
  const last = range.to && range.to < window.to.toString() ? Temporal.PlainDate.from(range.to) : window.to;
  const earliest = now.add({ minutes: department.policy.leadMinutes });
  const from =
    Temporal.Instant.compare(berlinInstant(first, "00:00"), earliest) > 0
      ? berlinInstant(first, "00:00")
      : earliest;
  const to = berlinInstant(last.add({ days: 1 }), "00:00");
  const times =
    Temporal.Instant.compare(from, to) < 0 ? await freeTimes(office, department, units, from, to, now) : [];
  return {
    now: rfc3339(now),
    nextRelease: rfc3339(nextRelease(department.policy, now).at),
    window: { from: window.from.toString(), to: window.to.toString() },
    days: groupByDay(times),
  };
}

/** How old the times may be that somebody is offered instead of a lost one, in milliseconds. */
const alternativesAge = 1000;

/**
 * All free beginnings of a visit in the bookable window, to offer the nearest to somebody who lost a race. All who lose
 * within a second get them from one look into the calendar: losing must cost the server less than winning.
 */
export function freeBeginnings(
  office: Office,
  department: Department,
  units: number,
): Promise<Temporal.Instant[]> {
  const key = `beginnings/${office.slug}/${department.slug}/${units}`;
  return sharedAnswer(key, alternativesAge, async () => {
    const now = await clockNow();
    const window = bookableWindow(department.policy, now);
    const earliest = now.add({ minutes: department.policy.leadMinutes });
    const to = berlinInstant(window.to.add({ days: 1 }), "00:00");
    const times = await freeTimes(office, department, units, earliest, to, now);
    return times.map((time) => time.startsAt);
  });
}

/** An appointment by its id, with the state it is in now. */
export async function appointmentById(id: string): Promise<AppointmentView | null> {
  const row = await db().appointment.findUnique({
    where: { id },
    include: {
      persons: { orderBy: { position: "asc" } },
      events: { where: { kind: "cancelled_by_office" }, select: { kind: true } },
    },
  });
  if (!row) return null;
  const times = {
    state: row.state,
    holdExpiresAt: fromDate(row.holdExpiresAt),
    endsAt: fromDate(row.endsAt),
  };
  const now = await clockNow();
  const state = stateAt(times, now);
  const left = row.state === "held" ? times.holdExpiresAt.since(now).total("seconds") : 0;
  return {
    reference: row.reference,
    state,
    office: row.office,
    department: row.department,
    concern: row.concern,
    furtherConcerns: row.furtherConcerns,
    units: row.units,
    startsAt: rfc3339(fromDate(row.startsAt)),
    endsAt: rfc3339(fromDate(row.endsAt)),
    holdExpiresAt: rfc3339(fromDate(row.holdExpiresAt)),
    holdSecondsLeft: Math.max(0, Math.floor(left)),
    extended: row.extendedAt !== null,
    openDocuments: row.documentsSharedAt ? row.openDocuments : null,
    coming: row.comingAt !== null,
    asksForAnswer: asksForAnswer({ state, startsAt: fromDate(row.startsAt) }, now),
    cancelledByOffice: row.events.length > 0,
    sequence: row.sequence,
    person: personOf(row),
    companions: row.persons.slice(1).map(personOf),
    locale: isLocale(row.locale) ? row.locale : routing.defaultLocale,
  };
}

const personOf = (row: { givenName: string; familyName: string; birthDate: Date }): Person => ({
  givenName: row.givenName,
  familyName: row.familyName,
  birthDate: row.birthDate.toISOString().slice(0, 10),
});

/** The appointment that a management token names; null for a token that is not ours. */
export async function appointmentByToken(
  token: string,
  purpose: "manage" | "confirm" | "hold" = "manage",
): Promise<AppointmentView | null> {
  const id = readToken(purpose, token);
  return id ? appointmentById(id) : null;
}

/** Today in Berlin by the one clock, `YYYY-MM-DD`; at midnight up to a second late. */
export async function today(): Promise<string> {
  return sharedAnswer("today", 1000, async () => berlinDate(await clockNow()).toString());
}
