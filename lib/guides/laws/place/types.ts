/** From a number to a number, both of them included; mostly the same twice. */
export type Range = [from: string, to: string];

/** One step down into a paragraph: `Abs. 1`, `Nr. 2 und 3`. */
export interface LawPart {
  label: string;
  numbers: Range[];
}

/** A place within a statute. */
export interface LawPlace {
  sign: "§" | "Art.";
  paragraphs: Range[];
  /** From the large to the small; empty where several paragraphs are named. */
  parts: LawPart[];
}
