import "server-only";
import { Temporal } from "temporal-polyfill";
import { drawStateAt } from "@/lib/booking/draw/rules";
import { getOffice } from "@/lib/offices/queries";
import type { Department } from "@/lib/offices/types";
import { db } from "@/lib/platform/db";
import {
  berlinDate,
  berlinInstant,
  fromDate,
  isoWeek,
  mondayOf,
  parseIsoWeek,
  rfc3339,
} from "@/lib/time/calendar";
import { now as clockNow } from "@/lib/time/clock";
import type { GridSlot } from "./grid/types";
import { publicHolidays } from "./holidays";
import { isReleased, planWeek, releaseInstant } from "./rules";
import type { WeekAddress, WeekDraw, WeekFailure, WeekPlan, WeekState, WeekSummary } from "./types";

/** The plan of a week from opening hours less holidays and closures; nothing is stored. */
export function draftWeek(
  address: WeekAddress,
): { ok: true; plan: WeekPlan } | { ok: false; reason: WeekFailure } {
  const office = getOffice(address.office);
  const department = office?.departments.find((candidate) => candidate.slug === address.department);
  if (!office || !department) return { ok: false, reason: "unknown_department" };
  const monday = parseIsoWeek(address.week);
  if (!monday) return { ok: false, reason: "unknown_week" };
  return { ok: true, plan: planWeek(department, monday, publicHolidays(office.region, monday)) };
}

type SummaryRow = {
  week: string;
  state: WeekState;
  release_at: Date;
  slots: number;
  held: number;
  booked: number;
  draw_id: string | null;
  opens_at: Date;
  closes_at: Date;
  drawn: boolean;
  entries: number;
};

/** The current ISO week of a department and the `count - 1` after it, also those that nobody has planned yet. */
export async function comingWeeks(office: string, department: string, count: number): Promise<WeekSummary[]> {
  const first = mondayOf(berlinDate(await clockNow()));
  return summaries(
    office,
    department,
    Array.from({ length: count }, (_, index) => first.add({ weeks: index })),
  );
}

/** One week, planned or not; null when there is no such department or week. */
export async function weekSummary({ office, department, week }: WeekAddress): Promise<WeekSummary | null> {
  const monday = parseIsoWeek(week);
  return monday && ((await summaries(office, department, [monday]))[0] ?? null);
}

async function summaries(
  office: string,
  slug: string,
  mondays: Temporal.PlainDate[],
): Promise<WeekSummary[]> {
  const department = getOffice(office)?.departments.find((candidate) => candidate.slug === slug);
  if (!department) return [];
  const now = await clockNow();
  const rows = await db().$queryRaw<SummaryRow[]>`
    SELECT w.week, w.state::text, w.release_at, count(s.id)::int AS slots,
      count(s.id) FILTER (WHERE s.claimed_until > portal_now())::int AS held,
      count(s.id) FILTER (WHERE s.appointment_id IS NOT NULL AND s.claimed_until IS NULL)::int AS booked,
      d.id AS draw_id, d.opens_at, d.closes_at, d.drawn_at IS NOT NULL AS drawn, (
        SELECT count(*)::int FROM draw_entry e
        WHERE e.draw_id = d.id AND e.confirmed_at IS NOT NULL AND e.withdrawn_at IS NULL
      ) AS entries
    FROM week w LEFT JOIN slot s ON s.week_id = w.id LEFT JOIN draw d ON d.week_id = w.id AND d.cancelled_at IS NULL
    WHERE w.office = ${office} AND w.department = ${slug} AND w.week = ANY (${mondays.map(isoWeek)})
    GROUP BY w.id, d.id`;
  const byWeek = new Map(rows.map((row) => [row.week, row]));
  return mondays.map((monday) => summary(department, monday, byWeek.get(isoWeek(monday)), now));
}

function summary(
  department: Department,
  monday: Temporal.PlainDate,
  row: SummaryRow | undefined,
  now: Temporal.Instant,
): WeekSummary {
  const releaseAt = row ? fromDate(row.release_at) : releaseInstant(monday, department.policy);
  return {
    week: isoWeek(monday),
    startsOn: monday.toString(),
    endsOn: monday.add({ days: 4 }).toString(),
    state: row?.state ?? "none",
    releaseAt: rfc3339(releaseAt),
    released: isReleased(releaseAt, now),
    over: Temporal.Instant.compare(berlinInstant(monday.add({ weeks: 1 }), "00:00"), now) <= 0,
    slots: row?.slots ?? 0,
    held: row?.held ?? 0,
    booked: row?.booked ?? 0,
    drawClosesAt: department.policy.draw?.closesAt ?? null,
    draw: row ? weekDraw(row, now) : null,
  };
}

function weekDraw(row: SummaryRow, now: Temporal.Instant): WeekDraw | null {
  if (!row.draw_id) return null;
  const [opensAt, closesAt] = [fromDate(row.opens_at), fromDate(row.closes_at)];
  return {
    id: row.draw_id,
    state: drawStateAt({ opensAt, closesAt, drawn: row.drawn, cancelled: false }, now),
    opensAt: rfc3339(opensAt),
    closesAt: rfc3339(closesAt),
    entries: row.entries,
  };
}

/** Every slot of a stored week with what is booked in it, in order of time and counter. */
export async function weekSlots({ office, department, week }: WeekAddress): Promise<GridSlot[]> {
  const now = await clockNow();
  const slots = await db().slot.findMany({
    where: { office, department, week: { week } },
    include: {
      appointment: {
        select: { reference: true, givenName: true, familyName: true, concern: true, startsAt: true },
      },
    },
    orderBy: [{ startsAt: "asc" }, { counter: "asc" }],
  });
  return slots.map((slot) => {
    const claimed =
      slot.appointment && (slot.claimedUntil === null || slot.claimedUntil.getTime() > now.epochMilliseconds);
    const appointment = claimed ? slot.appointment : null;
    return {
      counter: slot.counter,
      startsAt: rfc3339(fromDate(slot.startsAt)),
      state: appointment ? (slot.claimedUntil ? "held" : "booked") : emptyState(slot, now),
      appointment: appointment && {
        reference: appointment.reference,
        name: `${appointment.givenName} ${appointment.familyName}`,
        concern: appointment.concern,
        first: appointment.startsAt.getTime() === slot.startsAt.getTime(),
      },
    };
  });
}

function emptyState(slot: { open: boolean; publicAt: Date | null }, now: Temporal.Instant) {
  if (!slot.open) return "closed";
  // `infinity`, which is no instant: nobody can say when it opens, since a draw decides.
  if (slot.publicAt && Number.isNaN(slot.publicAt.getTime())) return "draw";
  return slot.publicAt && slot.publicAt.getTime() > now.epochMilliseconds ? "returning" : "free";
}
