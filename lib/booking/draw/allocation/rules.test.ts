import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verify } from "../../../../scripts/verify-draw.mjs";
import { chiSquare, rare, seedOf, seeds } from "../../../../tests/support/chance";
import { drawEntry, drawPlaces, drawRecord, drawTerms } from "../../../../tests/support/draw-records";
import { isWished } from "../rules";
import type { DrawEntry, DrawInput } from "../types";
import { allocate } from "./rules";

const input = (entries: DrawEntry[], places = drawPlaces(2)): DrawInput => ({
  terms: drawTerms(),
  entries,
  excluded: [],
  places,
});

const wishes = fc.record({
  days: fc.uniqueArray(fc.constantFrom("2026-12-16", "2026-12-17", "2026-12-18"), { maxLength: 3 }),
  parts: fc.uniqueArray(fc.constantFrom("morning" as const, "afternoon" as const), { maxLength: 2 }),
});
const entries = fc
  .array(
    fc.record({ weight: fc.integer({ min: 1, max: 9 }), units: fc.integer({ min: 1, max: 4 }), wishes }),
    {
      maxLength: 40,
    },
  )
  .map((list) => list.map((entry, index) => drawEntry(index, entry)));
const places = fc.subarray(drawPlaces(2));
const draws = fc.record({ seed: fc.integer().map((n) => seedOf(String(n))), entries, places });

describe("the allocation", () => {
  it("gives no slot twice, keeps wishes and length, and leaves nobody out who fits", () => {
    fc.assert(
      fc.property(draws, ({ seed, entries, places }) => {
        const result = allocate(seed, input(entries, places));
        expect(result.map(({ pseudonym }) => pseudonym).sort()).toEqual(
          entries.map((e) => e.pseudonym).sort(),
        );
        const free = new Map(places.map((place) => [`${place.counter} ${place.startsAt}`, place]));
        const runAt = (counter: number, startsAt: string, units: number) => {
          const run: string[] = [];
          for (let begins = startsAt; run.length < units; ) {
            const slot = free.get(`${counter} ${begins}`);
            if (!slot) return null;
            run.push(`${counter} ${begins}`);
            begins = slot.endsAt;
          }
          return run;
        };
        for (const { pseudonym, place } of result) {
          const entry = entries.find((candidate) => candidate.pseudonym === pseudonym);
          if (!entry) throw new Error("an entry nobody made");
          if (place) {
            expect(isWished(entry.wishes, place.startsAt)).toBe(true);
            // Gone from `free` with the run of whoever came before.
            const run = runAt(place.counter, place.startsAt, entry.units);
            expect(run).not.toBeNull();
            for (const slot of run ?? []) free.delete(slot);
          } else {
            const left = [...free.values()].filter(
              (slot) =>
                isWished(entry.wishes, slot.startsAt) && runAt(slot.counter, slot.startsAt, entry.units),
            );
            expect(left).toEqual([]);
          }
        }
      }),
    );
  });

  it("is the same whatever the order in which entries, wishes and places are read", () => {
    fc.assert(
      fc.property(draws, ({ seed, entries, places }) => {
        const turned = entries.toReversed().map((entry) => ({
          ...entry,
          wishes: { days: entry.wishes.days.toReversed(), parts: entry.wishes.parts.toReversed() },
        }));
        expect(allocate(seed, input(turned, places.toReversed()))).toEqual(
          allocate(seed, input(entries, places)),
        );
      }),
    );
  });

  it("is what the independent program for everybody finds", () => {
    fc.assert(
      fc.property(draws, ({ seed, entries, places }) => {
        expect(verify(drawRecord(seed, entries, places))).toBeNull();
      }),
    );
  });

  it("gives concerns of every length nearly the same chance", () => {
    const entries = Array.from({ length: 600 }, (_, index) => drawEntry(index, { units: 1 + (index % 3) }));
    const wins = [0, 0, 0];
    for (const seed of seeds.slice(0, 40)) {
      for (const { pseudonym, place } of allocate(seed, input(entries, drawPlaces(5)))) {
        const length = entries.find((entry) => entry.pseudonym === pseudonym)?.units ?? 0;
        if (place) wins[length - 1] = (wins[length - 1] ?? 0) + 1;
      }
    }
    expect(Math.min(...wins) / Math.max(...wins)).toBeGreaterThan(0.85);
  });

  it("spreads over days and counters when there is room", () => {
    const all = Array.from({ length: 24 }, (_, index) => drawEntry(index));
    const taken = allocate(seedOf("spread"), input(all, drawPlaces(4))).flatMap(({ place }) =>
      place ? [place] : [],
    );
    expect(taken).toHaveLength(24);
    expect(new Set(taken.map((place) => place.counter)).size).toBe(4);
    expect(new Set(taken.map((place) => place.startsAt.slice(0, 10))).size).toBe(3);
  });
});

describe("chance, over 200 seeds", () => {
  const equals = (count: number) => Array.from({ length: count }, (_, index) => drawEntry(index));
  const places = drawPlaces(1).slice(0, 5);
  const draw = (entries: DrawEntry[]) => seeds.map((seed) => allocate(seed, input(entries, places)));
  const names = (entries: DrawEntry[]) => entries.map((entry) => entry.pseudonym);

  it("lets equals win equally often", () => {
    const winners = draw(equals(20)).flatMap((result) =>
      result.flatMap(({ pseudonym, place }) => (place ? [pseudonym] : [])),
    );
    expect(winners).toHaveLength(1000);
    // Five of twenty without putting back vary less than independent picks; the factor makes up for it.
    expect(chiSquare(names(equals(20)), winners) * (19 / 15)).toBeLessThan(rare[19]);
  });

  it("gives every place to equals equally often", () => {
    const results = draw(equals(5));
    for (const { startsAt } of places) {
      const winners = results.map(
        (result) => result.find(({ place }) => place?.startsAt === startsAt)?.pseudonym ?? "nobody",
      );
      expect(chiSquare(names(equals(5)), winners), startsAt).toBeLessThan(rare[4]);
    }
  });
});

it("draws 10,000 entries for 300 places, with each place taken and none twice", () => {
  const many = Array.from({ length: 10_000 }, (_, index) => drawEntry(index, { weight: 1 + (index % 8) }));
  const places = drawPlaces(5).slice(0, 300);
  expect(places).toHaveLength(300);
  const won = allocate(seedOf("many"), input(many, places)).flatMap(({ place }) => (place ? [place] : []));
  expect(new Set(won.map(({ counter, startsAt }) => `${counter} ${startsAt}`)).size).toBe(300);
});
