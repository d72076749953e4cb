import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { Department } from "@/lib/offices/types";
import { isoWeek, mondayOf, parseIsoWeek, rfc3339 } from "@/lib/time/calendar";
import { publicHolidays } from "./holidays";
import { bookableWindow, isReleased, nextRelease, planWeek, releaseInstant } from "./rules";

const policy: Department["policy"] = {
  releaseDay: "mon",
  releaseTime: "07:30",
  horizonWeeks: 3,
  leadMinutes: 120,
  holdMinutes: 20,
  holdsPerMailPerDay: 3,
  upcomingPerMail: 10,
  activePerPerson: 1,
  extendMinutes: 10,
  returnMinutes: [10, 120],
};
const text = { de: "x", ar: "x", en: "x" };
const department: Department = {
  slug: "test",
  name: text,
  description: text,
  counters: 2,
  slotMinutes: 15,
  openingHours: [
    {
      validFrom: "2021-09-14",
      days: { mon: ["14:30-17:00"], wed: ["08:30-12:00"], thu: ["14:30-17:00"], fri: ["08:30-12:00"] },
    },
  ],
  closures: [],
  policy,
  visit: { maxConcerns: 1, maxPersons: 1 },
  waitlist: { offerMinutes: 30, night: ["20:00", "07:30"], unansweredAtMost: 3, reasons: [] },
  concerns: [
    {
      slug: "one",
      name: text,
      description: text,
      units: 1,
      unitsPerFurtherPerson: 1,
      documents: [],
      guide: null,
    },
  ],
};

const at = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);

describe("the bookable window", () => {
  it.each([
    // Sunday before, the last second, the release itself, and the days after it.
    ["2026-11-29T23:59:00+01:00", "2026-11-30", "2026-12-13"],
    ["2026-11-30T07:29:59+01:00", "2026-11-30", "2026-12-13"],
    ["2026-11-30T07:30:00+01:00", "2026-11-30", "2026-12-20"],
    ["2026-12-06T23:59:00+01:00", "2026-12-07", "2026-12-20"],
    // Across the year's end: ISO year 2026 has 53 weeks.
    ["2026-12-14T07:29:59+01:00", "2026-12-14", "2026-12-27"],
    ["2026-12-14T07:30:00+01:00", "2026-12-14", "2027-01-03"],
    ["2026-12-21T07:30:00+01:00", "2026-12-21", "2027-01-10"],
    // Both clock changes: the release stays at 07:30 on the wall.
    ["2027-03-29T07:29:59+02:00", "2027-03-29", "2027-04-11"],
    ["2027-03-29T07:30:00+02:00", "2027-03-29", "2027-04-18"],
    ["2027-11-01T07:29:59+01:00", "2027-11-01", "2027-11-14"],
    ["2027-11-01T07:30:00+01:00", "2027-11-01", "2027-11-21"],
  ])("at %s is %s to %s", (now, from, to) => {
    const window = bookableWindow(policy, at(now));
    expect([window.from.toString(), window.to.toString()]).toEqual([from, to]);
  });

  it("never reaches more than 21 days ahead, and always covers the current week", () => {
    const instants = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2030, 0, 1) });
    fc.assert(
      fc.property(instants, (ms) => {
        const now = Temporal.Instant.fromEpochMilliseconds(ms);
        const today = now.toZonedDateTimeISO("Europe/Berlin").toPlainDate();
        const { to } = bookableWindow(policy, now);
        expect(today.until(to, { largestUnit: "days" }).days).toBeLessThanOrEqual(21);
        expect(Temporal.PlainDate.compare(to, mondayOf(today).add({ days: 6 }))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("a week's release", () => {
  it.each([
    ["2026-12-14", "2026-11-30T07:30:00+01:00"],
    ["2027-01-04", "2026-12-21T07:30:00+01:00"],
    ["2027-04-12", "2027-03-29T07:30:00+02:00"],
    ["2027-03-29", "2027-03-15T07:30:00+01:00"],
    ["2027-11-15", "2027-11-01T07:30:00+01:00"],
  ])("of the week of %s is %s", (monday, release) => {
    expect(rfc3339(releaseInstant(day(monday), policy))).toBe(release);
  });

  it("is the first instant at which the week is released", () => {
    const release = releaseInstant(day("2026-12-14"), policy);
    expect(isReleased(release, release.subtract({ nanoseconds: 1 }))).toBe(false);
    expect(isReleased(release, release)).toBe(true);
  });

  it("that comes next lies ahead, at most a week", () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2030, 0, 1) }), (ms) => {
        const now = Temporal.Instant.fromEpochMilliseconds(ms);
        const hours = now.until(nextRelease(policy, now).at).total("hours");
        expect(hours).toBeGreaterThan(0);
        expect(hours).toBeLessThanOrEqual(7 * 24 + 1);
      }),
    );
  });
});

