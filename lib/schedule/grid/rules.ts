import { Temporal } from "temporal-polyfill";
import { berlinDate, isoWeek, parseIsoWeek } from "@/lib/time/calendar";
import type { WeekPlan } from "../types";
import type { GridDay, GridRow, GridSlot, WeekGrid } from "./types";

/** The slots that a plan would make, to look at before they are stored. */
export function plannedSlots(plan: WeekPlan): GridSlot[] {
  return plan.slots.map(({ counter, startsAt }) => ({
    counter,
    startsAt,
    state: "planned",
    appointment: null,
  }));
}

/**
 * Slots as a timetable: days, times, counters. `plan` gives the week and the reasons for missing days; the slots can
 * be stored ones, which need not agree with it.
 */
export function weekGrid(plan: WeekPlan, slots: readonly GridSlot[]): WeekGrid {
  const counters = [...new Set(slots.map((slot) => slot.counter))].sort((a, b) => a - b);
  const monday = Temporal.PlainDate.from(plan.startsOn);
  const days: GridDay[] = [];
  const without: string[] = [];
  for (let offset = 0; offset < 7; offset += 1) {
    const date = monday.add({ days: offset }).toString();
    const note = plan.notes.find((candidate) => candidate.date === date) ?? null;
    const rows = rowsOf(
      slots.filter((slot) => berlinDate(Temporal.Instant.from(slot.startsAt)).toString() === date),
      counters,
    );
    if (rows.length > 0 || note) days.push({ date, note, rows });
    else without.push(date);
  }
  return { counters, days, without };
}

function rowsOf(slots: readonly GridSlot[], counters: readonly number[]): GridRow[] {
  const times = Map.groupBy(slots, (slot) => Temporal.Instant.from(slot.startsAt).epochMilliseconds);
  return [...times]
    .sort(([a], [b]) => a - b)
    .map(([, row]) => ({
      startsAt: row[0]?.startsAt ?? "",
      cells: counters.map((counter) => row.find((slot) => slot.counter === counter) ?? null),
    }));
}

/** The weeks before and after `2026-W50`; null when the text names no week. */
export function weeksBeside(week: string): { previous: string; next: string } | null {
  const monday = parseIsoWeek(week);
  return (
    monday && { previous: isoWeek(monday.subtract({ weeks: 1 })), next: isoWeek(monday.add({ weeks: 1 })) }
  );
}
