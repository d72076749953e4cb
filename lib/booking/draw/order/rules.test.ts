import { describe, expect, it } from "vitest";
import { chiSquare, rare, seedOf, seeds } from "../../../../tests/support/chance";
import { drawEntry, drawPlaces, drawTerms } from "../../../../tests/support/draw-records";
import type { DrawEntry, DrawInput } from "../types";
import { commitmentTo, drawKey, drawOrder, drawText } from "./rules";

const input = (entries: DrawEntry[], places = drawPlaces(2)): DrawInput => ({
  terms: drawTerms(),
  entries,
  excluded: [],
  places,
});

describe("the key", () => {
  it("changes for everybody when anything that was announced or entered changes", () => {
    const entries = Array.from({ length: 8 }, (_, index) => drawEntry(index));
    const key = (changed: Partial<DrawInput>) =>
      drawKey(seedOf("x"), { ...input(entries), ...changed }).toString("hex");
    const keys = [
      key({}),
      key({ entries: entries.slice(1) }),
      key({ entries: [drawEntry(0, { weight: 3 }), ...entries.slice(1)] }),
      key({ entries: [drawEntry(0, { units: 2 }), ...entries.slice(1)] }),
      key({ excluded: ["SOMEBODY"] }),
      key({ places: drawPlaces(2).slice(1) }),
      key({ terms: { ...drawTerms(), week: "2026-W52" } }),
      key({ terms: { ...drawTerms(), closesAt: "2026-12-07T13:00:00+01:00" } }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("keeps to the letter of its description", () => {
    const record = { entries: [drawEntry(1, { wishes: { days: ["2026-12-17", "2026-12-16"], parts: [] } })] };
    const [place] = drawPlaces(1);
    const text = drawText({ ...input(record.entries, place ? [place] : []), excluded: ["P-9"] });
    expect(text).toBe(
      [
        "mawid-draw/1",
        "draw 5b6b3a4e-7f0c-4d52-9a55-0d8f5f1f6c01",
        "week hagen auslaenderbehoerde 2026-W51",
        "open 2026-11-30T07:30:00+01:00 2026-11-30T12:00:00+01:00",
        "policy 2 1 4 6 2",
        "entry P-00001 1 1 2026-12-16,2026-12-17 *",
        "excluded P-9",
        "place 1 2026-12-16T08:30:00+01:00 2026-12-16T08:45:00+01:00",
        "",
      ].join("\n"),
    );
    expect(commitmentTo(new Uint8Array(32))).toBe(
      "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925",
    );
  });
});

describe("chance, over 200 seeds", () => {
  type Order = typeof drawOrder;
  const twenty = Array.from({ length: 20 }, (_, index) => drawEntry(index));
  const weights = [1, 2, 3, 4, 10];
  const weighted = weights.map((weight, index) => drawEntry(index, { weight }));
  const names = (entries: DrawEntry[]) => entries.map((entry) => entry.pseudonym);
  /** Who stands at a place of the order, for each seed. */
  const standing = (entries: DrawEntry[], place: number, order: Order = drawOrder) =>
    seeds.map((seed) => order(drawKey(seed, input(entries)), entries)[place]?.pseudonym ?? "nobody");

  it("puts equals first equally often", () => {
    expect(chiSquare(names(twenty), standing(twenty, 0))).toBeLessThan(rare[19]);
  });

  it("puts equals at each place of the order equally often", () => {
    const ten = twenty.slice(0, 10);
    for (let place = 0; place < 10; place += 1)
      expect(chiSquare(names(ten), standing(ten, place)), `place ${place + 1}`).toBeLessThan(rare[9]);
  });

  it("puts an entry first in proportion to its weight", () => {
    expect(chiSquare(names(weighted), standing(weighted, 0), weights)).toBeLessThan(rare[4]);
  });

  const reweighted =
    (change: (weight: number) => number): Order =>
    (key, entries) =>
      drawOrder(
        key,
        entries.map((entry) => ({ ...entry, weight: change(entry.weight) })),
      );

  it("is told from an order that forgets or exaggerates the weights (negative control)", () => {
    for (const wrong of [reweighted(() => 1), reweighted((weight) => weight ** 2)])
      expect(chiSquare(names(weighted), standing(weighted, 0, wrong), weights)).toBeGreaterThan(rare[4]);
  });

  it("is told from an order that now and then prefers who entered first (negative control)", () => {
    const wrong: Order = (key, entries) => ((key[0] ?? 0) < 40 ? [...entries] : drawOrder(key, entries));
    expect(chiSquare(names(twenty), standing(twenty, 0, wrong))).toBeGreaterThan(rare[19]);
  });
});
