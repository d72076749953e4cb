import { describe, expect, it } from "vitest";
import { outlineOf } from "@/lib/guides/mdx/outline";
import { tokens } from "@/lib/search/words/rules";
import { inOneLine } from "./rules";

const source = `## Kosten [#costs]

Das kostet es:

|  | Preis | Dauer |
| --- | --- | --- |
| Kind | **22** Euro | sechs Jahre |
| Mann |  | zehn Jahre |

Dazu kommt das Foto.

- eins
- zwei
`;
const pieces = outlineOf(source).sections[0]?.pieces ?? [];
const parts = pieces.map((piece) =>
  piece.kind === "break"
    ? { text: "", after: piece.after }
    : { text: piece.kind === "text" ? piece.text : "", after: null },
);
const line = inOneLine(parts);

describe("a text in one line", () => {
  it("has marks between the cells and the rows of a table, and only there", () => {
    expect(line.replace(/\s+/g, " ")).toContain(
      "Das kostet es: Preis · Dauer – Kind · 22 Euro · sechs Jahre – Mann · zehn Jahre Dazu kommt das Foto. eins zwei",
    );
  });
  it("has the same words as without them", () => {
    const plain = parts.map(({ text, after }) => (after ? " " : text)).join("");
    expect(tokens(line).map(({ text }) => text)).toEqual(tokens(plain).map(({ text }) => text));
  });
});
