import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Locale } from "@/lib/i18n/routing";
import { fillIndex, replaceIndex } from "@/lib/search/indexing/commands";
import { search } from "@/lib/search/queries";
import { createDatabase } from "../support/database";
import { firstEnglish, firstGerman, firstWords, firstWrong } from "../support/search/blind/first";
import { arabicQuestions, englishQuestions, germanQuestions } from "../support/search/blind/pages";
import { secondWords, secondWrong } from "../support/search/blind/second";
import { thirdWords, thirdWrong } from "../support/search/blind/third";
import type { Pair } from "../support/search/blind/types";
import { entryWith } from "../support/search/entries";

// Lists that were written without knowing the words the search knows.
const share = 0.09;

interface List {
  list: string;
  asked: [locale: Locale, pairs: readonly Pair[]][];
  wrong: readonly Pair[];
}
const lists: List[] = [
  {
    list: "first",
    asked: [
      ["ar", firstWords],
      ["de", firstGerman],
      ["en", firstEnglish],
    ],
    wrong: firstWrong,
  },
  { list: "second", asked: [["ar", secondWords]], wrong: secondWrong },
  { list: "third", asked: [["ar", thirdWords]], wrong: thirdWrong },
];

describe.each(lists)("forms of a word, $list blind list", ({ asked, wrong }) => {
  const pairs = [...asked.flatMap(([, list]) => list), ...wrong];
  const slugOf = (word: string) => `word-${pairs.findIndex(([, other]) => other === word)}`;
  let database: Awaited<ReturnType<typeof createDatabase>>;
  beforeAll(async () => {
    database = await createDatabase();
    const words = new Set(pairs.map(([, word]) => word));
    await replaceIndex([...words].map((word) => entryWith(slugOf(word), word)));
  });
  afterAll(() => database.drop());

  async function found([query, word]: Pair, locale: Locale): Promise<boolean> {
    const others = pairs.filter(([other, form]) => other === query && form !== word);
    const right = others.map(([, form]) => slugOf(form));
    const { hits } = await search(query, locale);
    const slugs = hits.map(({ slug }) => slug).filter((slug) => !right.includes(slug));
    return slugs.slice(0, 3).includes(slugOf(word));
  }

  it.each(asked)("are found among the first three results (%s)", async (locale, list) => {
    const missed: string[] = [];
    for (const pair of list) if (!(await found(pair, locale))) missed.push(pair.join(" → "));
    console.info(`${locale}: ${list.length - missed.length} of ${list.length}`, missed);
    expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(Math.floor(list.length * share));
  });

  it("are not taken for words that only look like it", async () => {
    const taken: string[] = [];
    for (const [query, word] of wrong) {
      const { hits } = await search(query, "ar");
      if (hits.some(({ slug }) => slug === slugOf(word))) taken.push(`${query} → ${word}`);
    }
    console.info("wrong", taken);
    expect(taken.length, taken.join("\n")).toBeLessThanOrEqual(1);
  });
});

describe("whole questions", () => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  beforeAll(async () => {
    database = await createDatabase();
    await fillIndex();
  });
  afterAll(() => database.drop());

  it.each([
    ["ar", arabicQuestions],
    ["de", germanQuestions],
    ["en", englishQuestions],
  ] as const)("are answered among the first three results (%s)", async (locale, asked) => {
    const missed: string[] = [];
    for (const [query, ...answers] of asked) {
      const { hits } = await search(query, locale);
      const first = hits.slice(0, 3).map(({ kind, slug }) => `${kind}:${slug}`);
      if (!first.some((hit) => answers.includes(hit))) missed.push(`${query} → ${first.join(", ")}`);
    }
    console.info(`${locale}: ${asked.length - missed.length} of ${asked.length}`, missed);
    expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(Math.floor(asked.length * share));
  });

  it("show a table with marks between its cells, and mark the words beside them", async () => {
    const { hits } = await search("Gebühren Aufenthaltstitel Tabelle Euro", "de");
    const shown = hits.find(({ snippet, kind }) => kind === "guide" && / · /.test(snippet));
    expect(shown?.snippet).toMatch(/[^\s·] · [^\s·]/);
    const words = shown?.marks.snippet.map(([start, end]) => shown.snippet.slice(start, end)) ?? [];
    expect(words.length).toBeGreaterThan(0);
    expect(words.every((word) => /^[\p{L}\p{N}]+$/u.test(word))).toBe(true);
  });
});
