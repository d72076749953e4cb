import type { Locale } from "@/lib/i18n/routing";

/** A translated section whose German text has changed since. */
export interface OutdatedSection {
  /** Title of the guide, the service or the check, in the clerk's language. */
  title: string;
  /** Its file, which is what an editor opens. */
  file: string;
  locale: Locale;
  section: string;
  /** Where readers see it; null where it is on no page. */
  href: string | null;
  /** The day of the change of the law for which readers see the German section; null for a badge only. */
  overtaken: string | null;
}

/**
 * A fact, a statute or a class of countries that somebody has to look at again. `ending`: its last value stops holding soon.
 * `changed`: pages show its old value, for they were built before.
 */
export interface DueEntry {
  id: string;
  file: string;
  state: "past" | "near" | "ending" | "changed";
  date: string;
}

/** A link within the portal that leads nowhere. */
export interface DeadLink {
  file: string;
  line: number;
  url: string;
}

/** A guide without an appointment that belongs to it. */
export interface Unbookable {
  slug: string;
  title: string;
}

/** A check that leads somewhere that nobody has approved. */
export interface UnapprovedCheck {
  title: string;
  file: string;
  /** How many ways, outcomes or classes differ from what was approved. */
  differences: number;
}

/** What a municipality adds to a service, as its page says, and has not confirmed. */
export interface UnconfirmedSupplement {
  title: string;
  file: string;
  office: string;
  /** The day on which it was taken over. */
  takenOver: string;
}

/** What the editors have to know of the content on a day. */
export interface ContentState {
  outdated: OutdatedSection[];
  due: DueEntry[];
  deadLinks: DeadLink[];
  unbookable: Unbookable[];
  unapproved: UnapprovedCheck[];
  unconfirmed: UnconfirmedSupplement[];
}
