/** A node of the syntax tree of MDX, as far as this project looks at it. */
export interface MdNode {
  type: string;
  value?: string;
  depth?: number;
  url?: string;
  name?: string | null;
  align?: (string | null)[] | null;
  ordered?: boolean | null;
  start?: number | null;
  attributes?: MdAttribute[];
  children?: MdNode[];
  data?: { hProperties?: Record<string, string> };
  /** Where it begins; of the end nobody asks, and it is that within its section. */
  position?: { start: { line: number; offset: number } };
}

export interface MdAttribute {
  type: string;
  name?: string;
  value?: unknown;
}

/** One piece of a text, in the order of reading. */
export type Piece =
  | { kind: "text"; text: string; line: number; inside: "De" | "Term" | "title" | null }
  | { kind: "component"; component: ComponentUse }
  /** The end of a paragraph, an item; of a cell, a row or a whole table. */
  | { kind: "break"; after: "block" | "cell" | "row" | "table" };

export interface ComponentUse {
  name: string;
  /** `true` for an attribute without a value. */
  attributes: Record<string, string | true>;
  /** Text between the tags, for inline components. */
  children: string;
  line: number;
}

export interface LinkUse {
  url: string;
  line: number;
}

/** A section: a level-two heading and what follows it. */
export interface Section {
  id: string;
  title: string;
  line: number;
  /** Lines of the source from the heading to the next one, for the hash. */
  source: string;
  pieces: Piece[];
  components: ComponentUse[];
  links: LinkUse[];
  /** How many level-three headings it has. */
  subheadings: number;
  words: number;
}

/** What a text consists of. */
export interface Outline {
  sections: Section[];
  /** What the syntax forbids: JavaScript, headings without an id, text before the first section. */
  faults: { line: number; message: string }[];
}
