import type { Locale } from "@/lib/i18n/routing";

export const searchKinds = [
  "guide",
  "service",
  "check",
  "office",
  "department",
  "concern",
  "fact",
  "term",
] as const;
export type SearchKind = (typeof searchKinds)[number];

/**
 * Something that can be found, in every language. Any domain makes these of what it has; `lib/search/entries` lists the
 * domains.
 */
export interface SearchEntry {
  /** Its name among all entries, `guide:blue-passport#travel`. */
  key: string;
  kind: SearchKind;
  slug: string;
  /** Entries of one page are shown as one result, with the best of them. */
  page: string;
  /** A part of a page, whose title it bears; found by its heading rather than by the title. */
  part?: boolean;
  texts: Record<Locale, SearchText>;
}

/** An entry in one language: what a result shows, and what it is found by. */
export interface SearchText {
  title: string;
  /** Shown under the title: the section, or whose it is. */
  heading: string;
  /** What a line of it is shown of. */
  body: string;
  /** Shown before and after that line; nothing is found by them. */
  figure?: string;
  origin?: string;
  url: string;
  /** Not shown: other words for the same, what it is about in a sentence, official terms in it. */
  keywords?: string;
  about?: string;
  terms?: string;
}

/** From where to where a text is marked. */
export type Mark = [start: number, end: number];

/** One result, in the reader's language. */
export interface SearchHit {
  kind: SearchKind;
  slug: string;
  title: string;
  heading: string;
  /** A line of text around what was found. */
  snippet: string;
  url: string;
  /** Where title and line have the words. */
  marks: { title: Mark[]; snippet: Mark[] };
}

/** What a search has come to. `suggestion`: the query with the words that were looked for in place of misspelt ones. */
export interface SearchResult {
  hits: SearchHit[];
  suggestion: string | null;
}
