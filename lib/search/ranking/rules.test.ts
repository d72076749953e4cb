import { describe, expect, it } from "vitest";
import type { Alternative } from "@/lib/search/matching/types";
import { placesRead, weightOf, weightsOf, withFewFacts, worthShowing } from "./rules";

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

describe("the places that are read of a word", () => {
  it("are all there are in every language, while they are few", () => {
    expect(placesRead([standing(0, 1, 400), standing(1, 1, 1500)])).toEqual([1200, 4500]);
  });
  it("are fifteen hundred of a word of the query and all that stands for it, by how often each does", () => {
    const frequent = [standing(0, 1, 6000), standing(0, 0.85, 3000), standing(0, 0.55, 1)];
    const [own, other, rare] = placesRead(frequent);
    expect([own, other, rare]).toEqual([1000, 500, 1]);
    expect(placesRead([...frequent, standing(1, 1, 90)]).at(-1)).toBe(270);
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

describe("withFewFacts", () => {
  const one = (kind: "fact" | "guide" | "term", url: string, score: number, title = url, body = "") => ({
    kind,
    url,
    score,
    title,
    body,
  });
  const shown = (...found: ReturnType<typeof one>[]) => withFewFacts(found).map(({ title }) => title);

  it("puts the page that explains a fact before it, once, and leaves the others where they are", () => {
    const costs = one("fact", "/de/guides/a#costs", 9, "fee");
    const more = one("fact", "/de/guides/a#who", 5, "age");
    expect(
      shown(
        one("guide", "/de/guides/b", 10),
        costs,
        one("term", "/t", 8),
        one("guide", "/de/guides/a#costs", 7),
        more,
      ),
    ).toEqual(["/de/guides/b", "/de/guides/a#costs", "fee", "/t", "age"]);
  });
  it("has three facts at most, of equals those with the shortest names", () => {
    const facts = ["eeeee", "dddd", "ccc", "bb", "a"].map((title) => one("fact", `/x#${title}`, 5, title));
    expect(shown(...facts)).toEqual(["a", "bb", "ccc"]);
  });
  it("says a sentence once", () => {
    expect(shown(one("fact", "/x", 5, "a", "same"), one("fact", "/x", 4, "b", "same"))).toEqual(["a"]);
  });
});
