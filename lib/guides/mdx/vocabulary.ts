// What a text may consist of. Whatever makes something of a text (a page, a sheet of paper) knows all of it, and the
// outline refuses everything else, so that nothing is left out silently.

/** Nodes of Markdown that stand by themselves. */
export const blockNodes = ["paragraph", "heading", "list", "table", "blockquote", "thematicBreak"] as const;
/** Nodes of Markdown that stand in a line. */
export const inlineNodes = ["text", "strong", "emphasis", "inlineCode", "break", "link"] as const;
/** Components that stand by themselves. */
export const blockComponents = ["Steps", "Note", "Documents", "Sources", "BookThis"] as const;
/** Components that stand in a line, or alone in one. */
export const inlineComponents = ["Fact", "Fee", "Phone", "Hours", "Law", "De", "Term"] as const;

export type BlockNode = (typeof blockNodes)[number];
export type InlineNode = (typeof inlineNodes)[number];
export type BlockComponent = (typeof blockComponents)[number];
export type InlineComponent = (typeof inlineComponents)[number];

const blocks: ReadonlySet<string> = new Set([...blockNodes, "listItem", "tableRow", "tableCell"]);
const inlines: ReadonlySet<string> = new Set(inlineNodes);
const standing: ReadonlySet<string> = new Set(blockComponents);
/** Within these there are lines. */
const lines: ReadonlySet<string> = new Set([
  "paragraph",
  "heading",
  "tableCell",
  "strong",
  "emphasis",
  "link",
  "De",
  "Term",
]);

/** Whether what is in a node stands in a line. */
export const holdsLines = (node: { type: string; name?: string | null }): boolean =>
  lines.has(node.name ?? node.type);

/** What is wrong with a node at its place, or null. Components that nobody knows are the lint's. */
export function misplaced(
  { type, name }: { type: string; name?: string | null },
  inLine: boolean,
): string | null {
  if (type === "mdxJsxFlowElement" || type === "mdxJsxTextElement")
    return inLine && standing.has(name ?? "") ? `<${name}> stands in a paragraph of its own` : null;
  if (type === "mdxFlowExpression" || type === "mdxTextExpression") return null;
  return (inLine ? inlines : blocks).has(type) ? null : `${type} is not known to content`;
}
