import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { openRanges, openState } from "./rules";
import type { ClosedTime, WeeklyHours } from "./types";

const hagen: WeeklyHours = {
  validFrom: "2021-09-14",
  days: { mon: ["14:30-17:00"], wed: ["08:30-12:00"], thu: ["14:30-17:00"], fri: ["08:30-12:00"] },
};
const holidays = new Set(["2026-12-25", "2026-12-26", "2027-01-01"]);
const isHoliday = (date: Temporal.PlainDate) => holidays.has(date.toString());
const stateAt = (instant: string, hours = [hagen], closures: ClosedTime[] = []) => {
  const state = openState(hours, closures, isHoliday, Temporal.Instant.from(instant));
  if (state.open) return `until ${state.until}`;
  return state.next ? `${state.next.date} (${state.next.inDays}) ${state.next.time}` : "unknown";
};

describe("whether an office is open", () => {
  it.each([
    // A Monday in November, an hour ahead of UTC.
    ["2026-11-30T13:29:59Z", "2026-11-30 (0) 14:30"],
    ["2026-11-30T13:30:00Z", "until 17:00"],
    ["2026-11-30T15:59:59Z", "until 17:00"],
    ["2026-11-30T16:00:00Z", "2026-12-02 (2) 08:30"],
    ["2026-12-01T10:00:00Z", "2026-12-02 (1) 08:30"],
    // Over the weekend.
    ["2026-11-28T10:00:00Z", "2026-11-30 (2) 14:30"],
    // Shortly before midnight the day is still the old one in Berlin, and shortly after it the new one.
    ["2026-12-01T22:59:00Z", "2026-12-02 (1) 08:30"],
    ["2026-12-01T23:00:00Z", "2026-12-02 (0) 08:30"],
    // The Friday is Christmas Day: the next is Monday.
    ["2026-12-24T16:30:00Z", "2026-12-28 (4) 14:30"],
    // Summer time: two hours ahead.
    ["2026-07-01T06:30:00Z", "until 12:00"],
    // The Monday after the clocks went back.
    ["2026-10-26T13:29:00Z", "2026-10-26 (0) 14:30"],
  ])("at %s: %s", (instant, expected) => {
    expect(stateAt(instant)).toBe(expected);
  });

  it("knows closed days and hours", () => {
    const closed = { from: "2026-12-02", to: "2026-12-03", hours: null };
    expect(stateAt("2026-12-02T08:00:00Z", [hagen], [closed])).toBe("2026-12-04 (2) 08:30");
    const meeting = { from: "2026-12-02", to: "2026-12-02", hours: "09:00-10:00" };
    expect(stateAt("2026-12-02T07:45:00Z", [hagen], [meeting])).toBe("until 09:00");
    expect(stateAt("2026-12-02T08:30:00Z", [hagen], [meeting])).toBe("2026-12-02 (0) 10:00");
  });

  it("takes hours that touch for one, and the hours that are valid on the day", () => {
    const day = { validFrom: "2026-01-01", days: { mon: ["12:00-14:00", "08:00-12:00"] } };
    expect(stateAt("2026-11-30T08:00:00Z", [day])).toBe("until 14:00");
    const winter = { validFrom: "2026-12-07", days: { mon: ["10:00-11:00"] } };
    expect(
      stateAt(
        "2026-11-30T20:00:00Z",
        [hagen, winter],
        [{ from: "2026-12-01", to: "2026-12-06", hours: null }],
      ),
    ).toBe("2026-12-07 (7) 10:00");
    const given = { ...hagen, validTo: "2026-11-30" };
    expect(stateAt("2026-11-30T20:00:00Z", [given])).toBe("unknown");
  });

  it("is open exactly inside the hours of the day, and opens next at the beginning of some", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 60 }), (minutes) => {
        const now = Temporal.Instant.from("2026-11-02T00:00:00Z").add({ minutes });
        const local = now.toZonedDateTimeISO("Europe/Berlin");
        const time = local.toPlainTime().toString({ smallestUnit: "minute" });
        const inside = (date: Temporal.PlainDate) => (isHoliday(date) ? [] : openRanges([hagen], [], date));
        const state = openState([hagen], [], isHoliday, now);
        const current = inside(local.toPlainDate()).find(({ from, to }) => from <= time && time < to);
        expect(state.open).toBe(current !== undefined);
        if (state.open) expect(state.until).toBe(current?.to);
        else {
          const date = state.next?.date ?? local.toPlainDate();
          expect(inside(date)[0]?.from).toBe(state.next?.time);
          expect(local.toPlainDate().until(date).days).toBe(state.next?.inDays);
        }
      }),
    );
  });
});
