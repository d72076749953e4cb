import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { getOffice } from "@/lib/offices/queries";
import type { Office } from "@/lib/offices/types";
import {
  bookingStep,
  groupByDay,
  holdExpiry,
  nearestTimes,
  personText,
  planVisit,
  stateAt,
  visitQuery,
} from "./rules";

const at = (text: string) => Temporal.Instant.from(text);

describe("a person", () => {
  const person = (givenName: string, familyName: string, birthDate = "1990-03-27") =>
    personText({ givenName, familyName, birthDate });

  it.each([
    ["case, accents and hyphens", person("José", "García-López"), person("JOSE", "Garcia Lopez")],
    ["the order of names", person("Ahmad", "Al Masri"), person("Al Masri", "Ahmad")],
    ["sharp s", person("Anna", "Groß"), person("Anna", "GROSS")],
    ["forms of alef, ya and ta marbuta", person("أحمد", "فاطمة"), person("احمد", "فاطمه")],
    ["tatweel and vowel marks", person("مُحَمَّد", "عــلي"), person("محمد", "علي")],
    ["spaces and apostrophes", person(" Dara ", "O'Brien"), person("Dara", "O Brien")],
    ["composed and decomposed letters", person("Ünal", "Öz"), person("U\u0308nal", "O\u0308z")],
  ])("is the same whatever %s", (_name, one, other) => {
    expect(one).toBe(other);
  });

  it("is another with another birth date or name", () => {
    expect(person("Anna", "Groß")).not.toBe(person("Anna", "Groß", "1990-03-28"));
    expect(person("Anna", "Groß")).not.toBe(person("Hanna", "Groß"));
  });

  it("is never the same for different words", () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(person(one, "x") === person(other, "x")).toBe(one === other);
      }),
    );
  });
});

describe("an appointment's state", () => {
  const times = { holdExpiresAt: at("2026-12-01T10:20:00Z"), endsAt: at("2026-12-03T15:00:00Z") };
  it.each([
    ["held", "2026-12-01T10:19:59Z", "held"],
    ["held", "2026-12-01T10:20:00Z", "expired"],
    ["confirmed", "2026-12-03T14:59:59Z", "confirmed"],
    ["confirmed", "2026-12-03T15:00:00Z", "past"],
    ["cancelled", "2026-12-09T15:00:00Z", "cancelled"],
  ] as const)("%s is at %s %s", (state, now, expected) => {
    expect(stateAt({ state, ...times }, at(now))).toBe(expected);
  });

  it("expires exactly the policy's minutes after it began", () => {
    expect(holdExpiry(at("2026-12-01T10:00:00Z"), 20).toString()).toBe("2026-12-01T10:20:00Z");
  });
});

describe("free times", () => {
  it("are grouped by their day in Berlin, with its offset", () => {
    const days = groupByDay([
      { startsAt: at("2027-03-26T07:30:00Z"), free: 2 },
      { startsAt: at("2027-03-31T06:30:00Z"), free: 1 },
    ]);
    expect(days).toEqual([
      { date: "2027-03-26", times: [{ startsAt: "2027-03-26T08:30:00+01:00", free: 2 }] },
      { date: "2027-03-31", times: [{ startsAt: "2027-03-31T08:30:00+02:00", free: 1 }] },
    ]);
  });

  it("are offered nearest first, the earlier of two equally near", () => {
    const times = ["08:00", "09:00", "10:00", "11:00"].map((time) => at(`2026-12-01T${time}:00Z`));
    const nearest = nearestTimes(times, at("2026-12-01T09:30:00Z"), 3).map((time) =>
      time.toString().slice(11, 16),
    );
    expect(nearest).toEqual(["09:00", "10:00", "08:00"]);
  });

  it("are the same that sorting all by their distance gives", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 40 }),
        fc.integer({ min: -10, max: 410 }),
        fc.integer({ min: 0, max: 8 }),
        (quarters, wanted, count) => {
          const time = (quarter: number) => at("2026-12-01T08:00:00Z").add({ minutes: 15 * quarter });
          const inOrder = [...quarters].sort((a, b) => a - b);
          const sorted = [...inOrder].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || a - b);
          expect(nearestTimes(inOrder.map(time), time(wanted), count).map(String)).toEqual(
            sorted.slice(0, count).map((quarter) => String(time(quarter))),
          );
        },
      ),
    );
  });
});

const hagen = getOffice("hagen") as Office;
const units = (slugs: string[], persons: number) => {
  const visit = planVisit(hagen, slugs, persons);
  return visit.ok ? visit.units : visit.reason;
};

describe("a visit", () => {
  it.each([
    [["card-pickup"], 1, 1],
    [["card-pickup"], 3, 3],
    [["residence-permit-extension"], 1, 2],
    [["residence-permit-extension", "card-pickup"], 1, 3],
    [["residence-permit-extension", "card-pickup"], 2, 5],
    [["card-pickup", "card-pickup"], 1, 1],
    [[], 1, "unknown_concern"],
    [["card-pickup", "nothing"], 1, "unknown_concern"],
    [["card-pickup", "loss-report"], 1, "not_together"],
    [["card-pickup", "settlement-permit", "residence-permit-first"], 1, "too_many_concerns"],
    [["card-pickup"], 7, "too_many_persons"],
  ])("of %j for %i needs %j", (slugs, persons, needed) => {
    expect(units(slugs as string[], persons as number)).toBe(needed);
  });
});

describe("the address of the booking page", () => {
  it("carries the visit from step to step", () => {
    const query = { concern: "card-pickup", also: ["settlement-permit"], persons: "2" };
    const step = bookingStep(hagen, query);
    if (step.step !== "time") throw new Error(step.step);
    expect(step.visit).toMatchObject({ persons: 2, units: units(["card-pickup", "settlement-permit"], 2) });
    expect(visitQuery(step.concern, step.visit)).toBe("concern=card-pickup&also=settlement-permit&persons=2");
  });

  it.each([
    { also: ["loss-report"] },
    { persons: "99" },
    { persons: "x" },
    { also: ["settlement-permit", "nothing"] },
  ])("falls back to the concern alone for %j", (query) => {
    const step = bookingStep(hagen, { concern: "card-pickup", ...query });
    expect(step).toMatchObject({ step: "time", visit: { further: [], persons: 1, units: 1 } });
  });
});
