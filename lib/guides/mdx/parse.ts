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
  const yaml = parseYaml(match[1], file, 2);
  const blank = match[0].replace(/[^\n]+/g, "");
  return { frontMatter: yaml.value, body: blank + text.slice(match[0].length), problems: yaml.problems };
}

const processor = createProcessor({ remarkPlugins: [tables] });

/** The syntax tree of a text. Throws where MDX cannot be read. */
export function parseMdx(body: string): MdNode {
  return processor.parse(body) as MdNode;
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
