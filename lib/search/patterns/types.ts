/** A pattern, and the patterns of what is made of it. */
export type Pattern = [from: string, made: string[]];

/** A pattern as it is applied to a word. */
export interface Change {
  from: RegExp;
  to: string;
}
