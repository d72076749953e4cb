import type { SearchHit, SearchKind } from "@/lib/search/types";

/** What a page says about a search, in the reader's language. */
export interface PageText {
  /** How many results, or why there are none; read out by screen readers. */
  status: string;
  /** What to try when there are none. */
  advice: string;
  suggestion: { text: string; href: string } | null;
  hits: SearchHit[];
  kinds: Record<SearchKind, string>;
}
