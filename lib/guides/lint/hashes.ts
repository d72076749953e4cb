import { isMap, isScalar, parseDocument, stringify } from "yaml";

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
  const yaml = match[1];
  const { contents } = parseDocument(yaml);
  const pair = isMap(contents)
    ? contents.items.find((item) => isScalar(item.key) && item.key.value === "translation")
    : undefined;
  if (!pair || !isScalar(pair.key) || !isMap(pair.value) || !pair.key.range || !pair.value.range) {
    throw new Error("no translation in the front matter");
  }
  const { legal: _, ...kept } = pair.value.toJSON();
  const changes = Object.keys(legal).length > 0 ? { legal } : {};
  const translation = { ...kept, sections: hashes, ...changes };
  const block = stringify({ translation }, { lineWidth: 0 });
  const rest = yaml.slice(pair.value.range[2]).replace(/^\n/, "");
  return `---\n${yaml.slice(0, pair.key.range[0])}${block}${rest}---\n${source.slice(match[0].length)}`;
}
