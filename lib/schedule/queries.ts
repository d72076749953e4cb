import "server-only";
import type { Temporal } from "temporal-polyfill";
import { db } from "@/lib/platform/db";
import { fromDate, isoWeek, mondayOf, rfc3339 } from "@/lib/time/calendar";
import { now as clockNow } from "@/lib/time/clock";
import type { WeekState } from "./types";

export type WeekSummary = {
  week: string;
  /** Monday, `YYYY-MM-DD`. */
  startsOn: string;
  state: WeekState | "none";
  releaseAt: string | null;
  released: boolean;
  slots: number;
  held: number;
  booked: number;
};

type SummaryRow = { week: string; state: WeekState; release_at: Date; slots: number; held: number; booked: number };

/** The current ISO week of a department and the `count - 1` after it, also those that nobody has planned yet. */
export async function comingWeeks(office: string, department: string, count: number): Promise<WeekSummary[]> {
  const now = await clockNow();
  const first = mondayOf(now.toZonedDateTimeISO("Europe/Berlin").toPlainDate());
  const mondays = Array.from({ length: count }, (_, index) => first.add({ weeks: index }));
  const rows = await db().$queryRaw<SummaryRow[]>`
    SELECT w.week, w.state::text, w.release_at, count(s.id)::int AS slots,
      count(s.id) FILTER (WHERE s.claimed_until > portal_now())::int AS held,
      count(s.id) FILTER (WHERE s.appointment_id IS NOT NULL AND s.claimed_until IS NULL)::int AS booked
    FROM week w LEFT JOIN slot s ON s.week_id = w.id
    WHERE w.office = ${office} AND w.department = ${department} AND w.week = ANY (${mondays.map(isoWeek)})
    GROUP BY w.id`;
  const byWeek = new Map(rows.map((row) => [row.week, row]));
  return mondays.map((monday) => summary(monday, byWeek.get(isoWeek(monday)), now));
}

function summary(monday: Temporal.PlainDate, row: SummaryRow | undefined, now: Temporal.Instant): WeekSummary {
  const releaseAt = row ? fromDate(row.release_at) : null;
  return {
    week: isoWeek(monday),
    startsOn: monday.toString(),
    state: row?.state ?? "none",
    releaseAt: releaseAt ? rfc3339(releaseAt) : null,
    released: releaseAt !== null && releaseAt.epochMilliseconds <= now.epochMilliseconds,
    slots: row?.slots ?? 0,
    held: row?.held ?? 0,
    booked: row?.booked ?? 0,
  };
}

export type GridSlot = {
  counter: number;
  startsAt: string;
  state: "free" | "held" | "booked" | "closed";
  appointment: { reference: string; name: string; birthDate: string; concern: string; first: boolean } | null;
};

/** Every slot of a stored week with what is booked in it, in order of time and counter. */
export async function weekSlots(office: string, department: string, week: string): Promise<GridSlot[]> {
  const now = await clockNow();
  const slots = await db().slot.findMany({
    where: { office, department, week: { week } },
    include: { appointment: true },
    orderBy: [{ startsAt: "asc" }, { counter: "asc" }],
  });
  return slots.map((slot) => {
    const claimed = slot.appointment && (slot.claimedUntil === null || slot.claimedUntil.getTime() > now.epochMilliseconds);
    const appointment = claimed ? slot.appointment : null;
    return {
      counter: slot.counter,
      startsAt: rfc3339(fromDate(slot.startsAt)),
      state: appointment ? (slot.claimedUntil ? "held" : "booked") : slot.open ? "free" : "closed",
      appointment: appointment && {
        reference: appointment.reference,
        name: `${appointment.givenName} ${appointment.familyName}`,
        birthDate: appointment.birthDate.toISOString().slice(0, 10),
        concern: appointment.concern,
        first: appointment.startsAt.getTime() === slot.startsAt.getTime(),
      },
    };
  });
}
