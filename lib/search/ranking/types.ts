import type { SearchKind } from "@/lib/search/types";

/** The best entry of a page, as the database found it. */
export interface Found {
  kind: SearchKind;
  slug: string;
  title: string;
  heading: string;
  body: string;
  url: string;
  score: number;
  /** How much of the query it has, from 0 to 1; rare words are more of a query than frequent ones. */
  coverage: number;
  /** The best place in which it has a word. */
  place: number;
}
