import { Temporal } from "temporal-polyfill";
import type { Department, OpeningHours, SlotPolicy, Weekday } from "@/lib/offices/types";
import { berlinInstant, isoWeek, mondayOf } from "@/lib/time/calendar";
import type { DayNote, PlannedSlot, WeekPlan } from "./types";

const weekdays: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Dates (`YYYY-MM-DD`) of public holidays with their names; from the library by region (`lib/schedule/holidays.ts`). */
export type Holidays = ReadonlyMap<string, string>;

/** Opening hours valid on a day; of several, the one that began last. */
function hoursOn(department: Department, date: Temporal.PlainDate): readonly string[] {
  const day = date.toString();
  const valid = department.openingHours
    .filter(
      (hours: OpeningHours) =>
        hours.validFrom <= day && (hours.validTo === undefined || day <= hours.validTo),
    )
    .sort((a: OpeningHours, b: OpeningHours) => b.validFrom.localeCompare(a.validFrom))[0];
  const weekday = weekdays[date.dayOfWeek - 1];
  return (valid && weekday && valid.days[weekday]) ?? [];
}

/** Whether a slot touches a closure of the day: the whole day, or its hours (half-open, like the slot). */
function isClosed(department: Department, date: Temporal.PlainDate, from: string, to: string): boolean {
  const day = date.toString();
  return department.closures.some(
    (closure) =>
      closure.from <= day &&
      day <= closure.to &&
      (closure.hours === null || (from < closure.hours.slice(6) && closure.hours.slice(0, 5) < to)),
  );
}

/** The slots of one counter on one day: each lies wholly inside the opening hours, none on a holiday or in a closure. */
function timesOn(department: Department, date: Temporal.PlainDate): { from: string; to: string }[] {
  return hoursOn(department, date).flatMap((range) => {
    const end = Temporal.PlainTime.from(range.slice(6));
    const times: { from: string; to: string }[] = [];
    let start = Temporal.PlainTime.from(range.slice(0, 5));
    for (;;) {
      const next = start.add({ minutes: department.slotMinutes });
      // A time that wraps round midnight is over as well.
      if (Temporal.PlainTime.compare(next, end) > 0 || Temporal.PlainTime.compare(next, start) <= 0) break;
      const slot = {
        from: start.toString({ smallestUnit: "minute" }),
        to: next.toString({ smallestUnit: "minute" }),
      };
      if (!isClosed(department, date, slot.from, slot.to)) times.push(slot);
      start = next;
    }
    return times;
  });
}

/**
 * When a published week becomes bookable: on the policy's weekday at its wall time, so early that the current week and
 * the next `horizonWeeks - 1` can be bookable. For Hagen (3 weeks, Monday 07:30): on Monday, 14 days before the week.
 */
export function releaseInstant(monday: Temporal.PlainDate, policy: SlotPolicy): Temporal.Instant {
  const weekStart = monday.subtract({ weeks: policy.horizonWeeks - 1 });
  return berlinInstant(weekStart.add({ days: weekdays.indexOf(policy.releaseDay) }), policy.releaseTime);
}

/** A published week can be booked from its release on; publishing late opens it at once. */
export function isReleased(releaseAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(releaseAt, now) <= 0;
}

/** The next release after `now`: the instant and the Monday of the week that opens then. */
export function nextRelease(
  policy: SlotPolicy,
  now: Temporal.Instant,
): { at: Temporal.Instant; monday: Temporal.PlainDate } {
  let monday = mondayOf(now.toZonedDateTimeISO("Europe/Berlin").toPlainDate());
  while (isReleased(releaseInstant(monday, policy), now)) monday = monday.add({ weeks: 1 });
  return { at: releaseInstant(monday, policy), monday };
}

/**
 * The days that can be bookable at `now`: from the day of the earliest bookable instant (lead time) to the Sunday of
 * the last released week. An empty window does not occur, since a horizon has at least one week.
 */
export function bookableWindow(
  policy: SlotPolicy,
  now: Temporal.Instant,
): { from: Temporal.PlainDate; to: Temporal.PlainDate } {
  const from = now.add({ minutes: policy.leadMinutes }).toZonedDateTimeISO("Europe/Berlin").toPlainDate();
  return { from, to: nextRelease(policy, now).monday.subtract({ days: 1 }) };
}

/** All slots of one ISO week of a department, in order of time and counter, with the reasons for missing days. */
export function planWeek(department: Department, monday: Temporal.PlainDate, holidays: Holidays): WeekPlan {
  const slots: PlannedSlot[] = [];
  const notes: DayNote[] = [];
  for (let offset = 0; offset < 7; offset += 1) {
    const date = monday.add({ days: offset });
    if (hoursOn(department, date).length === 0) continue;
    const holiday = holidays.get(date.toString());
    if (holiday !== undefined) {
      notes.push({ date: date.toString(), kind: "holiday", name: holiday });
      continue;
    }
    if (isClosed(department, date, "00:00", "24:00")) notes.push({ date: date.toString(), kind: "closure" });
    for (const { from, to } of timesOn(department, date)) {
      const startsAt = berlinInstant(date, from).toString();
      const endsAt = berlinInstant(date, to).toString();
      for (let counter = 1; counter <= department.counters; counter += 1)
        slots.push({ counter, startsAt, endsAt });
    }
  }
  return {
    week: isoWeek(monday),
    startsOn: monday.toString(),
    releaseAt: releaseInstant(monday, department.policy).toString(),
    slots,
    notes,
  };
}
