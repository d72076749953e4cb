import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WeekPlan } from "../types";
import { plannedSlots, weekGrid, weeksBeside } from "./rules";
import type { GridSlot } from "./types";

const plan = (changes: Partial<WeekPlan> = {}): WeekPlan => ({
  week: "2026-W53",
  startsOn: "2026-12-28",
  releaseAt: "2026-12-14T06:30:00Z",
  slots: [],
  notes: [{ date: "2027-01-01", kind: "holiday", name: "Neujahr" }],
  ...changes,
});
const slot = (startsAt: string, counter: number): GridSlot => ({
  startsAt,
  counter,
  state: "free",
  appointment: null,
});

describe("the timetable of a week", () => {
  it("has a row for each time and a cell for each counter, empty where there is no slot", () => {
    const grid = weekGrid(plan(), [
      slot("2026-12-30T08:45:00+01:00", 3),
      slot("2026-12-30T08:30:00+01:00", 3),
      slot("2026-12-30T08:30:00+01:00", 1),
    ]);
    expect(grid.counters).toEqual([1, 3]);
    expect(grid.days.map((day) => day.date)).toEqual(["2026-12-30", "2027-01-01"]);
    expect(
      grid.days[0]?.rows.map((row) => [row.startsAt, ...row.cells.map((cell) => cell?.counter ?? null)]),
    ).toEqual([
      ["2026-12-30T08:30:00+01:00", 1, 3],
      ["2026-12-30T08:45:00+01:00", null, 3],
    ]);
  });

  it("tells a day that fell out from one that never has hours", () => {
    const grid = weekGrid(plan(), []);
    expect(grid.days).toEqual([
      { date: "2027-01-01", note: { date: "2027-01-01", kind: "holiday", name: "Neujahr" }, rows: [] },
    ]);
    expect(grid.without).toEqual([
      "2026-12-28",
      "2026-12-29",
      "2026-12-30",
      "2026-12-31",
      "2027-01-02",
      "2027-01-03",
    ]);
  });

  it("keeps the note of a day that has slots all the same", () => {
    const grid = weekGrid(plan({ notes: [{ date: "2026-12-30", kind: "closure" }] }), [
      slot("2026-12-30T08:30:00+01:00", 1),
    ]);
    expect(grid.days).toHaveLength(1);
    expect(grid.days[0]?.note?.kind).toBe("closure");
    expect(grid.days[0]?.rows).toHaveLength(1);
  });

  it("puts a slot on its day in Berlin", () => {
    const planned = plannedSlots(
      plan({ slots: [{ counter: 1, startsAt: "2026-12-29T23:00:00Z", endsAt: "2026-12-29T23:15:00Z" }] }),
    );
    expect(weekGrid(plan(), planned).days[0]?.date).toBe("2026-12-30");
    expect(planned[0]?.state).toBe("planned");
  });

  it("loses no slot, whatever their order", () => {
    const times = Array.from(
      { length: 14 },
      (_, index) =>
        `2026-12-30T${String(8 + Math.floor(index / 4)).padStart(2, "0")}:${String((index % 4) * 15).padStart(2, "0")}:00+01:00`,
    );
    const all = times.flatMap((time) => [1, 2, 3].map((counter) => slot(time, counter)));
    fc.assert(
      fc.property(fc.shuffledSubarray(all), (slots) => {
        const cells = weekGrid(plan(), slots)
          .days.flatMap((day) => day.rows)
          .flatMap((row) => row.cells);
        expect(new Set(cells.filter((cell) => cell !== null))).toEqual(new Set(slots));
      }),
    );
  });
});

describe("the weeks beside a week", () => {
  it.each([
    ["2026-W53", "2026-W52", "2027-W01"],
    ["2027-W01", "2026-W53", "2027-W02"],
  ])("%s are %s and %s", (week, previous, next) => {
    expect(weeksBeside(week)).toEqual({ previous, next });
  });

  it("are none for a text that names no week", () => {
    expect(weeksBeside("2027-W53")).toBeNull();
  });
});
