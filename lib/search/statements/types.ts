/** A part of a text as it is read, with the fact that it shows. */
export interface Read {
  text: string;
  fact: string | null;
  /** Whether a sentence may end in it: a citation has points of its own. */
  prose: boolean;
  after: "block" | "cell" | "row" | "table" | null;
}

/** What a text says of a fact. */
export interface Statement {
  fact: string;
  /** What the figure is, as a list or a table names it; empty in running text. */
  label: string;
  /** The sentence that has it; empty where the label says all. */
  sentence: string;
}
