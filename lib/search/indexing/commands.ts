import "server-only";
import { createHash } from "node:crypto";
import { locales } from "@/lib/i18n/routing";
import { db } from "@/lib/platform/db";
import { searchEntries } from "@/lib/search/entries/queries";
import { getLexicon } from "@/lib/search/lexicon/queries";
import type { SearchEntry } from "@/lib/search/types";
import { buildDate } from "@/lib/time/build";
import { indexed, reader } from "./rules";
import type { Indexed } from "./types";

/** Brings the index up to what the content says. */
export async function fillIndex(): Promise<{ ok: true; changed: number; removed: number }> {
  return replaceIndex(searchEntries());
}

let filledOn: string | undefined;

/** The same once a day: facts change with the date. */
export async function refreshIndex(): Promise<void> {
  const today = buildDate();
  if (filledOn === today) return;
  await fillIndex();
  filledOn = today;
}

type Transaction = Parameters<Parameters<ReturnType<typeof db>["$transaction"]>[0]>[0];

/**
 * Makes these entries the whole index, in one transaction: whoever searches meanwhile has the index as it was. An entry
 * of which nothing has changed, neither its text nor how words are read, is left alone.
 */
export async function replaceIndex(
  entries: readonly SearchEntry[],
): Promise<{ ok: true; changed: number; removed: number }> {
  const read = reader(getLexicon().whole);
  const wanted = entries.map((entry) => withHash(indexed(entry, read)));
  const done = await db().$transaction(
    async (tx): Promise<{ ok: true; changed: number; removed: number }> => {
      // Counting the places of ten thousand entries takes longer than any request may.
      await tx.$executeRaw`SET LOCAL statement_timeout = '5min'`;
      // Several processes start at once: the first one fills the index, the others find nothing to do.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('search index', 0))`;
      const there = await tx.$queryRaw<{ key: string; hash: string }[]>`SELECT key, hash FROM search_entry`;
      const known = new Map(there.map(({ key, hash }) => [key, hash]));
      const changed = wanted.filter(({ entry, hash }) => known.get(entry.key) !== hash);
      const keys = new Set(wanted.map(({ entry }) => entry.key));
      const gone = there.map(({ key }) => key).filter((key) => !keys.has(key));
      const removed = [...gone, ...changed.map(({ entry }) => entry.key)];
      if (removed.length === 0) return { ok: true, changed: 0, removed: 0 };
      await tx.$executeRaw`DELETE FROM search_entry WHERE key = ANY (${removed})`;
      for (const some of portions(changed, 200)) await insert(tx, some);
      await tidy(tx);
      return { ok: true, changed: changed.length, removed: gone.length };
    },
    { timeout: 600_000, maxWait: 60_000 },
  );
  // Clears away what was replaced and lets the database answer from its indexes alone: searches take half the time.
  if (done.changed + done.removed > 0)
    await db().$executeRawUnsafe("VACUUM (ANALYZE) search_entry, search_text, search_word, search_posting");
  return done;
}

type Hashed = Indexed & { hash: string };

function withHash(one: Indexed): Hashed {
  const hash = createHash("sha256").update(JSON.stringify(one)).digest("hex").slice(0, 32);
  return { ...one, hash };
}

function portions<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}

async function insert(tx: Transaction, some: Hashed[]): Promise<void> {
  const rows = some.map(({ entry, weight, hash }) => ({ ...entry, weight, hash }));
  await tx.$executeRaw`
    INSERT INTO search_entry (key, kind, slug, page, weight, hash)
    SELECT key, kind, slug, page, weight, hash
    FROM jsonb_to_recordset(${JSON.stringify(rows.map(({ texts: _, ...row }) => row))}::jsonb)
      AS row (key text, kind text, slug text, page text, weight real, hash text)`;
  const texts = rows.flatMap(({ key, texts }) =>
    locales.map((locale) => ({ key, locale, ...texts[locale] })),
  );
  await tx.$executeRaw`
    INSERT INTO search_text (entry_id, locale, title, heading, body, url)
    SELECT e.id, row.locale, row.title, row.heading, row.body, row.url
    FROM jsonb_to_recordset(${JSON.stringify(texts)}::jsonb)
      AS row (key text, locale text, title text, heading text, body text, url text)
    JOIN search_entry e USING (key)`;
  const words = new Map(some.flatMap(({ postings }) => postings).map((posting) => [posting.word, posting]));
  await tx.$executeRaw`
    INSERT INTO search_word AS w (word, keys, shown)
    SELECT word, string_to_array(keys, ' '), shown
    FROM unnest(${[...words.keys()]}::text[], ${[...words.values()].map(({ keys }) => keys.join(" "))}::text[],
      ${[...words.values()].map(({ shown }) => shown)}::text[]) AS row (word, keys, shown)
    ON CONFLICT (word) DO UPDATE SET keys = excluded.keys WHERE w.keys <> excluded.keys`;
  const postings = some.flatMap(({ entry, postings }) =>
    postings.map((posting) => ({ key: entry.key, ...posting })),
  );
  await tx.$executeRaw`
    INSERT INTO search_posting (word_id, entry_id, locale, impact)
    SELECT w.id, e.id, row.locale, row.impact
    FROM unnest(${postings.map(({ word }) => word)}::text[], ${postings.map(({ key }) => key)}::text[],
      ${postings.map(({ locale }) => locale)}::text[], ${postings.map(({ impact }) => impact)}::real[])
      AS row (word, key, locale, impact)
    JOIN search_word w USING (word) JOIN search_entry e USING (key)`;
}

/** Counts anew where each word stands, and drops the words that stand nowhere any more. */
async function tidy(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    UPDATE search_word w SET entries = counted.entries
    FROM (SELECT word_id, count(DISTINCT entry_id)::int AS entries FROM search_posting GROUP BY word_id) counted
    WHERE counted.word_id = w.id AND counted.entries <> w.entries`;
  await tx.$executeRaw`
    DELETE FROM search_word w WHERE NOT EXISTS (SELECT FROM search_posting p WHERE p.word_id = w.id)`;
}
