import type { z } from "zod";
import type { ShownDocument } from "@/lib/guides/documents/types";
import type { ShownFact } from "@/lib/guides/facts/types";
import type { Term } from "@/lib/guides/glossary/types";
import type { Citation } from "@/lib/guides/laws/types";
import type { MdxContent } from "@/lib/guides/mdx/compile";
import type {
  Booking,
  GuideSummary,
  GuideText,
  References,
  SectionEntry,
  SourceFrontMatter,
  Trust,
  UsedFact,
} from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";
import type { Module } from "./rules";
import type {
  serviceFrontMatter,
  serviceSchema,
  serviceTranslationFrontMatter,
  supplementFrontMatter,
  supplementSchema,
  supplementTranslationFrontMatter,
} from "./schema";

export type Service = z.infer<typeof serviceSchema>;
export type Supplement = z.infer<typeof supplementSchema>;

/** A text in all its languages. A language that is not there yet is undefined. */
interface Texts<German extends z.ZodType, Translated extends z.ZodType> {
  de?: GuideText<z.infer<German>>;
  ar?: GuideText<z.infer<Translated>>;
  en?: GuideText<z.infer<Translated>>;
}

export interface SupplementSource
  extends Texts<typeof supplementFrontMatter, typeof supplementTranslationFrontMatter> {
  office: string;
  data?: Supplement;
}

/** A service as it stands in its files. */
export interface ServiceSource
  extends Texts<typeof serviceFrontMatter, typeof serviceTranslationFrontMatter> {
  slug: string;
  data?: Service;
  supplements: SupplementSource[];
}

/** A service that can be shown in every language. */
export type CompleteService = Required<ServiceSource>;

/** A service in a list. */
export interface ServiceSummary {
  slug: string;
  title: string;
  description: string;
  href: string;
}

/** The pages of a service, one for each office that has it. */
export interface ServiceLinks {
  slug: string;
  title: string;
  offices: { slug: string; city: string; href: string }[];
}

/** A figure with what it is for. */
export interface ShownFigure {
  label: string;
  fact: ShownFact;
}

/** Something that is done or fetched on the web. */
export interface OnWeb {
  name: string;
  description: string | null;
  link: ShownFact;
}

/** What stands in a module. The text of a service and that of a supplement look alike. */
export interface ModuleContent {
  Content: MdxContent | null;
  /** The day of the change of the law for which the German text stands here in another language; null otherwise. */
  germanSince: string | null;
  figures: ShownFigure[];
  documents: ShownDocument[];
  onWeb: OnWeb[];
}

/** One module as the page shows it. */
export interface ShownModule extends SectionEntry, ModuleContent {
  id: Module;
  /** What the municipality adds to it. */
  supplement: ModuleContent | null;
}

/** Who answers for what a municipality adds. */
export interface ShownSupplement {
  title: string;
  description: string;
  editor: string;
  source: string;
  takenOver: string;
  confirmed: boolean;
}

/** Everything that the page of a service at an office shows. */
export interface ServicePage {
  slug: string;
  locale: Locale;
  /** Address of the page, from the root. */
  href: string;
  officialName: string;
  title: string;
  description: string;
  topic: Service["topic"];
  minutes: number;
  modules: ShownModule[];
  references: References;
  laws: Citation[];
  guides: GuideSummary[];
  related: ServiceSummary[];
  /** The same service at other offices. */
  elsewhere: ServiceLinks["offices"];
  /** What it is booked as at this office; nothing where that cannot be done. */
  bookings: Booking[];
  concerns: string[];
  supplement: ShownSupplement | null;
  trust: Trust;
  sources: SourceFrontMatter["sources"];
  usedFacts: UsedFact[];
  usedTerms: Term[];
}
