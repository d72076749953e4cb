import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Locale } from "@/lib/i18n/routing";
import { fillIndex } from "@/lib/search/indexing/commands";
import { search } from "@/lib/search/queries";
import { createDatabase } from "../support/database";
import { arabicPages, englishPages, germanPages, wrongPages } from "../support/search/pages";

let database: Awaited<ReturnType<typeof createDatabase>>;
beforeAll(async () => {
  database = await createDatabase();
  await fillIndex();
});
afterAll(() => database.drop());

type Asked = readonly [query: string, ...answers: string[]];

/** Questions whose answer is not among the first three results. */
async function missed(asked: readonly Asked[], locale: Locale): Promise<string[]> {
  const lines: string[] = [];
  for (const [query, ...answers] of asked) {
    const { hits } = await search(query, locale);
    const first = hits.slice(0, 3).map(({ kind, slug }) => `${kind}:${slug}`);
    if (!first.some((hit) => answers.includes(hit)))
      lines.push(`${query} → ${first.join(", ") || "nothing"}`);
  }
  return lines;
}

describe("what people ask", () => {
  it.each([
    ["ar", arabicPages],
    ["de", germanPages],
    ["en", englishPages],
  ] as const)("is answered among the first three results (%s)", async (locale, asked) => {
    const lines = await missed(asked, locale);
    console.info(`${locale}: ${asked.length - lines.length} of ${asked.length}`, lines);
    expect(lines.length, lines.join("\n")).toBeLessThanOrEqual(Math.floor(asked.length * 0.09));
  });

  it("is not answered with what has nothing to do with it", async () => {
    const wrong: string[] = [];
    for (const [locale, query, not] of wrongPages) {
      const { hits } = await search(query, locale);
      const found = hits.map(({ kind, slug }) => `${kind}:${slug}`);
      if (not === "*" ? found.length > 0 : found.includes(not)) wrong.push(`${query} → ${found.join(", ")}`);
    }
    console.info("wrong", wrong);
    expect(wrong.length, wrong.join("\n")).toBeLessThanOrEqual(2);
  });
});
