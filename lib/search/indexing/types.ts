import type { Locale } from "@/lib/i18n/routing";
import type { SearchEntry } from "@/lib/search/types";
import type { Word } from "@/lib/search/words/types";

/** A word of an entry in a language, and how much it counts there. */
export interface Posting extends Word {
  shown: string;
  locale: Locale;
  impact: number;
}

/** An entry as the index keeps it. */
export interface Indexed {
  entry: SearchEntry;
  postings: Posting[];
  weight: number;
}
