import type { LawPlace } from "@/lib/guides/laws/place/types";
import type { Mention } from "@/lib/guides/mentions/types";
import type { Locale } from "@/lib/i18n/routing";

/** What an editor asks about. A law without a place is the whole statute. */
export type Wanted =
  | { kind: "fact" | "term" | "document"; id: string }
  | { kind: "law"; statute: string; place: LawPlace | null };

/** A mention, with the fact or the document that leads to it where the thing itself is not named there. */
export interface Use extends Mention {
  through: string | null;
}

/** A section of a page in one language. */
export interface UsedSection {
  section: string;
  /** Where it begins to be named: the file and the line. */
  file: string;
  line: number;
  /** What is named there; for an indirect use the fact or the document in between. */
  names: string[];
}

/** What one page shows of it, by language. Without a language: from one place into all of them. */
export interface UsedPage {
  page: string;
  byLocale: { locale: Locale | null; sections: UsedSection[] }[];
}
