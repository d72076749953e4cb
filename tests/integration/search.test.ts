import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { getContent } from "@/lib/guides/content/queries";
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

describe("a fact", () => {
  const today = process.env.CONTENT_DATE;
  afterEach(() => {
    if (today === undefined) delete process.env.CONTENT_DATE;
    else process.env.CONTENT_DATE = today;
  });

  it.each([
    ["de", "Gebühr Niederlassungserlaubnis", "113 €"],
    ["ar", "Gebühr Niederlassungserlaubnis", "113 €"],
    ["ar", "رسوم الإقامة الدائمة", "113 €"],
    ["en", "fee settlement permit", "€113"],
  ] as const)(
    "is found by its name with value, source and day, after the page that explains it (%s %s)",
    async (locale, query, value) => {
      const { hits } = await search(query, locale);
      const at = hits.findIndex(({ slug }) => slug === "fees.settlement-permit");
      const fact = hits[at];
      expect(at).toBeLessThan(4);
      expect(fact?.kind).toBe("fact");
      expect(fact?.url).toBe(`/${locale}/guides/residence-permits#costs`);
      expect(fact?.snippet.replace(/[\u2066-\u2069]/g, "").replaceAll("\u00a0", " ")).toContain(value);
      expect(fact?.snippet).toMatch(/AufenthV § 44.*20\d\d$/);
      const page = hits.findIndex(({ kind, slug }) => kind === "guide" && slug === "residence-permits");
      expect(page).toBeGreaterThanOrEqual(0);
      expect(page).toBeLessThan(at);
    },
  );

  it("has the value of today, whatever day the index is from", async () => {
    const on = async (day: string) => {
      process.env.CONTENT_DATE = day;
      const { hits } = await search("Minijob-Grenze", "de");
      return hits.find(({ slug }) => slug === "minijob.threshold")?.snippet;
    };
    expect(await on("2026-12-31")).toMatch(/^603 € .* ab 1\. Januar 2027: 633 €/);
    expect(await on("2027-01-01")).toMatch(/^633 € /);
  });

  it("says so where it is not confirmed", async () => {
    const { hits } = await search("Wartezeit Reiseausweis", "de");
    const fact = hits.find(({ slug }) => slug === "travel-document.processing-time");
    expect(fact?.snippet).toContain("nicht bestätigt");
  });
});

describe("an official term", () => {
  it.each([
    ["ar", "Fiktionsbescheinigung"],
    ["ar", "شهادة الإقامة المؤقتة المفترضة"],
    ["en", "Fiktionsbescheinigung"],
    ["de", "Fiktionsbescheinigung"],
  ] as const)(
    "is explained in the reader's language and leads to the glossary (%s %s)",
    async (locale, query) => {
      const { hits } = await search(query, locale);
      const term = hits.slice(0, 3).find(({ kind }) => kind === "term");
      const { explain } = getContent().shelf.terms.get("fiktionsbescheinigung") ?? {};
      expect(term).toMatchObject({
        slug: "fiktionsbescheinigung",
        url: `/${locale}/glossary#term-fiktionsbescheinigung`,
        snippet: explain?.[locale],
      });
      expect(term?.title).toContain("Fiktionsbescheinigung");
    },
  );

  it("can be found in German, whatever the page's language, each of them", async () => {
    const lost: string[] = [];
    for (const { id, de } of getContent().shelf.terms.values()) {
      const { hits } = await search(de, "ar");
      if (!hits.some(({ kind, slug }) => kind === "term" && slug === id)) lost.push(de);
    }
    expect(lost).toEqual([]);
  });
});

describe("a result", () => {
  it("leads to the section that has the word, which is marked in the line, where the title does not have it", async () => {
    const { hits } = await search("Fiktionsbescheinigung", "ar");
    const guide = hits.find(({ kind, slug }) => kind === "guide" && slug === "residence-permits");
    expect(guide?.url).toMatch(/^\/ar\/guides\/residence-permits#[a-z-]+$/);
    expect(guide?.heading).toMatch(/\p{Script=Arabic}/u);
    const marked = guide?.marks.snippet.map(([start, end]) => guide.snippet.slice(start, end));
    expect(marked).toContain("Fiktionsbescheinigung");
  });

  it("keeps a citation of the law together in Arabic", async () => {
    const { hits } = await search("رسوم الإقامة الدائمة", "ar");
    const cited = hits.flatMap(({ snippet }) => snippet.match(/\u2066§[^\u2069]*\u2069/g) ?? []);
    expect(cited.length).toBeGreaterThan(0);
    expect(cited.filter((cite) => cite.includes(" "))).toEqual([]);
  });

  it("leads to the top of a page that has the words in its title", async () => {
    const { hits } = await search("الجواز الأزرق", "ar");
    expect(hits[0]).toMatchObject({ url: "/ar/guides/blue-passport", heading: "" });
  });

  it("is a service once, at the office in the town that was named", async () => {
    for (const [query, locale, office] of [
      ["Niederlassungserlaubnis beantragen Lörrach", "de", "loerrach"],
      ["Niederlassungserlaubnis beantragen Hagen", "de", "hagen"],
      ["settlement permit Erlangen", "en", "erlangen"],
      ["طلب تصريح الإقامة الدائمة إرلنغن", "ar", "erlangen"],
    ] as const) {
      const { hits } = await search(query, locale);
      const found = hits.filter(({ kind, slug }) => kind === "service" && slug === "settlement-permit");
      expect(found.map(({ url }) => url)).toEqual([
        `/${locale}/offices/${office}/services/settlement-permit`,
      ]);
    }
  });

  it("is a check, in the reader's language, by what people ask", async () => {
    const asked = [
      ["de", "Brauche ich ein Visum", "visa"],
      ["ar", "هل أحتاج فيزا", "visa"],
      ["en", "bring my wife", "family-reunification"],
      ["ar", "شروط الجنسية", "naturalisation"],
      ["en", "grey passport", "travel-document"],
      // What it asks, word for word or nearly.
      ["de", "mit einer deutschen Person verheiratet", "naturalisation"],
      ["ar", "كم سنة تعيش في ألمانيا بصورة قانونية", "naturalisation"],
    ] as const;
    for (const [locale, query, slug] of asked) {
      const { hits } = await search(query, locale);
      const found = hits.slice(0, 5).find(({ kind }) => kind === "check");
      expect(found?.url, query).toBe(`/${locale}/checks/${slug}`);
    }
  });

  it("is a service by its official name, in the reader's language", async () => {
    const { hits } = await search("Beantragung des Familiennachzugs zu Ausländern", "ar");
    const found = hits.find(({ kind }) => kind === "service");
    expect(found).toMatchObject({ slug: "family-reunification-to-foreigners" });
    expect(found?.title).toMatch(/\p{Script=Arabic}/u);
  });

  it("stands once for each page, in the reader's language", async () => {
    for (const locale of ["ar", "de", "en"] as const) {
      const { hits } = await search("Pass", locale);
      expect(hits.length).toBeGreaterThan(3);
      const pages = hits.map(({ kind, url }) => `${kind} ${url.replace(/#.*/, "")}`);
      const guides = pages.filter((page) => page.startsWith("guide "));
      expect(new Set(guides).size).toBe(guides.length);
      expect(pages.every((page) => page.includes(` /${locale}/`))).toBe(true);
    }
  });
});
