import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { drawWindow, entryWeight, isWished } from "./rules";

describe("the time for entering", () => {
  const policy = {
    closesAt: "12:00",
    openAtLeastHours: 4,
    entriesPerMail: 6,
    baseWeight: 2,
    perEarlierLoss: 1,
    maxEarlierLosses: 4,
    permitExpiring: { weeks: 6, weight: 2 },
  };
  it.each([
    [
      "is from the release to noon",
      "2026-12-04T09:00:00+01:00",
      "2026-12-07T07:30:00+01:00",
      "2026-12-07T12:00:00+01:00",
    ],
    [
      "begins at once when published late",
      "2026-12-07T07:45:10.5+01:00",
      "2026-12-07T07:45:10+01:00",
      "2026-12-07T12:00:00+01:00",
    ],
    [
      "has its four hours to the second",
      "2026-12-07T08:00:00+01:00",
      "2026-12-07T08:00:00+01:00",
      "2026-12-07T12:00:00+01:00",
    ],
    [
      "goes on to the next noon when less is left",
      "2026-12-07T08:00:01+01:00",
      "2026-12-07T08:00:01+01:00",
      "2026-12-08T12:00:00+01:00",
    ],
    [
      "ends at noon on the wall after the clock change",
      "2026-12-07T20:00:00+01:00",
      "2026-12-07T20:00:00+01:00",
      "2026-12-08T12:00:00+01:00",
    ],
  ])("%s", (_name, now, opensAt, closesAt) => {
    const release = Temporal.Instant.from("2026-12-07T07:30:00+01:00");
    const window = drawWindow(policy, release, Temporal.Instant.from(now));
    expect(window.opensAt.equals(Temporal.Instant.from(opensAt))).toBe(true);
    expect(window.closesAt.equals(Temporal.Instant.from(closesAt))).toBe(true);
  });

  it("is noon on the wall in summer as in winter", () => {
    const saturday = Temporal.Instant.from("2027-03-27T15:00:00+01:00");
    const { closesAt } = drawWindow({ ...policy, openAtLeastHours: 24 }, saturday, saturday);
    expect(closesAt.equals(Temporal.Instant.from("2027-03-29T12:00:00+02:00"))).toBe(true);
  });
});

describe("the weight", () => {
  const policy = {
    baseWeight: 2,
    perEarlierLoss: 1,
    maxEarlierLosses: 3,
    permitExpiring: { weeks: 6, weight: 5 },
  };
  it.each([
    [0, null, 2],
    [1, null, 3],
    [3, null, 5],
    [30, null, 5],
    [0, "2027-01-18", 7],
    [0, "2027-01-19", 2],
    [0, "2026-12-01", 7],
    [2, "2026-12-24", 9],
  ])("after %i losses with a permit until %s is %i", (earlierLosses, permitExpiresOn, weight) => {
    expect(entryWeight(policy, { earlierLosses, permitExpiresOn }, "2026-12-07")).toBe(weight);
  });
});

describe("a wish", () => {
  const [morning, noon, afternoon] = ["T08:30:00", "T12:00:00", "T14:30:00"].map(
    (time) => `2026-12-16${time}+01:00`,
  );
  it.each([
    ["nothing in particular", [], [], [true, true, true]],
    ["the day", ["2026-12-16"], [], [true, true, true]],
    ["another day", ["2026-12-17"], [], [false, false, false]],
    ["mornings", [], ["morning"], [true, false, false]],
    ["afternoons", [], ["afternoon"], [false, true, true]],
    ["both", ["2026-12-16"], ["morning", "afternoon"], [true, true, true]],
    ["mornings of another day", ["2026-12-17"], ["morning"], [false, false, false]],
  ] as const)("for %s", (_name, days, parts, expected) => {
    const wishes = { days: [...days], parts: [...parts] };
    expect([morning, noon, afternoon].map((time) => isWished(wishes, time ?? ""))).toEqual(expected);
  });
});
