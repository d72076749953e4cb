import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  berlinDate,
  berlinInstant,
  fromDate,
  isoWeek,
  mondayOf,
  parseIsoWeek,
  parseRfc3339,
  rfc3339,
  toDate,
} from "./calendar";

const at = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);
const instants = fc
  .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));

describe("the day in Berlin", () => {
  it.each([
    ["2026-11-29T22:59:59.999Z", "2026-11-29"],
    ["2026-11-29T23:00:00Z", "2026-11-30"],
    ["2026-07-01T21:59:59Z", "2026-07-01"],
    ["2026-07-01T22:00:00Z", "2026-07-02"],
  ])("at %s is %s", (instant, date) => {
    expect(berlinDate(at(instant)).toString()).toBe(date);
  });
});

describe("a wall time in Berlin", () => {
  it.each([
    ["2026-12-03", "14:30", "2026-12-03T13:30:00Z"],
    ["2026-07-02", "14:30", "2026-07-02T12:30:00Z"],
    // 02:30 does not exist on the day summer time begins: the same distance after the gap.
    ["2027-03-28", "02:30", "2027-03-28T01:30:00Z"],
    // It comes twice on the day summer time ends: the first.
    ["2027-10-31", "02:30", "2027-10-31T00:30:00Z"],
    ["2027-10-31", "03:00", "2027-10-31T02:00:00Z"],
  ])("%s %s is the instant %s", (date, time, instant) => {
    expect(berlinInstant(day(date), time).toString()).toBe(instant);
  });
});

describe("ISO weeks", () => {
  it("begin on a Monday that lies at most six days back, and are read as they are written", () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const date = berlinDate(instant);
        const monday = mondayOf(date);
        expect(monday.dayOfWeek).toBe(1);
        expect(monday.until(date).days).toBeGreaterThanOrEqual(0);
        expect(monday.until(date).days).toBeLessThan(7);
        expect(parseIsoWeek(isoWeek(date))?.toString()).toBe(monday.toString());
      }),
    );
  });
});

describe("RFC 3339", () => {
  it.each([
    ["2026-12-03T13:30:00Z", "2026-12-03T14:30:00+01:00"],
    ["2026-07-03T12:30:00.999Z", "2026-07-03T14:30:00+02:00"],
    // Twice 02:30, told apart by the offset.
    ["2027-10-31T00:30:00Z", "2027-10-31T02:30:00+02:00"],
    ["2027-10-31T01:30:00Z", "2027-10-31T02:30:00+01:00"],
  ])("writes %s as %s", (instant, text) => {
    expect(rfc3339(at(instant))).toBe(text);
  });

  it("is read as it was written", () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const whole = instant.round("second");
        expect(parseRfc3339(rfc3339(whole))?.toString()).toBe(whole.toString());
      }),
    );
  });

  it.each(["2026-12-03T14:30Z", "2026-12-03t14:30:00z", "2026-12-03T14:30:00.5+05:45"])(
    "reads %s",
    (text) => {
      expect(parseRfc3339(text)?.epochMilliseconds).toBe(at(text).epochMilliseconds);
    },
  );

  it.each([
    "",
    "2026-12-03",
    "2026-12-03T14:30:00",
    "2026-12-03 14:30:00Z",
    "2026-13-03T14:30:00Z",
    "2026-02-30T14:30:00Z",
    "2026-12-03T25:00:00Z",
    "2026-12-03T14:30:00+01",
    "2026-12-03T14:30:00Z[Europe/Berlin]",
    "+002026-12-03T14:30:00Z",
    "٢٠٢٦-12-03T14:30:00Z",
    "now",
  ])("does not take %j", (text) => {
    expect(parseRfc3339(text)).toBeNull();
  });
});

describe("the dates of the database", () => {
  it("are the same instants, there and back", () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(Temporal.Instant.compare(fromDate(toDate(instant)), instant)).toBe(0);
      }),
    );
  });
});
