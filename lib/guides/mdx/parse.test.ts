import { readdirSync, readFileSync } from "node:fs";
import { createProcessor } from "@mdx-js/mdx";
import { describe, expect, it } from "vitest";
import { parseMdx, splitMdx } from "./parse";
import { tables } from "./tables";
import type { MdNode } from "./types";

const whole = createProcessor({ remarkPlugins: [tables] });

/** A tree without the ends of its nodes, which nobody asks for. */
function bare({ position, children, ...node }: MdNode): unknown {
  const { line, offset } = position?.start ?? {};
  return { ...JSON.parse(JSON.stringify(node)), line, offset, children: children?.map(bare) };
}

const attributesAside = (tree: unknown) =>
  JSON.stringify(tree, (key, value) => (key === "position" ? undefined : value));

const texts = readdirSync("content/guides").flatMap((slug) =>
  ["de", "ar", "en"].map((locale) => `content/guides/${slug}/${locale}.mdx`),
);

describe("parseMdx", () => {
  it.each(texts)("reads %s section by section as it does in one", (file) => {
    const { body } = splitMdx(readFileSync(file, "utf8"), file);
    const sections = parseMdx(body).children ?? [];
    const all = (whole.parse(body) as MdNode).children ?? [];
    expect(sections.length).toBeGreaterThan(5);
    expect(attributesAside(sections.map(bare))).toBe(attributesAside(all.map(bare)));
  });

  it("reads a comment that goes over sections", () => {
    const tree = parseMdx("## A [#a]\n\n{/*\n## Old [#old]\n\nold\n*/}\n\n## B [#b]\n");
    expect(tree.children?.map(({ type, position }) => [type, position?.start.line])).toEqual([
      ["heading", 1],
      ["mdxFlowExpression", 3],
      ["heading", 9],
    ]);
  });

  it("names the line of an error within the file", () => {
    const broken = () => parseMdx("## A [#a]\n\ntext\n\n## B [#b]\n\n<Note>\n");
    expect(broken).toThrow("<Note>` (7:1-7:7)");
  });
});
