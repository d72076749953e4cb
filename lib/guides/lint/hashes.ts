import { Document, isMap, isNode, isScalar, type Node, type Pair, parseDocument, type YAMLMap } from "yaml";

type Path = [string, ...string[]];

/**
 * The source of a translation with these hashes in `translation.sections`, and with the changes of the law that it knows
 * from now on. Everything else stays as it was written.
 */
export function withHashes(
  source: string,
  hashes: Record<string, string>,
  legal: Record<string, string> = {},
): string {
  const match = /^---\n([\s\S]*?\n)---(?:\n|$)/.exec(source);
  if (!match?.[1]) throw new Error("no front matter");
  const yaml = withHashesAt(match[1], ["translation"], hashes, legal);
  return `---\n${yaml}---\n${source.slice(match[0].length)}`;
}

/** The same for YAML that has the translation at a path, like a check with all its languages in one file. */
export function withHashesAt(
  yaml: string,
  path: Path,
  hashes: Record<string, string>,
  legal: Record<string, string> = {},
): string {
  const changes = Object.keys(legal).length > 0 ? legal : undefined;
  return withMap(withMap(yaml, [...path, "sections"], hashes), [...path, "legal"], changes);
}

/** YAML with another map at a path; without one it is taken away. */
function withMap(yaml: string, path: Path, value: Record<string, string> | undefined): string {
  const document = parseDocument(yaml);
  const ways = path.map((_, index) => path.slice(0, index + 1));
  const parents = ways.slice(0, -1);
  if (!parents.every((way) => isMap(document.getIn(way))))
    throw new Error(`no ${parents.at(-1)?.join(".")} in the front matter`);
  const before = document.getIn(path);
  if (JSON.stringify(before) === JSON.stringify(value)) return yaml;
  const inBraces = parents.find((way) => (document.getIn(way) as YAMLMap).flow);
  if (value) document.setIn(path, document.createNode(value));
  else document.deleteIn(path);
  if (!inBraces) return spliced(yaml, path, value);
  // One line has no room for a hash of every section: what stood in braces gets lines of its own.
  for (const way of parents.slice(parents.indexOf(inBraces))) (document.getIn(way) as YAMLMap).flow = false;
  return replaced(yaml, placeOf(yaml, inBraces), inBraces.at(-1) ?? "", document.getIn(inBraces));
}

/** The same where every map around it has lines of its own. */
function spliced(yaml: string, path: Path, value: Record<string, string> | undefined): string {
  const key = path.at(-1) ?? "";
  const place = placeOf(yaml, path);
  if (place && !value)
    return yaml.slice(0, lineStart(yaml, place.start)) + yaml.slice(lineEnd(yaml, place.end) + 1);
  if (place?.first && Object.keys(value ?? {}).length > 0) {
    // Only what is in it: beside its name there may be a comment.
    const entries = linesOf(new Document(value), columnOf(yaml, place.first));
    return yaml.slice(0, place.first) + entries + yaml.slice(place.end);
  }
  if (place) return replaced(yaml, place, key, value);
  const parent = placeOf(yaml, path.slice(0, -1));
  if (!value || !parent?.first) return yaml;
  const at = lineEnd(yaml, parent.end);
  const column = columnOf(yaml, parent.first);
  return `${yaml.slice(0, at)}\n${" ".repeat(column)}${entryOf(key, value, column)}${yaml.slice(at)}`;
}

interface Place {
  start: number;
  /** The end of its last value: what follows on that line, a comment, is not its own. */
  end: number;
  /** The first key of a map with lines of its own. */
  first: number | null;
}

function placeOf(yaml: string, path: string[]): Place | null {
  let map: unknown = parseDocument(yaml).contents;
  let pair: Pair | undefined;
  for (const key of path) {
    pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
    map = pair?.value;
  }
  if (!pair || !isNode(pair.key) || !pair.key.range) return null;
  const first = isMap(pair.value) && !pair.value.flow ? pair.value.items[0]?.key : undefined;
  return {
    start: pair.key.range[0],
    end: endOf(pair.value, pair.key.range[1]),
    first: isNode(first) ? (first.range?.[0] ?? null) : null,
  };
}

function endOf(node: unknown, otherwise: number): number {
  if (!isNode(node)) return otherwise;
  const last = isMap(node) && !node.flow ? node.items.at(-1) : undefined;
  return last
    ? endOf(last.value, (last.key as Node).range?.[1] ?? otherwise)
    : (node.range?.[1] ?? otherwise);
}

function replaced(yaml: string, place: Place | null, key: string, value: unknown): string {
  if (!place) throw new Error(`no ${key}`);
  // A comment that follows on the line stays where it is.
  if (isNode(value) && /^\s*#/.test(yaml.slice(place.end, lineEnd(yaml, place.end)))) value.comment = null;
  return (
    yaml.slice(0, place.start) + entryOf(key, value, columnOf(yaml, place.start)) + yaml.slice(place.end)
  );
}

function entryOf(key: string, value: unknown, column: number): string {
  const entry = new Document({ [key]: null });
  entry.set(key, value);
  return linesOf(entry, column);
}

/** A map in lines, the first one without its distance from the edge. */
function linesOf(map: Document, column: number): string {
  const lines = map.toString({ lineWidth: 0 }).trimEnd();
  return lines.replace(/\n(?=.)/g, `\n${" ".repeat(column)}`);
}

const lineStart = (text: string, at: number) => text.lastIndexOf("\n", at - 1) + 1;
const columnOf = (text: string, at: number) => at - lineStart(text, at);

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}
