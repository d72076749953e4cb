import type { Word } from "@/lib/search/words/types";

/** Words that belong together, and how much one of them counts for another. */
export interface Family {
  words: Word[];
  quality: number;
}

/** What content/search.yaml knows of the languages, ready to be asked. */
export interface Lexicon {
  /** Beginnings that look like prefixes. */
  whole: string[];
  stopWords: Set<string>;
  apart: [Word, Word][];
  families: Family[];
  /** Families by the keys of their words. */
  byKey: Map<string, Family[]>;
}
