import type { Word } from "@/lib/search/words/types";

/** A word of a query, and the words that may stand for it. */
export interface Asked extends Word {
  text: string;
  relatives: { word: Word; quality: number }[];
  /** Other forms it may have, for when nothing else is known of it. */
  maybe: string[];
  /** How it sounds, alone and with its neighbours, if it may be a German word in Arabic letters; keys of the index. */
  sounds: string[];
}

/** A word of the index. */
export interface Candidate extends Word {
  id: number;
  /** As it stands in a text. */
  shown: string;
  /** In how many entries it stands. */
  entries: number;
}

/** A word of the index that stands for a word of the query. */
export interface Alternative {
  /** Place of the word in the query. */
  term: number;
  candidate: Candidate;
  quality: number;
}
