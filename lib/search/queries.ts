import "server-only";
import type { Locale } from "@/lib/i18n/routing";
import { db } from "@/lib/platform/db";
import { sharedAnswer } from "@/lib/platform/shared-answers";
import { buildDate } from "@/lib/time/build";
import { excerpt, marksIn } from "./excerpt/rules";
import { factToday } from "./facts/queries";
import { places } from "./indexing/rules";
import { getLexicon } from "./lexicon/queries";
import { qualities } from "./lexicon/rules";
import {
  alternatives,
  askedWords,
  guessedKeys,
  guesses,
  keysOf,
  likeliest,
  mayBeMisspelt,
  partPatterns,
} from "./matching/rules";
import type { Alternative, Asked, Candidate } from "./matching/types";
import { placesRead, weightsOf, withFewFacts, worthShowing } from "./ranking/rules";
import type { Found } from "./ranking/types";
import { mostHits } from "./schema";
import type { SearchHit, SearchResult, SearchText } from "./types";
import { wordOf } from "./words/rules";

/** How old an answer may be: the content changes with a release. */
export const searchSeconds = 60;

/**
 * Finds guides, services, offices, what they do, figures and official terms. A word of any language finds them; what is
 * shown is in the reader's. `typing`: the last word may not be complete.
 */
export async function search(
  query: string,
  locale: Locale,
  { limit = mostHits, typing = false } = {},
): Promise<SearchResult> {
  const asked = askedWords(query, getLexicon());
  if (asked.length === 0) return { hits: [], suggestion: null };
  // Facts change at midnight.
  const key = `search/${buildDate()}/${locale}/${typing}/${query.trim()}`;
  const ask = () => answer(query, asked, locale, typing);
  const { hits, suggestion } = await sharedAnswer(key, searchSeconds * 1000, ask);
  return { hits: hits.slice(0, limit), suggestion };
}

async function answer(query: string, asked: Asked[], locale: Locale, typing: boolean): Promise<SearchResult> {
  const words = likeliest(await standingFor(asked, typing), asked.length);
  if (words.length === 0) return { hits: [], suggestion: null };
  const found = withFewFacts(worthShowing(await entriesWith(words, asked.length, locale)));
  return {
    hits: found.slice(0, mostHits).flatMap((one) => hitOf(one, words, locale) ?? []),
    suggestion: suggestionFor(query, asked, words, found.length > 0),
  };
}

/**
 * The words of the index that stand for the words of the query; guesses only for those it does not have. Each key is
 * looked up by itself: asked for dozens at once (`&&`), the planner reads all words instead of the index.
 */
async function standingFor(asked: Asked[], typing: boolean): Promise<Alternative[]> {
  const known = await db().$queryRaw<Candidate[]>`
    SELECT id, word, keys, shown, entries
    FROM unnest(${keysOf(asked)}::text[]) AS asked (key) JOIN search_word ON keys @> ARRAY[asked.key]
    UNION
    SELECT near.* FROM unnest(${partPatterns(asked)}::text[]) part
    CROSS JOIN LATERAL (
      SELECT id, word, keys, shown, entries FROM search_word
      WHERE word LIKE '%' || part || '%' ORDER BY entries DESC LIMIT 60
    ) near`;
  const sure = alternatives(asked, known, getLexicon());
  const has = (term: number) => sure.some((one) => one.term === term);
  const missing = asked.map((one, term) => ({ one, term })).filter(({ term }) => !has(term));
  if (missing.length === 0) return sure;
  const unsure = await Promise.all(
    missing.map(async ({ one, term }) =>
      guesses(one, term, await nearWords(one), typing && term === asked.length - 1),
    ),
  );
  return [...sure, ...unsure.flat()];
}

/** Words that begin with a word, are parts of it, or look like it. */
async function nearWords(asked: Asked): Promise<Candidate[]> {
  const beginning = asked.word.length >= 3 ? [`${asked.word}%`] : [];
  const alike = mayBeMisspelt(asked.word) ? [asked.word] : [];
  return db().$queryRaw<Candidate[]>`
    SELECT id, word, keys, shown, entries
    FROM unnest(${guessedKeys(asked)}::text[]) AS asked (key) JOIN search_word ON keys @> ARRAY[asked.key]
    UNION
    SELECT near.* FROM unnest(${beginning}::text[]) beginning
    CROSS JOIN LATERAL (
      SELECT id, word, keys, shown, entries FROM search_word
      WHERE word LIKE beginning ORDER BY entries DESC LIMIT 20
    ) near
    UNION
    SELECT near.* FROM unnest(${alike}::text[]) alike
    CROSS JOIN LATERAL (
      SELECT id, word, keys, shown, entries FROM search_word
      WHERE word % alike ORDER BY similarity(word, alike) DESC LIMIT 20
    ) near`;
}

/**
 * The pages that have some of these words, best first, each with its best entry: a page that is found by what is not to
 * be seen in its title leads to the section that has the words. Of frequent words only the best places are read
 * (`placesRead`).
 */
