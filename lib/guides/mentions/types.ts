import type { Locale } from "@/lib/i18n/routing";

/** One place in `content/` that may name a fact, a law, a term or a document. */
export interface Mention {
  /** Path from the root of the repository. */
  file: string;
  line: number;
  /** What shows it: `guides/naturalisation`, `offices/hagen`, `checks/visa`; for lists `documents`, `facts/fees`. */
  page: string;
  /** The languages in which it is shown. */
  locales: readonly Locale[];
  /** The section of a text; in YAML the entry, or where there is none the key. */
  section: string;
  /** The key, or the component with its attribute: `law`, `Term.id`. */
  key: string;
  /** As it is written: `citizenship.fee`, `§ 10 Abs. 1 StAG`. */
  name: string;
}
