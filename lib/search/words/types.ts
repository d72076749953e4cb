/** A word of a text, as it is written there. */
export interface Token {
  text: string;
  start: number;
  end: number;
}

/** A word in the spelling that is compared. Words that share a key are forms of each other. */
export interface Word {
  word: string;
  keys: string[];
}
