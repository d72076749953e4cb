import type { Locale } from "@/lib/i18n/routing";

/** A text in the languages that have it. */
export type Texts = Partial<Record<Locale, string>>;

/** A service in the terms of XZuFi; texts are HTML. */
export interface Described {
  slug: string;
  /** Where its name stands for something: the list of all services. */
  scheme: string;
  agency: string;
  /** Texts by their code in the list of text modules. */
  texts: { code: string; text: Texts }[];
  deadlines: Texts;
  fees: Texts;
  processingTime: Texts;
  /** The pages that show it. */
  pages: { url: string; title: string }[];
  /** `YYYY-MM-DD` */
  changed: string;
}
