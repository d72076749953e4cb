import { locales } from "@/lib/i18n/routing";
import { qualities } from "@/lib/search/lexicon/rules";
import type { Alternative } from "@/lib/search/matching/types";
import type { Found } from "./types";

/** A word that stands in few entries says more than one that stands in many; one that stands nowhere says most. */
export function weightOf(entriesWithIt: number, entries: number): number {
  return Math.log(1 + entries / (1 + Math.min(entriesWithIt, entries)));
}

/** What each word of a query weighs among these entries. */
export function weightsOf(terms: number, alternatives: readonly Alternative[], entries: number): number[] {
  return Array.from({ length: terms }, (_, term) => {
    const own = alternatives.filter((one) => one.term === term);
    // Other words for it are as frequent as it is; the many words of which it may be a part are not.
    const whole = own.filter(({ quality }) => quality > qualities.part);
    const near = whole.length > 0 ? whole : own;
    return weightOf(
      near.reduce((sum, { candidate }) => sum + candidate.entries, 0),
      entries,
    );
  });
}

const mostPlaces = 1500;

/**
 * How many places of each word are read, the best first: fifteen hundred for a word of the query and all that stands for
 * it. Whoever asks for nothing but frequent words is not looking for the last place of them, and the bound keeps the
 * time of a search from growing with the content.
 */
export function placesRead(words: readonly Alternative[]): number[] {
  const all = new Map<number, number>();
  for (const { term, candidate } of words) all.set(term, (all.get(term) ?? 0) + candidate.entries);
  return words.map(({ term, candidate }) => {
    const share = mostPlaces / (all.get(term) ?? 1);
    // A word may stand in an entry once for each language.
    return Math.ceil(candidate.entries * (share < 1 ? share : locales.length));
  });
}

// How much of a query an entry must have: less where it stands in sight, more where it stands in running text only.
const inTitle = { place: 5, coverage: 0.3 };
const inTerms = { place: 3, coverage: 0.55 };
const inText = { place: 0, coverage: 0.7 };
const nearBest = 0.1;

/** Results that answer the query: those with enough of it, and not far worse than the best. */
export function worthShowing<One extends Pick<Found, "score" | "coverage" | "place">>(
  found: readonly One[],
): One[] {
  const answering = found.filter((one) =>
    [inTitle, inTerms, inText].some(({ place, coverage }) => one.place >= place && one.coverage >= coverage),
  );
  const best = Math.max(0, ...answering.map(({ score }) => score));
  return answering.filter(({ score }) => score >= best * nearBest);
}

const mostFacts = 3;
const pageOf = (url: string) => url.replace(/#.*/, "");

type Ranked = Pick<Found, "kind" | "title" | "body" | "url" | "score">;

/**
 * Facts are many and short: only the best are shown, each sentence once, and the page that explains one stands before it
 * where it was found at all. Of equal facts the one with the shortest name says it most plainly.
 */
export function withFewFacts<One extends Ranked>(found: readonly One[]): One[] {
  const shown: One[] = [];
  for (const one of withoutLesserFacts(found)) {
    const about = ({ kind, url }: One) => kind !== "fact" && pageOf(url) === pageOf(one.url);
    const page = one.kind === "fact" ? found.find(about) : undefined;
    if (page && !shown.includes(page)) shown.push(page);
    if (!shown.includes(one)) shown.push(one);
  }
  return shown;
}

/** The same results with the best facts in the places of the first ones. */
function withoutLesserFacts<One extends Ranked>(found: readonly One[]): One[] {
  const said = new Set<string>();
  const best = found
    .filter(({ kind }) => kind === "fact")
    .sort((a, b) => b.score - a.score || a.title.length - b.title.length)
    .filter(({ body }) => body === "" || (!said.has(body) && said.add(body)))
    .slice(0, mostFacts);
  let next = 0;
  return found.flatMap((one) => (one.kind === "fact" ? (best[next++] ?? []) : one));
}
