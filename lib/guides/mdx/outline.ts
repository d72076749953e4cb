import { dropMarker, headingId, isCode, parseMdx, textOf, walk } from "./parse";
import type { ComponentUse, MdAttribute, MdNode, Outline, Piece, Section } from "./types";
import { holdsLines, misplaced } from "./vocabulary";

// A third of all pieces are breaks, so that there is one of each.
const block: Piece = { kind: "break", after: "block" };
const breaks: Record<string, Piece> = {
  paragraph: block,
  heading: block,
  listItem: block,
  blockquote: block,
  tableCell: { kind: "break", after: "cell" },
  tableRow: { kind: "break", after: "row" },
  table: { kind: "break", after: "table" },
};

/** What a text consists of, section by section. Throws where MDX cannot be read. */
export function outlineOf(body: string): Outline {
  const tree = parseMdx(body);
  walk(tree, (node) => takeFrom(body, node));
  const starts = lineStarts(body);
  const outline: Outline = { sections: [], faults: [] };
  let section: Section | undefined;
  for (const node of tree.children ?? []) {
    if (node.type === "heading" && node.depth === 2) {
      section = openSection(node, outline);
      outline.sections.push(section);
    } else if (!section) {
      outline.faults.push({ line: lineOf(node), message: "text before the first section" });
      section = { ...emptySection(), id: "", line: lineOf(node) };
      readNode(node, section, null, outline);
      section = undefined;
      continue;
    }
    readNode(node, section, null, outline);
  }
  outline.sections.forEach((each, index) => {
    const next = outline.sections[index + 1];
    each.source = body.slice(starts[each.line - 1], next ? (starts[next.line - 1] ?? 0) - 1 : undefined);
    each.words = countWords(each.pieces);
  });
  return outline;
}

function openSection(heading: MdNode, outline: Outline): Section {
  const id = headingId(heading);
  if (!id || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    outline.faults.push({ line: lineOf(heading), message: `“${textOf(heading)}” needs an id like [#costs]` });
  }
  dropMarker(heading);
  return { ...emptySection(), id: id ?? "", title: textOf(heading).trim(), line: lineOf(heading) };
}

function emptySection(): Section {
  return {
    id: "",
    title: "",
    line: 1,
    source: "",
    pieces: [],
    components: [],
    links: [],
    subheadings: 0,
    words: 0,
  };
}

/** Makes the words of a node a part of the text, which holds no memory of its own: they are kept for all texts. */
function takeFrom(body: string, node: MdNode): void {
  const start = node.position?.start.offset ?? 0;
  if (node.value && body.startsWith(node.value, start))
    node.value = body.slice(start, start + node.value.length);
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
}

type Inside = "De" | "Term" | null;

function readNode(node: MdNode, section: Section, inside: Inside, outline: Outline, inLine = false): void {
  const line = lineOf(node);
  if (isCode(node)) {
    outline.faults.push({ line, message: "JavaScript is not allowed in content" });
    return;
  }
  const fault = misplaced(node, inLine);
  if (fault) outline.faults.push({ line, message: fault });
  if (node.type === "heading" && node.depth !== 2) {
    if (node.depth === 3) section.subheadings += 1;
    else outline.faults.push({ line, message: "only headings of level two and three are allowed" });
    if (headingId(node)) outline.faults.push({ line, message: "a heading of level three has no id" });
  }
  if (node.type === "table" && node.align?.some(Boolean)) {
    outline.faults.push({
      line,
      message: "a table sets no alignment (| --- |): it would not follow the direction",
    });
  }
  if (node.type === "link" && node.url) section.links.push({ url: node.url, line });
  if (node.type === "text" || node.type === "inlineCode") {
    section.pieces.push({ kind: "text", text: node.value ?? "", line, inside });
  }
  const component = isComponent(node) ? readComponent(node, outline) : null;
  if (component) readUse(component, section);
  const around = component?.name === "De" || component?.name === "Term" ? component.name : inside;
  const within = inLine || holdsLines(node);
  for (const child of node.children ?? []) readNode(child, section, around, outline, within);
  const after = breaks[node.type];
  if (after) section.pieces.push(after);
}

function readUse(component: ComponentUse, section: Section): void {
  section.components.push(component);
  section.pieces.push({ kind: "component", component });
  const { title } = component.attributes;
  if (typeof title === "string") {
    section.pieces.push({ kind: "text", text: title, line: component.line, inside: "title" }, block);
  }
}

function readComponent(node: MdNode, outline: Outline): ComponentUse {
  const attributes: ComponentUse["attributes"] = {};
  for (const attribute of node.attributes ?? []) {
    const value = attributeValue(attribute);
    if (value === null || !attribute.name) {
      outline.faults.push({
        line: lineOf(node),
        message: `<${node.name}>: attributes hold text, not JavaScript`,
      });
    } else attributes[attribute.name] = value;
  }
  return {
    name: node.name ?? "",
    attributes,
    children: (node.children ?? []).map(textOf).join("").trim(),
    line: lineOf(node),
  };
}

function attributeValue(attribute: MdAttribute): string | true | null {
  if (attribute.type !== "mdxJsxAttribute") return null;
  if (attribute.value === null || attribute.value === undefined) return true;
  return typeof attribute.value === "string" ? attribute.value : null;
}

function countWords(pieces: Piece[]): number {
  let words = 0;
  for (const piece of pieces) {
    if (piece.kind === "text") words += piece.text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu)?.length ?? 0;
    // A fact or a term without children shows at least one word.
    else if (piece.kind === "component" && inlineWord.has(piece.component.name) && !piece.component.children)
      words += 1;
  }
  return words;
}

const inlineWord = new Set(["Fact", "Fee", "Phone", "Hours", "Law", "Term"]);
const isComponent = (node: MdNode) => node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
const lineOf = (node: MdNode) => node.position?.start.line ?? 1;
