import type { Piece } from "@/lib/guides/mdx/types";

// Neither is a letter: nothing is found by them.
const marks = { cell: " · ", row: " – ", table: " ", block: " " } as const;

/**
 * A text in one line: in a table "·" stands between the cells of a row and "–" between its rows, none beside an empty
 * cell or at the end.
 */
export function inOneLine(pieces: readonly Piece[], textOf: (piece: Piece) => string): string {
  let line = "";
  let between = "";
  // The head of a table may begin with an empty cell.
  let begun = false;
  for (const piece of pieces) {
    if (piece.kind === "break") {
      if (begun || piece.after === "block" || piece.after === "table") between = marks[piece.after];
      if (piece.after !== "cell") begun = false;
      continue;
    }
    const text = textOf(piece);
    if (text.trim()) {
      line += between;
      between = "";
      begun = true;
    }
    line += text;
  }
  return line;
}
