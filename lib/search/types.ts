import type { Locale } from "@/lib/i18n/routing";

/** One result of a search, in the reader's language. */
export interface SearchHit {
  kind: "guide" | "office" | "term";
  slug: string;
  title: string;
  /** A line of text around what was found. */
  snippet: string;
  url: string;
}

/** A field as the index keeps it. */
export interface IndexedField {
  locale: Locale;
  weight: number;
  section: string | undefined;
  /** Normalised words. */
  words: string[];
}

/** What was found of an entry. */
export interface Match {
  score: number;
  /** Section of the best match in the reader's language. */
  section: string | undefined;
}
