import type { GuideParts } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";

/** What stands in a line. All of it is text to the typesetter, whatever signs it holds. */
export type Inline =
  | { kind: "text"; text: string }
  /** Read from left to right wherever it stands. `together`: never over two lines. */
  | { kind: "ltr"; text: string; german?: true; together?: true }
  /** `linked` only looks like it; `aside`: less important. */
  | { kind: "strong" | "linked" | "aside"; content: Inline[] }
  /** `address`: its number in the list of addresses at the end. */
  | { kind: "link"; url: string; content: Inline[]; address?: number }
  /** To a section or a term of this paper. */
  | { kind: "goto"; target: string; content: Inline[] }
  | { kind: "break" };

export type Look = "info" | "warning" | "law" | "stale";

/** What stands below each other. */
export type Block =
  | { kind: "heading"; depth: 2 | 3; id: string | null; content: Inline[] }
  | { kind: "paragraph"; content: Inline[] }
  | { kind: "list"; ordered: boolean; steps: boolean; start: number; items: Block[][] }
  /** `widths`: the share of each column. */
  | { kind: "table"; head: Inline[][]; rows: Inline[][][]; widths: number[]; small?: true }
  | { kind: "quote"; content: Block[] }
  | { kind: "line" }
  /** `whole`: short enough to stand on one page. */
  | { kind: "box"; look: Look; label: string; title: string | null; content: Block[]; whole?: true }
  | { kind: "documents"; items: { name: Inline[]; details: string; note: string | null }[] }
  /** The way to an appointment, with addresses that can be typed in. */
  | { kind: "book"; label: string; concern: string | null; places: { name: string; link: Inline }[] }
  | { kind: "sources"; items: { link: Inline; address: Inline; retrieved: string }[] }
  | { kind: "terms"; items: { id: string; name: Inline[]; explain: string }[] }
  /** In another language than what stands around it. */
  | { kind: "language"; locale: Locale; direction: "rtl" | "ltr"; content: Block[] };

/** What the text of a guide is set with. */
export interface Setting {
  /** The language of the text; that of the guide, but for a German section. */
  locale: Locale;
  guide: GuideParts;
  /** Public address of the portal. */
  site: string;
  /** Addresses of the links so far, numbered in the order of reading. */
  addresses: string[];
}

/** Everything that guide.typ sets: only texts, and where they stand. */
export interface Paper {
  locale: Locale;
  direction: "rtl" | "ltr";
  title: string;
  description: string;
  topic: string;
  brand: string;
  demonstration: string | null;
  brief: { label: string; value: Inline[] }[];
  trust: { good: boolean; content: Inline[] }[];
  made: string;
  page: { text: string; link: Inline; alt: string; svg: string };
  contents: string;
  body: Block[];
  /** With `{page}` and `{pages}`, which only the setting knows. */
  pageNumber: string;
}
