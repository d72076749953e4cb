/** A part of a text in the order of reading, or what ends after it: then it has no text. */
export interface Part {
  text: string;
  after: "block" | "cell" | "row" | "table" | null;
}
