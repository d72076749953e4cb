import type { Read, Statement } from "./types";

const longestLabel = 90;

/** What a text says of each of its facts, once for each place. */
export function statementsOf(text: readonly Read[]): Statement[] {
  return [...tablesOf(text).flatMap(inTable), ...blocksOf(text).flatMap(inProse)];
}

type Cell = Read[];
type Row = Cell[];

const written = (cell: readonly Read[]) =>
  clean(cell.map(({ text }) => text).join("")).replace(/[;,،؛:]$/, "");
const clean = (text: string) => text.replace(/[^\S\u00a0]+/g, " ").trim();

/** Rows and cells of every table; the first row is its head. */
function tablesOf(text: readonly Read[]): Row[][] {
  const tables: Row[][] = [];
  let rows: Row[] = [];
  let row: Row = [];
  let cell: Cell = [];
  for (const read of text) {
    if (read.after === "cell") row.push(cell);
    else if (read.after === "row") rows.push(row);
    else if (read.after === "table") tables.push(rows);
    else if (read.after === null) {
      cell.push(read);
      continue;
    }
    cell = [];
    if (read.after !== "cell") row = [];
    if (read.after === "table" || read.after === "block") rows = [];
  }
  return tables;
}

/** A figure in a table is named by the beginning of its row and the head of its column. */
function inTable([head = [], ...rows]: Row[]): Statement[] {
  let above = "";
  return rows.flatMap((row) => {
    const [first = [], ...others] = row;
    const name = written(first);
    // "… for children" goes on with what the row above has begun.
    const whole = name.startsWith("…") ? `${above} ${name.replace(/^…\s*/, "")}` : name;
    if (!name.startsWith("…")) above = name;
    return others.flatMap((cell, index) => {
      const column = written(head[index + 1] ?? []);
      return factsOf(cell).map((fact): Statement => {
        const label = column ? `${whole} – ${column}` : whole;
        const alone = cell.every((read) => read.fact !== null || clean(read.text) === "");
        return { fact, label, sentence: alone ? "" : written(cell) };
      });
    });
  });
}

/** Paragraphs and items, without what stands in tables. */
function blocksOf(text: readonly Read[]): Read[][] {
  const blocks: Read[][] = [];
  let block: Read[] = [];
  for (const read of text) {
    if (read.after === null) {
      block.push(read);
      continue;
    }
    if (read.after === "block") blocks.push(block);
    block = [];
  }
  return blocks;
}

function inProse(block: readonly Read[]): Statement[] {
  return sentencesOf(block).flatMap((sentence) =>
    factsOf(sentence).map((fact, index): Statement => {
      const at = sentence.findIndex((read) => read.fact === fact);
      const before = sentence.slice(0, at);
      const label = written(before);
      const named =
        index === 0 && before.at(-1)?.text.trimEnd().endsWith(":") && label.length <= longestLabel;
      if (!named) return { fact, label: "", sentence: written(sentence) };
      const alone = /^[.,;،؛]?$/.test(written(sentence.slice(at + 1)));
      return { fact, label, sentence: alone ? "" : written(sentence) };
    }),
  );
}

const factsOf = (text: readonly Read[]) => [
  ...new Set(text.map(({ fact }) => fact).filter((fact) => fact !== null)),
];

// A point after one or two letters is that of an abbreviation.
const ending = /(?<=\p{L}{3}[.!?؟]|[!?؟]|\p{M}\.|[»“)]\.)\s+/u;

/** A paragraph by its sentences. */
function sentencesOf(block: readonly Read[]): Read[][] {
  const sentences: Read[][] = [[]];
  for (const read of block) {
    const parts = read.prose ? sentencesIn(sentences.at(-1), read.text) : [read.text];
    parts.forEach((text, index) => {
      if (index > 0) sentences.push([]);
      sentences.at(-1)?.push({ ...read, text });
    });
  }
  return sentences;
}

/**
 * A text by where sentences end in it; a point right after a figure or a citation ends one, too, unless it makes an
 * ordinal of a number.
 */
function sentencesIn(before: readonly Read[] | undefined, text: string): string[] {
  const last = before?.at(-1);
  const ends = last?.prose === false && !/^\d+$/.test(last.text);
  const closing = ends ? /^[.!?؟]\s+/.exec(text)?.[0] : undefined;
  const rest = text.slice(closing?.length ?? 0).split(ending);
  return closing === undefined ? rest : [closing, ...rest];
}
