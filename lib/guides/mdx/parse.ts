import { createProcessor } from "@mdx-js/mdx";
import { parseYaml } from "@/lib/guides/source/rules";
import type { Problem } from "@/lib/guides/source/types";
import { tables } from "./tables";
import type { MdNode } from "./types";

/** A file split into its front matter and its text. */
export interface MdxFile {
  frontMatter: unknown;
  /** The text; lines of the front matter are empty in it, so that line numbers are those of the file. */
  body: string;
  problems: Problem[];
}

const marker = /\s*\[#([^\]]*)\]\s*$/;

/** Splits a file at its front matter. */
export function splitMdx(source: string, file: string): MdxFile {
  const text = source.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const match = /^---\n([\s\S]*?\n)---(?:\n|$)/.exec(text);
  if (!match?.[1]) {
    return {
      frontMatter: undefined,
      body: text,
      problems: [{ file, severity: "error", message: "no front matter" }],
    };
  }
  // A copy: what is read from it are parts of it, and would keep the whole file beside the text.
  const yaml = parseYaml(Buffer.from(match[1]).toString(), file, 2);
  const blank = match[0].replace(/[^\n]+/g, "");
  return { frontMatter: yaml.value, body: blank + text.slice(match[0].length), problems: yaml.problems };
}

const processor = createProcessor({ remarkPlugins: [tables] });

/**
 * The syntax tree of a text. Throws where MDX cannot be read, with the line.
 *
 * It is read section by section: what the parser makes of a whole text on its way outlives the young garbage, which made
 * reading a third dearer and took twice the memory.
 */
export function parseMdx(body: string): MdNode {
  try {
    return parseSections(body);
  } catch {
    // A comment or a component goes over several sections, or there is an error, which the whole text places best.
    return processor.parse(body) as MdNode;
  }
}

function parseSections(body: string): MdNode {
  const children: MdNode[] = [];
  let line = 0;
  let offset = 0;
  for (const part of body.split(/^(?=## )/m)) {
    const tree = processor.parse(part) as MdNode;
    walk(tree, ({ position }) => {
      if (!position) return;
      position.start.line += line;
      position.start.offset += offset;
    });
    for (const child of tree.children ?? []) children.push(child);
    line += part.split("\n").length - 1;
    offset += part.length;
  }
  return { type: "root", children };
}

/** The id in `## Title [#id]`, or null. */
export function headingId(heading: MdNode): string | null {
  return marker.exec(textOf(heading))?.[1] ?? null;
}

/** Takes `[#id]` off the end of a heading. */
export function dropMarker(heading: MdNode): void {
  const last = heading.children?.at(-1);
  if (last?.type === "text" && last.value) last.value = last.value.replace(marker, "");
}

/** All text within a node. */
export function textOf(node: MdNode): string {
  return node.value ?? (node.children ?? []).map(textOf).join("");
}

/** Calls `visit` for a node and everything in it. */
export function walk(node: MdNode, visit: (node: MdNode) => void): void {
  visit(node);
  for (const child of node.children ?? []) walk(child, visit);
}

/** Whether a node holds JavaScript; a comment in braces does not. */
export function isCode(node: MdNode): boolean {
  if (node.type === "mdxjsEsm") return true;
  if (node.type !== "mdxFlowExpression" && node.type !== "mdxTextExpression") return false;
  return !/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value ?? "");
}
