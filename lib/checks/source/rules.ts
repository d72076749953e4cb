import { isScalar, LineCounter, parseDocument } from "yaml";
import { headId } from "@/lib/checks/rules";
import type { CheckSource, Tree } from "@/lib/checks/types";
import type { Locale } from "@/lib/i18n/routing";

type Path = (string | number)[];

/** A text of a check with its title and its description as the first section: they are translated as well. */
export function withHead<Text extends CheckSource["texts"][Locale]>(text: Text): Text {
  const { title, description } = text.frontMatter;
  const rest = { line: 1, pieces: [], components: [], links: [], subheadings: 0, words: 0 };
  const head = { id: headId, title, source: `${title}\n\n${description}`, ...rest };
  return { ...text, outline: { ...text.outline, sections: [head, ...text.outline.sections] } };
}

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
      // Two texts may stand on one line of the file, like an answer and what explains it.
      lines[first + index] = [lines[first + index], `${before}${line}${after}`].filter(Boolean).join(" ");
    });
  };
  for (const { id, heading, texts } of sectionsOf(tree)) {
    place(heading, "## ", ` [#${id}]`);
    for (const path of texts) place(path);
  }
  return lines.join("\n");
}
