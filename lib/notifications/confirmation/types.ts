import type { Locale } from "@/lib/i18n/routing";
import type { Localized } from "@/lib/offices/types";

/** What a confirmation tells, as plain data: nothing is looked up for it. */
export type ConfirmationFacts = {
  /** The applicant's language, which stands beside German. */
  locale: Locale;
  reference: string;
  /** Names of everybody who comes, the applicant first. */
  persons: string[];
  /** RFC 3339. */
  startsAt: string;
  office: Localized;
  department: Localized;
  /** At least one. */
  concerns: Localized[];
  contact: { address?: string | undefined; phone?: string | undefined; website?: string | undefined };
  documents: ConfirmationDocument[];
  manageLink: string;
  /** Whether it is valid nowhere, which it then says. */
  demonstration: boolean;
};

export type ConfirmationDocument = {
  name: Localized;
  /** In which form, with a translation or not, how old at most. */
  details: Localized;
  note: Localized | null;
};

/** A text in the applicant's language and in German; once when that is the same. */
export type Bilingual = { own: string; german: string | null };

/** Everything that confirmation.typ sets: only texts, and where they stand. */
export type ConfirmationPage = {
  locale: Locale;
  direction: "rtl" | "ltr";
  title: string;
  /** The portal's name as it is written in both languages. */
  brand: string[];
  heading: Bilingual;
  demonstration: Bilingual | null;
  reference: { label: Bilingual; value: string };
  time: { date: Bilingual; clock: Bilingual };
  persons: { label: Bilingual; names: string[] };
  rows: { label: Bilingual; lines: Bilingual[] }[];
  /** The same in every language, left to right. */
  contact: { label: Bilingual; lines: string[] } | null;
  link: { label: Bilingual; url: string; alt: string; svg: string };
  /** Notes are for the applicant alone: where to get a document is nothing that the counter has to read. */
  documents: { label: Bilingual; items: { name: Bilingual; details: Bilingual; note: string | null }[] };
  note: string;
  /** With `{page}` and `{pages}`, which only the setting knows. */
  pageNumber: Bilingual;
};
