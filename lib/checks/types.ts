import type { z } from "zod";
import type { ShownDocument } from "@/lib/guides/documents/types";
import type { Citation } from "@/lib/guides/laws/types";
import type { MdxContent } from "@/lib/guides/mdx/compile";
import type {
  Booking,
  GuideSummary,
  GuideText,
  References,
  SourceFrontMatter,
  Translation,
  Trust,
  UsedFact,
} from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";
import type { checkSchema, countryClassSchema } from "./schema";

/** A decision tree as it stands in its file. */
export type Tree = z.infer<typeof checkSchema>;
export type Question = Tree["questions"][number];
export type Answer = Question["answers"][number];
export type Outcome = Tree["outcomes"][number];
export type Next = Answer["next"];
export type CountryClass = z.infer<typeof countryClassSchema>;

/** Classes of countries by the code of the country. */
export type Countries = ReadonlyMap<string, string>;

type Head = { title: string; description: string };
type Translated = GuideText<Head & { translation: Translation }>;

/** A check with the name of its file, and its texts as the content checks read them. */
export interface CheckSource {
  slug: string;
  file: string;
  tree: Tree;
  texts: {
    de: GuideText<Head & Pick<SourceFrontMatter, "legal">>;
    ar: Translated;
    en: Translated;
  };
  /** What somebody has approved (`content/checks/approved`), or null. */
  approved: string | null;
}

/** Answers by question, as a form sends them. */
export type Answers = Readonly<Record<string, string>>;

/** A question that was answered on the way. `answer`: an id, or the code of a country. */
export interface Step {
  question: Question;
  answer: string;
}

/** Where somebody stands after some answers. */
export interface Walk {
  steps: Step[];
  at: { kind: "question"; question: Question } | { kind: "outcome"; outcome: Outcome };
  /** The question at which the way stands was answered with something that is no answer. */
  wrong: boolean;
}

/** One way through a tree; of countries every class once. */
export interface Way {
  answers: { question: string; answer: string }[];
  outcome: string;
}

/** A text that is either words or compiled MDX. */
export type Shown = string | MdxContent;

/** A check in a list. */
export interface CheckSummary {
  slug: string;
  title: string;
  description: string;
}

interface Page extends CheckSummary {
  locale: Locale;
  references: References;
  /** The day of the change of the law for which the German text stands here in another language; null otherwise. */
  germanSince: string | null;
  /** Address of the same in German, where that is newer than what stands here; null otherwise. */
  newerHref: string | null;
  trust: Trust;
}

/** What the page of a question shows before anything is answered. */
export interface QuestionPage extends Page {
  id: string;
  ask: Shown;
  /** The same without markup, for the title of the page. */
  askText: string;
  help: Shown | null;
  answers: { id: string; label: Shown; hint: Shown | null }[];
  /** Countries to choose from, in the order of their names; none where the question is about something else. */
  countries: { code: string; name: string }[];
  sensitive: boolean;
  /** The first question bears the introduction. */
  first: boolean;
  /** Questions that a way has at most. */
  most: number;
}

/** What the page of an outcome shows. */
export interface OutcomePage extends Page {
  id: string;
  verdict: Outcome["verdict"];
  heading: Shown;
  /** The same without markup, for the title of the page. */
  headingText: string;
  text: Shown;
  uncertain: Shown;
  decides: Shown;
  steps: Shown | null;
  laws: Citation[];
  documents: ShownDocument[];
  book: Booking | null;
  concerns: string[];
  guides: GuideSummary[];
  sources: SourceFrontMatter["sources"];
  usedFacts: UsedFact[];
}
