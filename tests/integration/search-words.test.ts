import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { replaceIndex } from "@/lib/search/indexing/commands";
import { search } from "@/lib/search/queries";
import { createDatabase } from "../support/database";
import { entryWith } from "../support/search/entries";
import { arabicWords, laterWords, wrongWords } from "../support/search/words";

let database: Awaited<ReturnType<typeof createDatabase>>;
const pairs = [...arabicWords, ...laterWords, ...wrongWords];
const slugOf = (word: string) => `word-${pairs.findIndex(([, other]) => other === word)}`;

beforeAll(async () => {
  database = await createDatabase();
  // One entry for each word, all in one index, so that each is found among the others.
  await replaceIndex(
    [...new Set(pairs.map(([, word]) => word))].map((word) => entryWith(slugOf(word), word)),
  );
});
afterAll(() => database.drop());

/** The first three results, not counting other right answers to the same query. */
async function firstThree(query: string, word: string): Promise<string[]> {
  const right = pairs
    .filter(([other, form]) => other === query && form !== word)
    .map(([, form]) => slugOf(form));
  const { hits } = await search(query, "ar");
  return hits
    .map(({ slug }) => slug)
    .filter((slug) => !right.includes(slug))
    .slice(0, 3);
}

describe("forms of a word", () => {
  it.each([
    ["first", arabicWords],
    ["later", laterWords],
  ])("are found among the first three results (%s list)", async (_, asked) => {
    const missed: string[] = [];
    for (const [query, word] of asked)
      if (!(await firstThree(query, word)).includes(slugOf(word))) missed.push(`${query} → ${word}`);
    console.info(`${asked.length - missed.length} of ${asked.length}`, missed);
    expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(Math.floor(asked.length * 0.09));
  });

  it("are not taken for words that only look like it", async () => {
    const wrong: string[] = [];
    for (const [query, word] of wrongWords) {
      const { hits } = await search(query, "ar");
      if (hits.some(({ slug }) => slug === slugOf(word))) wrong.push(`${query} → ${word}`);
    }
    console.info("wrong", wrong);
    expect(wrong.length, wrong.join("\n")).toBeLessThanOrEqual(2);
  });
});
