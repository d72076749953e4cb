import type { Part } from "./types";

// Neither is a letter: nothing is found by them.
const marks = { cell: " · ", row: " – ", table: " ", block: " " } as const;

/**
 * A text in one line: in a table "·" stands between the cells of a row and "–" between its rows, none beside an empty
 * cell or at the end.
 */
export function inOneLine(parts: readonly Part[]): string {
  let line = "";
  let between = "";
  // The head of a table may begin with an empty cell.
  let begun = false;
  for (const { text, after } of parts) {
    if (after) {
      if (begun || after === "block" || after === "table") between = marks[after];
      if (after !== "cell") begun = false;
      continue;
    }
    if (text.trim()) {
      line += between;
      between = "";
      begun = true;
    }
    line += text;
  }
  return line;
}