describe("the plan of a week", () => {
  const plan = (monday: string, changes: Partial<Department> = {}) =>
    planWeek({ ...department, ...changes }, day(monday), publicHolidays("DE-NW", day(monday)));

  it("has every whole slot inside the opening hours, for each counter", () => {
    const { slots, week } = plan("2026-11-30");
    expect(week).toBe("2026-W49");
    // 10 on Monday and Thursday, 14 on Wednesday and Friday, at two counters.
    expect(slots).toHaveLength((10 + 14 + 10 + 14) * 2);
    expect(slots[0]).toEqual({
      counter: 1,
      startsAt: "2026-11-30T13:30:00Z",
      endsAt: "2026-11-30T13:45:00Z",
    });
    expect(slots.some((slot) => slot.startsAt.startsWith("2026-12-01"))).toBe(false);
    expect(slots.filter((slot) => slot.startsAt.startsWith("2026-11-30")).at(-1)?.endsAt).toBe(
      "2026-11-30T16:00:00Z",
    );
  });

  it("makes no slot that would go past the closing time", () => {
    const { slots } = plan("2026-11-30", { slotMinutes: 40 });
    const monday = slots.filter((slot) => slot.startsAt.startsWith("2026-11-30"));
    expect(monday).toHaveLength(3 * 2);
    expect(monday.at(-1)?.endsAt).toBe("2026-11-30T15:30:00Z");
  });

  it("keeps the wall time over the clock change", () => {
    expect(plan("2027-03-22").slots[0]?.startsAt).toBe("2027-03-22T13:30:00Z");
    expect(plan("2027-04-05").slots.find((slot) => slot.startsAt.startsWith("2027-04-07"))?.startsAt).toBe(
      "2027-04-07T06:30:00Z",
    );
  });

  it.each([
    ["2026-12-21", "2026-12-25"],
    ["2026-12-28", "2027-01-01"],
    ["2027-03-22", "2027-03-26"],
    ["2027-03-29", "2027-03-29"],
    ["2027-05-03", "2027-05-06"],
    ["2027-05-24", "2027-05-27"],
    ["2027-10-25", "2027-11-01"],
  ])("of %s leaves out the holiday %s of North Rhine-Westphalia", (monday, holiday) => {
    const weekOfHoliday = mondayOf(day(holiday)).toString();
    const { slots, notes } = plan(weekOfHoliday === monday ? monday : weekOfHoliday);
    expect(notes).toContainEqual(expect.objectContaining({ date: holiday, kind: "holiday" }));
    expect(slots.some((slot) => slot.startsAt.startsWith(holiday))).toBe(false);
  });

  it("leaves out closures, whole days and hours", () => {
    const closures = [
      { from: "2026-12-02", to: "2026-12-02", hours: null },
      { from: "2026-12-03", to: "2026-12-03", hours: "14:00-15:20" },
    ];
    const { slots, notes } = plan("2026-11-30", { closures });
    expect(slots.some((slot) => slot.startsAt.startsWith("2026-12-02"))).toBe(false);
    expect(slots.find((slot) => slot.startsAt.startsWith("2026-12-03"))?.startsAt).toBe(
      "2026-12-03T14:30:00Z",
    );
    expect(notes).toContainEqual({ date: "2026-12-02", kind: "closure" });
  });

  it("uses the opening hours that are valid on the day", () => {
    const openingHours = [
      ...department.openingHours,
      { validFrom: "2026-12-01", days: { tue: ["09:00-10:00"] } },
    ];
    const { slots } = plan("2026-11-30", { openingHours });
    expect(new Set(slots.map((slot) => slot.startsAt.slice(0, 10)))).toEqual(
      new Set(["2026-11-30", "2026-12-01"]),
    );
  });

  it("has no two slots at one counter at one time, on any week", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 5, max: 120 }),
        (weeks, slotMinutes) => {
          const { slots } = planWeek(
            { ...department, slotMinutes },
            day("2026-01-05").add({ weeks }),
            new Map(),
          );
          const keys = slots.map((slot) => `${slot.counter} ${slot.startsAt}`);
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("ISO weeks", () => {
  it.each([
    ["2026-W53", "2026-12-28"],
    ["2027-W01", "2027-01-04"],
    ["2026-W01", "2025-12-29"],
    ["2026-W50", "2026-12-07"],
  ])("%s begins on %s", (week, monday) => {
    expect(parseIsoWeek(week)?.toString()).toBe(monday);
    expect(isoWeek(day(monday))).toBe(week);
  });

  it.each(["2027-W53", "2026-W00", "2026-W54", "2026-50", "week"])("%s is none", (week) => {
    expect(parseIsoWeek(week)).toBeNull();
  });
});
