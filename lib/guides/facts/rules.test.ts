import { describe, expect, it } from "vitest";
import { factAt, isExpired, reviewState, upcomingValue } from "./rules";
import { factSchema } from "./schema";
import type { Fact } from "./types";

function fact(values: unknown, unit = "EUR"): Fact {
  return factSchema.parse({
    id: "a.b",
    unit,
    values,
    status: "confirmed",
    source: { title: "t", url: "https://example.org/" },
    verifiedAt: "2026-11-21",
    reviewBy: "2027-05-01",
  });
}

describe("factAt", () => {
  const changing = fact([
    { value: 60, validTo: "2026-12-31" },
    { value: 70, validFrom: "2027-01-01", validTo: "2027-06-30" },
    { value: 80, validFrom: "2027-08-01" },
  ]);
  it.each([
    ["2000-01-01", 60],
    ["2026-12-31", 60],
    ["2027-01-01", 70],
    ["2027-06-30", 70],
    ["2027-07-15", undefined],
    ["2027-08-01", 80],
    ["2099-01-01", 80],
  ])("%s", (date, value) => expect(factAt(changing, date)?.value).toBe(value));

  it("takes the later of two open values", () => {
    const open = fact([
      { value: 60, validFrom: "2020-01-01" },
      { value: 70, validFrom: "2026-01-01" },
    ]);
    expect(factAt(open, "2025-12-31")?.value).toBe(60);
    expect(factAt(open, "2026-01-01")?.value).toBe(70);
  });

  it("knows what follows", () => {
    expect(upcomingValue(changing, "2026-11-21")).toEqual({ value: 70, validFrom: "2027-01-01" });
    expect(upcomingValue(changing, "2027-01-01")).toEqual({ value: 80, validFrom: "2027-08-01" });
    expect(upcomingValue(changing, "2027-08-01")).toBeNull();
  });
});

describe("isExpired", () => {
  it("only when every value has ended", () => {
    const ending = fact([{ value: 60, validTo: "2026-12-31" }]);
    expect(isExpired(ending, "2026-12-31")).toBe(false);
    expect(isExpired(ending, "2027-01-01")).toBe(true);
    expect(isExpired(fact([{ value: 60 }]), "2099-01-01")).toBe(false);
    expect(isExpired(fact([{ value: 60, validFrom: "2030-01-01" }]), "2026-01-01")).toBe(false);
  });
});

describe("reviewState", () => {
  it.each([
    ["2026-11-21", "far"],
    ["2027-03-31", "far"],
    ["2027-04-01", "near"],
    ["2027-05-01", "near"],
    ["2027-05-02", "past"],
  ])("%s is %s", (date, state) => expect(reviewState({ reviewBy: "2027-05-01" }, date)).toBe(state));
});

describe("factSchema", () => {
  it.each([
    ["a number for a phone", "phone", [{ value: 112 }]],
    ["text for money", "EUR", [{ value: "70" }]],
    ["a range that runs backwards", "month", [{ value: [8, 6] }]],
    ["a hyphen in hours", "hours", [{ value: "14:30-17:00" }]],
    ["a day that is none", "date", [{ value: "2026-02-30" }]],
    ["http", "url", [{ value: "http://example.org" }]],
    ["no value", "EUR", []],
    [
      "values out of order",
      "EUR",
      [
        { value: 1, validFrom: "2027-01-01" },
        { value: 2, validFrom: "2026-01-01" },
      ],
    ],
    [
      "values that overlap",
      "EUR",
      [
        { value: 1, validTo: "2027-01-01" },
        { value: 2, validFrom: "2027-01-01" },
      ],
    ],
    ["a later value without a beginning", "EUR", [{ value: 1, validTo: "2027-01-01" }, { value: 2 }]],
    [
      "a value that ends before it begins",
      "EUR",
      [{ value: 1, validFrom: "2027-01-02", validTo: "2027-01-01" }],
    ],
    ["a key of its own", "EUR", [{ value: 1, from: "2027-01-02" }]],
  ])("refuses %s", (_, unit, values) => expect(() => fact(values, unit)).toThrow());
});
