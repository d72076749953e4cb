import { isScalar, LineCounter, parseDocument } from "yaml";
import type { Tree } from "@/lib/checks/types";
import type { Locale } from "@/lib/i18n/routing";

type Path = (string | number)[];

/** One section for every question and every outcome: its heading, and the texts that follow. */
function sectionsOf(tree: Tree): { id: string; heading: Path; texts: Path[] }[] {
  return [
    ...tree.questions.map(({ id, answers }, index) => ({
      id,
      heading: ["questions", index, "ask"],
      texts: [
        ["questions", index, "help"],
        ...answers.flatMap((_, answer) => [
          ["questions", index, "answers", answer, "label"],
          ["questions", index, "answers", answer, "hint"],
        ]),
      ],
    })),
    ...tree.outcomes.map(({ id }, index) => ({
      id,
      heading: ["outcomes", index, "title"],
      texts: ["text", "uncertain", "decides", "steps"].map((name) => ["outcomes", index, name]),
    })),
  ];
}

/**
 * The texts of a tree in one language as one text with a section for each question and outcome, every line where it
 * stands in the file: so everything that is checked in guides is checked here too, and says the right line.
 */
export function bodyOf(source: string, tree: Tree, locale: Locale): string {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter });
  const lines: string[] = Array.from({ length: source.split("\n").length + 1 }, () => "");
  const place = (path: Path, before = "", after = "") => {
    const node: unknown = document.getIn([...path, locale], true);
    if (!isScalar(node) || !node.range) return;
    const block = node.type === "BLOCK_LITERAL";
    const first = counter.linePos(node.range[0]).line - 1 + (block ? 1 : 0);
    const text = String(node.value).trimEnd();
    (block ? text.split("\n") : [text.replace(/\s*\n\s*/g, " ")]).forEach((line, index) => {
      lines[first + index] = `${before}${line}${after}`;
    });
  };
  for (const { id, heading, texts } of sectionsOf(tree)) {
    place(heading, "## ", ` [#${id}]`);
    for (const path of texts) place(path);
  }
  return lines.join("\n");
}
