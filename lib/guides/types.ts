import type { z } from "zod";
import type { Locale } from "@/lib/i18n/routing";
import type { Article } from "./articles/types";
import type { Document, ShownDocument } from "./documents/types";
import type { Fact, ShownFact } from "./facts/types";
import type { Term } from "./glossary/types";
import type { Citation, Law } from "./laws/types";
import type { MdxContent } from "./mdx/compile";
import type { Outline } from "./mdx/types";
import type { Topic } from "./rules";
import type { officeFrontMatter, sourceFrontMatter, translationFrontMatter } from "./schema";

export type SourceFrontMatter = z.infer<typeof sourceFrontMatter>;
export type TranslationFrontMatter = z.infer<typeof translationFrontMatter>;
export type Translation = TranslationFrontMatter["translation"];

/** One language of a guide as it stands in its file. */
export interface GuideText<FrontMatter> {
  file: string;
  frontMatter: FrontMatter;
  body: string;
  outline: Outline;
}

/** A guide in all its languages. A language that is not there yet is undefined. */
export interface GuideSource {
  slug: string;
  de?: GuideText<SourceFrontMatter>;
  ar?: GuideText<TranslationFrontMatter>;
  en?: GuideText<TranslationFrontMatter>;
}

/** The text of an office's page in all its languages. */
export interface OfficeTextSource {
  office: string;
  texts: Partial<Record<Locale, GuideText<z.infer<typeof officeFrontMatter>>>>;
}

/** A fact, term, document or law with the file it stands in. */
export interface Shelf {
  facts: Map<string, Fact & { file: string }>;
  terms: Map<string, Term>;
  documents: Map<string, Document>;
  laws: Law[];
}

/** A guide in a list. */
export interface GuideSummary {
  slug: string;
  title: string;
  description: string;
  topic: Topic;
  order: number;
  minutes: number;
}

/** What the components of a text look up, for the ids used in it. Citations are found by their text. */
export interface References {
  facts: Record<string, ShownFact>;
  terms: Record<string, Term>;
  documents: Record<string, ShownDocument>;
  laws: Record<string, Citation>;
}

/** A section in the table of contents. `stale`: the German text has changed since it was translated. */
export interface SectionEntry {
  id: string;
  title: string;
  stale: boolean;
  /** The German text stands in the place of the translation, since the law has changed. */
  german?: boolean;
  /** Where it is to be read, null for nowhere by itself; without it, on the page that names it. */
  href?: string | null;
}

/** A text that can be put on a page. */
export interface ShownText {
  locale: Locale;
  title: string;
  description: string;
  sections: SectionEntry[];
  references: References;
  Content: MdxContent;
  minutes: number;
  words: number;
}

/** A fact used on a page and the section that shows it first. */
export interface UsedFact {
  fact: ShownFact;
  section: { id: string; title: string };
}

/** What a reader may know about how far the text can be trusted. */
export interface Trust {
  /** The oldest day on which a fact of this page was checked, or null without facts. */
  factsCheckedAt: string | null;
  /** How many facts of this page are not confirmed. */
  unconfirmed: number;
  law: Citation;
  /** Null for the German text. */
  translation: (Pick<Translation, "method" | "reviewer" | "date"> & { staleSections: SectionEntry[] }) | null;
}

/** A concern that can be booked, with the offices that have it, in the page's language. */
export interface Booking {
  concern: string;
  offices: { href: string; checklist: string; city: string; name: string }[];
}

/** Everything that the page of a guide shows. */
export interface GuidePage extends ShownText {
  slug: string;
  topic: Topic;
  keywords: string[];
  brief: { label: string; fact: ShownFact }[];
  trust: Trust;
  sources: SourceFrontMatter["sources"];
  usedFacts: UsedFact[];
  /** Terms of the text in the order of their first use. */
  usedTerms: Term[];
  related: GuideSummary[];
  /** The appointment that belongs to the guide. */
  book: Booking | null;
  /** Concerns whose documents this guide is about: what is ticked off here is ticked off there. */
  concerns: string[];
  /** Other appointments that the text offers, by concern. */
  bookings: Record<string, Booking>;
  /** Articles of a law that the guide tells, each with a page of its own. */
  articles: Article[];
  /** Sections that are shown in German in a translated guide, and the day on which they took up a change of the law. */
  germanSections: Record<string, { Content: MdxContent; since: string }>;
}

/** What a guide shows, with its text as it was written, for whoever makes something else of it than a page. */
export interface GuideParts extends Omit<GuidePage, "Content" | "germanSections"> {
  /** MDX; sections that are shown in German stand in it as `<GermanSection id="…"/>`. */
  body: string;
  german: Record<string, { source: string; since: string }>;
}
