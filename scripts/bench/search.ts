import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Locale } from "@/lib/i18n/routing";
import { db } from "@/lib/platform/db";
import { searchEntries } from "@/lib/search/entries/queries";
import { replaceIndex } from "@/lib/search/indexing/commands";
import { search as find } from "@/lib/search/queries";
import { inEach } from "@/lib/search/rules";
import type { SearchEntry } from "@/lib/search/types";
import { arabicPages, englishPages, germanPages, wrongPages } from "@/tests/support/search/pages";
import { startNode, typescript } from "../lib/children.mjs";
import { inRoot } from "../lib/paths.mjs";
import { freePort } from "../lib/ports.mjs";
import { untilReady } from "../lib/serving.mjs";
import { letters, load } from "./load";
import { timeInDatabase } from "./statements";
import type { Row, Suite } from "./types";

const wanted = 10_000;
const rounds = 10;

const queries: [locale: Locale, query: string][] = [
  ...arabicPages.map(([query]): [Locale, string] => ["ar", query]),
  ...germanPages.map(([query]): [Locale, string] => ["de", query]),
  ...englishPages.map(([query]): [Locale, string] => ["en", query]),
  ...wrongPages.map(([locale, query]): [Locale, string] => [locale, query]),
];

/** The same question again, in a way that no answer is kept for. */
const asked = (round: number) =>
  queries.map(([locale, query]): [Locale, string] => [locale, `${query} ${"?".repeat(round + 1)}`]);

/** Searching ten thousand entries in three languages: in the process with its database, and over HTTP. */
export const search: Suite = async (databaseUrl) => {
  const entries = manyEntries();
  const began = performance.now();
  await replaceIndex(entries);
  const filled = performance.now() - began;
  const refilling = performance.now();
  await replaceIndex(entries);
  const refilled = performance.now() - refilling;
  const [size] = await db().$queryRaw<{ words: number; postings: number; bytes: number }[]>`
    SELECT (SELECT count(*)::int FROM search_word) AS words, (SELECT count(*)::int FROM search_posting) AS postings,
      (pg_total_relation_size('search_posting') + pg_total_relation_size('search_word')
        + pg_total_relation_size('search_text') + pg_total_relation_size('search_entry'))::float8 AS bytes`;
  return [
    { what: "entries", value: entries.length, unit: "" },
    { what: "words", value: size?.words ?? 0, unit: "" },
    { what: "places of words", value: size?.postings ?? 0, unit: "" },
    { what: "size of the index", value: (size?.bytes ?? 0) / 1e6, unit: "MB" },
    { what: "filling the index", value: filled / 1000, unit: "s" },
    { what: "finding that nothing has changed", value: refilled / 1000, unit: "s" },
    ...(await oneByOne()),
    ...(await overHttp(databaseUrl, entries)),
  ];
};

/**
 * One question at a time: everything included (reading the query, all statements, ranking, marking), and what of it the
 * database took. Between the questions the database counts 100,000 places, as a measure of the machine of the hour.
 */
async function oneByOne(): Promise<Row[]> {
  for (const [locale, query] of asked(0)) await find(query, locale);
  const whole: number[] = [];
  const database: number[] = [];
  const counting: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    for (const [locale, query] of asked(round)) {
      const began = performance.now();
      database.push(await timeInDatabase(() => find(query, locale)));
      whole.push(performance.now() - began);
      counting.push(await timeInDatabase(countPlaces));
    }
  }
  const at = (times: number[], share: number) =>
    times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)] ?? 0;
  return [
    { what: `${whole.length} searches one by one, median`, value: at(whole, 0.5), unit: "ms" },
    { what: "… p95", value: at(whole, 0.95), unit: "ms" },
    { what: "… slowest", value: at(whole, 1), unit: "ms" },
    { what: "… in the database, median", value: at(database, 0.5), unit: "ms" },
    { what: "… in the database, p95", value: at(database, 0.95), unit: "ms" },
    { what: "counting 100,000 places, median", value: at(counting, 0.5), unit: "ms" },
    {
      what: "a search's p95 in the database by the median of counting",
      value: at(database, 0.95) / at(counting, 0.5),
      unit: "×",
    },
  ];
}

const countPlaces = () =>
  db().$queryRaw`SELECT count(impact) FROM (SELECT impact FROM search_posting LIMIT 100000) places`;

async function overHttp(databaseUrl: string, entries: SearchEntry[]): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "mawid-bench-"));
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: databaseUrl, RATE_LIMITS: "off", LOG_LEVEL: "error" };
  const portal = startNode([...typescript.slice(1), inRoot("scripts", "portal.mjs")], {
    env: { ...env, PORT: String(port), MAWID_DATA_DIR: folder },
    onText: () => {},
  });
  try {
    await untilReady(`http://localhost:${port}`, 600_000);
    // The portal has filled the index with what there really is, and looks once more when it starts.
    await pause(5000);
    await replaceIndex(entries);
    const all = Array.from({ length: 4 }, (_, round) => asked(rounds + 1 + round)).flat();
    const call = async (index: number) => {
      const [locale, query] = all[index % all.length] ?? ["ar", "?"];
      const parameters = new URLSearchParams({ q: query, locale });
      const response = await fetch(`http://localhost:${port}/api/v1/search?${parameters}`);
      if (!response.ok) throw new Error(`${query}: ${response.status}`);
      await response.arrayBuffer();
    };
    await load(queries.length, 2, (index) => call(index));
    const { p95, perSecond } = await load(all.length - queries.length, 2, (index) =>
      call(index + queries.length),
    );
    const [row] = await db().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM search_entry`;
    if (row?.count !== entries.length) throw new Error("The index was replaced meanwhile.");
    return [
      { what: "over HTTP, two at a time, p95", value: p95, unit: "ms" },
      { what: "over HTTP, two at a time", value: perSecond, unit: "1/s" },
    ];
  } finally {
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Entries made of the sentences of the real ones, mixed anew, each with a name of its own. */
function manyEntries(): SearchEntry[] {
  const real = searchEntries();
  let state = 1;
  const random = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const sentences = inEach((locale) =>
    real.flatMap(({ texts }) => texts[locale].body.split(/(?<=[.؟!?]) /u)),
  );
  return Array.from({ length: wanted }, (_, index): SearchEntry => {
    const model = real[index % real.length] as SearchEntry;
    if (index < real.length) return model;
    const slug = `${model.slug}-${index}`;
    const texts = inEach((locale) => {
      const text = model.texts[locale];
      const body = Array.from({ length: 8 }, () => sentences[locale][random(sentences[locale].length)]).join(
        " ",
      );
      return { ...text, title: `${text.title} ${letters(index)}`, body, url: `/${locale}/guides/${slug}` };
    });
    const page = model.part ? `guide:${model.slug}-${Math.floor(index / 20)}` : `${model.kind}:${slug}`;
    return { ...model, key: `${page}#${index}`, slug, page, texts };
  });
}
