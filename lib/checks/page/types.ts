import type { Locale } from "@/lib/i18n/routing";

/** An answer that was given, as it is sent and in words. */
export interface GivenAnswer {
  question: string;
  answer: string;
  words: { question: string; answer: string };
  /** Which of these words are German on a page in another language. */
  german: ("question" | "answer")[];
}

/** What a page says that depends on the answers. */
export interface Filling {
  locale: Locale;
  slug: string;
  given: GivenAnswer[];
  /** The answers stay out of the address: the page sends them in the body of a form. */
  hidden: boolean;
  /** How far somebody has come; null at an outcome. */
  progress: { text: string; number: number; most: number } | null;
  /** What was wrong with the answer, or nothing. */
  fault: string;
  words: { soFar: string; change: string; back: string; withAnswers: string };
}
