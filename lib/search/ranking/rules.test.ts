import { describe, expect, it } from "vitest";
import type { Alternative } from "@/lib/search/matching/types";
import { weightOf, weightsOf, worthShowing } from "./rules";

const found = (score: number, coverage: number, place: number) => ({ score, coverage, place });
const standing = (term: number, quality: number, entries: number): Alternative => ({
  term,
  quality,
  candidate: { id: 1, word: "w", keys: ["w"], shown: "w", entries },
});

describe("weights", () => {
  it("grow as a word gets rarer, and are highest for one that stands nowhere", () => {
    expect(weightOf(0, 100)).toBeGreaterThan(weightOf(1, 100));
    expect(weightOf(1, 100)).toBeGreaterThan(weightOf(50, 100));
    expect(weightOf(500, 100)).toBe(weightOf(100, 100));
  });
  it("are not lowered by the many compounds that a word is part of", () => {
    const own = standing(0, 1, 1);
    expect(weightsOf(2, [own, standing(0, 0.45, 90)], 100)).toEqual([weightOf(1, 100), weightOf(0, 100)]);
  });
});

describe("worthShowing", () => {
  it("wants less of the query in a title than in running text", () => {
    const entries = [
      found(9, 0.35, 10),
      found(8, 0.35, 1),
      found(7, 0.6, 3),
      found(6, 0.6, 1),
      found(5, 0.8, 1),
    ];
    expect(worthShowing(entries)).toEqual([entries[0], entries[2], entries[4]]);
  });
  it("leaves out what is far worse than the best, and gives nothing of nothing", () => {
    expect(worthShowing([found(100, 1, 10), found(5, 1, 10)])).toHaveLength(1);
    expect(worthShowing([])).toEqual([]);
  });
});
