import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clockTime, dayAndMonth, dayOf, longDate, shortDay, timeOf, toDay, weekdayName } from "./dates";
import { locales } from "./routing";

const day = (text: string) => Temporal.PlainDate.from(text);

// Far to both sides of Berlin, and with 45 minutes in the offset.
describe.each(["Asia/Kathmandu", "Pacific/Kiritimati", "America/Los_Angeles"])("in the zone %s", (zone) => {
  const zoneOfProcess = process.env.TZ;
  beforeEach(() => {
    process.env.TZ = zone;
  });
  afterEach(() => {
    process.env.TZ = zoneOfProcess;
  });

  it.each([
    ["ar", "2026-12-03", "الخميس 3 ديسمبر 2026", "الخميس 3 ديسمبر", "3 ديسمبر", "الخميس"],
    ["ar", "2027-01-01", "الجمعة 1 يناير 2027", "الجمعة 1 يناير", "1 يناير", "الجمعة"],
    ["ar", "2026-07-12", "الأحد 12 يوليو 2026", "الأحد 12 يوليو", "12 يوليو", "الأحد"],
    ["de", "2026-12-03", "Donnerstag, 3. Dezember 2026", "Donnerstag, 3. Dezember", "3. Dezember", "Do"],
    ["de", "2027-01-01", "Freitag, 1. Januar 2027", "Freitag, 1. Januar", "1. Januar", "Fr"],
    ["en", "2026-12-03", "Thursday, 3 December 2026", "Thursday 3 December", "3 December", "Thu"],
    ["en", "2027-01-01", "Friday, 1 January 2027", "Friday 1 January", "1 January", "Fri"],
  ] as const)("%s writes %s", (locale, date, long, middle, short, weekday) => {
    const written = [longDate, dayAndMonth, shortDay, weekdayName].map((write) => write(day(date), locale));
    expect(written).toEqual([long, middle, short, weekday]);
  });

  it("writes Western digits and no invisible marks, on every day of a year", () => {
    for (let date = day("2027-01-01"); date.year === 2027; date = date.add({ days: 1 })) {
      for (const locale of locales) {
        const text = longDate(date, locale);
        expect(text).not.toMatch(/[\u0660-\u0669\u06f0-\u06f9\u200e\u200f،]/);
        expect(text.match(/\d+/g)).toEqual([String(date.day), "2027"]);
      }
    }
  });

  it.each([
    ["2026-12-03T14:30:00Z", "2026-12-03", "15:30"],
    ["2026-07-03T14:30:00Z", "2026-07-03", "16:30"],
    ["2026-12-03T08:05:00+01:00", "2026-12-03", "08:05"],
    // The last minutes of a day in Berlin and the first, a day apart.
    ["2026-12-31T22:59:59Z", "2026-12-31", "23:59"],
    ["2026-12-31T23:00:00Z", "2027-01-01", "00:00"],
    // The hour that comes twice when summer time ends.
    ["2026-10-25T00:30:00Z", "2026-10-25", "02:30"],
    ["2026-10-25T01:30:00Z", "2026-10-25", "02:30"],
  ])("%s is %s, %s in Berlin", (instant, date, time) => {
    expect([dayOf(instant).toString(), timeOf(instant)]).toEqual([date, time]);
    expect(clockTime(Temporal.Instant.from(instant))).toBe(time);
  });
});

describe("a day of the calendar", () => {
  it("is read from its text, and from nothing else", () => {
    expect(toDay("2026-12-03").toString()).toBe("2026-12-03");
    expect(() => toDay("2026-02-30")).toThrow(RangeError);
    expect(() => toDay("3.12.2026")).toThrow(RangeError);
  });
});
