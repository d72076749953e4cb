import type { Block, Inline } from "@/lib/guides/paper/types";

/** A table whose columns get room by what stands in them. */
export function tableOf(head: Inline[][], rows: Inline[][][]): Block {
  const widths = head.map((_, column) => share([head, ...rows].map((row) => row[column] ?? [])));
  return { kind: "table", head, rows: rows.map((row) => row.map(loosened)), widths };
}

/** Without what must stay together though it might be wider than a column. */
export function loosened(cell: Inline[]): Inline[] {
  return cell.map((inline) => {
    if (inline.kind === "text" || inline.kind === "break") return inline;
    if (inline.kind !== "ltr") return { ...inline, content: loosened(inline.content) };
    const { together: _, ...loose } = inline;
    return inline.text.length > shortRun ? loose : inline;
  });
}

const shortRun = 15;

/** Long cells get more, but not as much more as they are longer; and no column is too narrow for its longest word. */
function share(cells: Inline[][]): number {
  const texts = cells.map(plainText);
  const average = texts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, texts.length);
  const longestWord = Math.max(
    ...texts.flatMap((text) => text.split(/[ \u00a0-]/).map(({ length }) => length)),
  );
  return Math.round(Math.max(Math.sqrt(average) * 10, longestWord * 4));
}

function plainText(content: Inline[]): string {
  return content
    .map((inline) => {
      if (inline.kind === "text" || inline.kind === "ltr") return inline.text;
      return inline.kind === "break" ? " " : plainText(inline.content);
    })
    .join("");
}

/** How many signs stand in paragraphs and lists, to tell what is short. */
export function textLength(blocks: Block[]): number {
  const lengths = blocks.map((block) => {
    if (block.kind === "paragraph") return plainText(block.content).length;
    return block.kind === "list" ? block.items.reduce((sum, item) => sum + textLength(item) + 20, 0) : 1000;
  });
  return lengths.reduce((sum, length) => sum + length, 0);
}
