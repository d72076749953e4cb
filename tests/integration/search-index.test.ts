import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET } from "@/app/api/v1/search/route";
import { closeDb, db } from "@/lib/platform/db";
import { replaceIndex } from "@/lib/search/indexing/commands";
import { search } from "@/lib/search/queries";
import { asOwner, createDatabase } from "../support/database";
import { entryWith } from "../support/search/entries";

let database: Awaited<ReturnType<typeof createDatabase>>;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());
// Answers are kept for a while, with the connections they came through.
beforeEach(closeDb);

const slugs = async (query: string) => (await search(query, "de")).hits.map(({ slug }) => slug);
const ids = () =>
  db().$queryRaw<{ slug: string; id: number }[]>`SELECT slug, id FROM search_entry ORDER BY slug`;

describe("the index", () => {
  it("is what it is given, and is left alone when nothing has changed", async () => {
    const entries = [entryWith("one", "Apfel"), entryWith("two", "Birne"), entryWith("three", "Quitte")];
    expect(await replaceIndex(entries)).toEqual({ ok: true, changed: 3, removed: 0 });
    expect(await slugs("Birne")).toEqual(["two"]);
    const before = await ids();
    expect(await replaceIndex(entries)).toEqual({ ok: true, changed: 0, removed: 0 });
    expect(await ids()).toEqual(before);
  });

  it("changes where its entries have changed, and forgets what is gone", async () => {
    const before = await ids();
    const changed = await replaceIndex([entryWith("one", "Apfel"), entryWith("two", "Pflaume")]);
    expect(changed).toEqual({ ok: true, changed: 1, removed: 1 });
    const after = await ids();
    expect(after.find(({ slug }) => slug === "one")).toEqual(before.find(({ slug }) => slug === "one"));
    await closeDb();
    expect(await slugs("Birne")).toEqual([]);
    expect(await slugs("Pflaume")).toEqual(["two"]);
    const { rows } = await asOwner(
      database.url,
      "SELECT word FROM search_word WHERE word IN ('birne', 'quitte')",
    );
    expect(rows).toEqual([]);
  });

  it("is seen whole while it is being replaced, and by two that replace it at once", async () => {
    await replaceIndex([entryWith("old", "Apfel")]);
    const entries = Array.from({ length: 300 }, (_, index) =>
      entryWith(`new-${index}`, `Apfel wort${index}x`),
    );
    const reader = new pg.Client({ connectionString: database.url });
    await reader.connect();
    const seen = new Set<number>();
    let done = false;
    const replacing = Promise.all([replaceIndex(entries), replaceIndex(entries)]).finally(() => {
      done = true;
    });
    while (!done) {
      const { rows } = await reader.query("SELECT count(*)::int AS count FROM search_entry");
      seen.add(rows[0].count);
    }
    const results = await replacing;
    await reader.end();
    expect([...seen].filter((count) => count !== 1 && count !== 300)).toEqual([]);
    expect(results.map(({ changed }) => changed).sort()).toEqual([0, 300]);
  });
});

describe("GET /api/v1/search", () => {
  const get = (query: string, headers: Record<string, string> = {}) =>
    GET(new Request(`http://localhost/api/v1/search?${query}`, { headers }), { params: Promise.resolve({}) });

  it("answers in the language that is asked for, and may be kept for a while", async () => {
    await replaceIndex([entryWith("one", "Apfelbaum"), entryWith("two", "Apfel")]);
    const response = await get("q=apfelb%C3%A4ume&locale=ar&limit=1");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-language")).toBe("ar");
    expect(response.headers.get("cache-control")).toBe("public, max-age=60");
    const { hits } = (await response.json()) as { hits: Record<string, unknown>[] };
    expect(hits).toEqual([
      expect.objectContaining({
        kind: "guide",
        slug: "one",
        url: "/ar/guides/one",
        marks: { title: [], snippet: [[6, 15]] },
      }),
    ]);
  });

  it.each([
    ["", "/q", "required"],
    ["q=%20", "/q", "required"],
    [`q=${"a".repeat(201)}`, "/q", "name_long"],
    ["q=a&locale=fr", "/locale", "locale"],
    ["q=a&limit=0", "/limit", "limit"],
    ["q=a&limit=21", "/limit", "limit"],
    ["q=a&limit=x", "/limit", "limit"],
    ["q=a&typing=yes", "/typing", "typing"],
    ["q=a&page=2", "/page", "unknown_field"],
  ])("refuses %s", async (query, pointer, code) => {
    const response = await get(query, { "Accept-Language": "de" });
    expect(response.status).toBe(422);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const { errors } = (await response.json()) as { errors: unknown[] };
    expect(errors).toEqual([expect.objectContaining({ pointer, code })]);
  });

  it("does not mind signs that mean something to a database", async () => {
    for (const sign of ["%", "_", "\\", "'", '"', ":*", "&|!", "\u0000", "\ud800"])
      expect((await get(`q=${encodeURIComponent(sign.toWellFormed())}a`)).status).toBe(200);
  });
});