async function entriesWith(words: Alternative[], terms: number, locale: Locale): Promise<Found[]> {
  const entries = await sharedAnswer("search entries", searchSeconds * 1000, countEntries);
  const weights = weightsOf(terms, words, entries);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return db().$queryRaw<Found[]>`
    WITH matched AS (
      SELECT asked.term, asked.weight, places.entry_id, max(places.impact) AS place,
        max(asked.quality * places.impact * CASE WHEN places.locale = ${locale} THEN 1::real ELSE 0.7::real END) AS score
      FROM unnest(${words.map(({ term }) => term)}::int[], ${words.map(({ candidate }) => candidate.id)}::int[],
        ${words.map(({ quality }) => quality)}::real[], ${words.map(({ term }) => weights[term] ?? 0)}::real[],
        ${placesRead(words)}::int[]) AS asked (term, word_id, quality, weight, places)
      CROSS JOIN LATERAL (
        SELECT p.entry_id, p.locale, p.impact FROM search_posting p
        WHERE p.word_id = asked.word_id ORDER BY p.impact DESC LIMIT asked.places
      ) places
      GROUP BY asked.term, asked.weight, places.entry_id
    ), best AS (
      SELECT entry_id, sum(score * weight) AS score, sum(weight) / ${all}::float8 AS coverage, max(place) AS place
      FROM matched GROUP BY entry_id ORDER BY sum(score * weight) * sum(weight) * sum(weight) DESC LIMIT 200
    ), scored AS (
      SELECT e.id, e.kind, e.slug, e.page, b.coverage, b.place,
        e.key = e.page AND b.place < ${places.title} AS unseen,
        b.score * b.coverage ^ 2 * e.weight AS score
      FROM best b CROSS JOIN LATERAL (SELECT * FROM search_entry WHERE id = b.entry_id LIMIT 1) e
    ), compared AS (
      SELECT *, max(score) OVER page AS best, max(coverage) OVER page AS most, max(place) OVER page AS highest
      FROM scored WINDOW page AS (PARTITION BY page)
    ), pages AS (
      SELECT DISTINCT ON (page) * FROM compared ORDER BY page, unseen OR coverage < most, score DESC, id
    ), first AS (SELECT * FROM pages ORDER BY best DESC, id LIMIT 60)
    SELECT f.kind, f.slug, t.title, t.heading, t.body, t.url, f.best::float8 AS score, f.most::float8 AS coverage,
      f.highest::float8 AS place
    FROM first f JOIN search_text t ON t.entry_id = f.id AND t.locale = ${locale}
    ORDER BY f.best DESC, f.id`;
}

async function countEntries(): Promise<number> {
  const [row] = await db().$queryRaw<
    { entries: number }[]
  >`SELECT count(*)::int AS entries FROM search_entry`;
  return row?.entries ?? 0;
}

// Texts say the same words again and again. Emptied before it grows large.
const spellings = new Map<string, string>();

function read(text: string): string {
  const known = spellings.get(text);
  if (known !== undefined) return known;
  if (spellings.size > 20_000) spellings.clear();
  const { word } = wordOf(text, getLexicon().whole);
  spellings.set(text, word);
  return word;
}

type Shown = Pick<SearchText, "title" | "heading" | "body" | "url" | "figure" | "origin">;

/** A result as it is shown; a fact with its value of today, and none when it has no value any more. */
function hitOf(found: Found, words: Alternative[], locale: Locale): SearchHit | null {
  const { kind, slug } = found;
  const text: Shown | undefined = kind === "fact" ? factToday(slug)?.texts[locale] : found;
  if (!text) return null;
  const { title, heading, body, url } = text;
  const known = new Set(words.map(({ candidate }) => candidate.word));
  const isFound = (word: string) => known.has(read(word));
  const line = excerpt(body, isFound).text;
  const snippet = [text.figure, line, text.origin].filter(Boolean).join(" · ");
  const marks = { title: marksIn(title, isFound), snippet: marksIn(snippet, isFound) };
  return { kind, slug, title, heading, snippet, url, marks };
}

/**
 * The query with those words put right that only a guess stands for. When nothing has been found, without the words that
 * nothing stands for, so that the others can be tried alone.
 */
function suggestionFor(query: string, asked: Asked[], words: Alternative[], some: boolean): string | null {
  let suggestion = query;
  for (const [term, { text, word }] of asked.entries()) {
    const own = words.filter((one) => one.term === term);
    if (own.length === 0 && !some) suggestion = suggestion.replace(text, "");
    const [likely] = own
      .filter(({ candidate }) => !candidate.word.startsWith(word))
      .sort((a, b) => b.candidate.entries - a.candidate.entries);
    if (likely && own.every(({ quality }) => quality <= qualities.slip))
      suggestion = suggestion.replace(text, likely.candidate.shown);
  }
  const clean = suggestion.replace(/\s+/g, " ").trim();
  return clean === query.trim() ? null : clean;
}
