import type { z } from "zod";
import type { ShownDocument } from "@/lib/guides/documents/types";
import type { ShownFact } from "@/lib/guides/facts/types";
import type { Citation } from "@/lib/guides/laws/types";
import type { MdxContent } from "@/lib/guides/mdx/compile";
import type {
  Booking,
  GuideSummary,
  GuideText,
  References,
  SourceFrontMatter,
  Trust,
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

/** A service in a list. */
export interface ServiceSummary {
  slug: string;
  title: string;
  description: string;
  href: string;
}

/** A service in a list with the offices that have a page of it. */
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

export interface OnWeb {
  name: string;
  description: string | null;
  url: string;
}

/** What a municipality adds to a module. */
export interface ModuleSupplement {
  Content: MdxContent | null;
  figures: ShownFigure[];
  documents: ShownDocument[];
  onWeb: OnWeb[];
}

/** One module as the page shows it. */
export interface ShownModule {
  id: Module;
  Content: MdxContent | null;
  stale: boolean;
  supplement: ModuleSupplement | null;
}

/** Everything that the page of a service at an office shows. */
export interface ServicePage {
  slug: string;
  locale: Locale;
  officialName: string;
  title: string;
  description: string;
  topic: Service["topic"];
  keywords: string[];
  modules: ShownModule[];
  references: References;
  documents: ShownDocument[];
  fees: ShownFigure[];
  deadlines: ShownFigure[];
  processingTime: ShownFact | null;
  laws: Citation[];
  guides: GuideSummary[];
  related: ServiceSummary[];
  bookings: Booking[];
  concerns: string[];
  editor: { name: string; source: string; takenOver: string; confirmed: boolean } | null;
  trust: Trust;
  sources: SourceFrontMatter["sources"];
  /** The facts of the page with the module that shows each first. */
  usedFacts: { fact: ShownFact; module: Module }[];
}
