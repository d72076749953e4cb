import { describe, expect, it } from "vitest";
import { buildDate } from "@/lib/time/build";
import { contentDay, turnsUntil } from "./fact-days.mjs";

const facts = `
- id: a
  values:
    - value: 1
      validFrom: 2026-01-01
      validTo: 2026-12-31
    - value: 2
      validFrom: '2027-01-01'
`;

describe("the days on which a build is outdated", () => {
  it("are those on which a value begins to hold or is over", () => {
    const until = (day: string) => turnsUntil(facts, day);
    expect(until("2025-12-31")).toEqual([]);
    expect(until("2026-01-01")).toEqual(["From 2026-01-01"]);
    expect(until("2026-12-31")).toEqual(until("2026-01-01"));
    expect(until("2027-01-01")).toEqual(["From 2026-01-01", "From 2027-01-01", "To 2026-12-31"]);
  });

  it("are counted by the day of the content", () => {
    expect(contentDay()).toBe(buildDate());
  });
});
