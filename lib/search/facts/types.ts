import type { Locale } from "@/lib/i18n/routing";

/** A place that shows a fact, in every language. */
export interface FactPlace {
  fact: string;
  /** What the figure is; null where only the sentence says so. */
  label: Record<Locale, string> | null;
  /** The sentence that has it; empty where the label says all. */
  sentence: Record<Locale, string>;
  /** The title of its page, and of the section. */
  page: Record<Locale, string>;
  section: Record<Locale, string>;
  url: Record<Locale, string>;
}
