import { isMap, isPair, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { outlineOf } from "@/lib/guides/mdx/outline";
import { splitMdx } from "@/lib/guides/mdx/parse";
import type { ComponentUse } from "@/lib/guides/mdx/types";
import { isLocale, type Locale, locales } from "@/lib/i18n/routing";
import type { Mention } from "./types";

/** What a place in a file adds to each name found there. */
type Place = Pick<Mention, "file" | "page">;

/** Where the front matter stands for a section. */
const frontMatter = "front matter";

/** Keys that define a thing or say nothing about facts and laws. */
const silent = new Set(["id", "slug", "name", "keywords"]);

/**
 * Everything that a file of `content/` names, whatever the file is for: attributes of components in text, in front
 * matter and in YAML, and whole strings of YAML. It knows no schema, so that a new kind of content is read as it is.
 */
export function mentionsIn(source: string, file: string): Mention[] {
  const place = { file, page: pageOf(file) };
  if (file.endsWith(".yaml")) return inYaml(source, place, 0);
  const own = /\/([a-z]{2})\.mdx$/.exec(file)?.[1];
  const locale = isLocale(own) ? own : null;
  return [...inFrontMatter(source, place), ...inText(source, place, locale ? [locale] : locales)];
}

/** The page that shows a file: the folder of its languages, or the file of a list. */
export function pageOf(file: string): string {
  const path = file.replace(/^content\//, "").split("/");
  const isList = path.length < 3;
  return isList ? path.join("/").replace(/\.\w+$/, "") : path.slice(0, -1).join("/");
}

function inFrontMatter(source: string, place: Place): Mention[] {
  const yaml = /^---\r?\n([\s\S]*?\n)---/.exec(source.replace(/^\uFEFF/, ""))?.[1];
  if (!yaml) return [];
  return inYaml(yaml, place, 1).map((mention) => ({ ...mention, section: frontMatter }));
}

function inText(source: string, place: Place, shown: readonly Locale[]): Mention[] {
  const { body } = splitMdx(source, place.file);
  return outlineOf(body).sections.flatMap((section) => [
    ...section.links.map(({ url, line }) => ({
      ...place,
      line,
      locales: shown,
      section: section.id,
      key: "link",
      name: url,
    })),
    ...section.components.flatMap((use) =>
      attributesOf(use).map(({ key, name }) => ({
        ...place,
        line: use.line,
        locales: shown,
        section: section.id,
        key,
        name,
      })),
    ),
  ]);
}

function attributesOf({ name: component, attributes }: ComponentUse): { key: string; name: string }[] {
  return Object.entries(attributes).flatMap(([attribute, value]) =>
    typeof value === "string" ? namesOf(component, attribute, value) : [],
  );
}

/** `ids` lists several names; all other attributes hold one. */
function namesOf(component: string, attribute: string, value: string): { key: string; name: string }[] {
  const key = `${component}.${attribute}`;
  const names = attribute === "ids" ? value.trim().split(/\s+/) : [value.trim()];
  return names.filter(Boolean).map((name) => ({ key, name }));
}

function inYaml(source: string, place: Place, linesBefore: number): Mention[] {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false });
  const found: Mention[] = [];
  visit(document, {
    Scalar(role, scalar, path) {
      if (role === "key" || typeof scalar.value !== "string") return;
      const keys = path.flatMap((node) => (isPair(node) ? [String(node.key)] : []));
      const key = keys.at(-1) ?? "";
      const language = keys.find(isLocale);
      const common = {
        ...place,
        line: counter.linePos(scalar.range?.[0] ?? 0).line + linesBefore,
        locales: language ? [language] : locales,
        section: entryOf(path.slice(2)) ?? keys[0] ?? "",
      };
      if (!silent.has(key)) found.push({ ...common, key, name: scalar.value.trim() });
      for (const [, component = "", attributes = ""] of scalar.value.matchAll(/<([A-Z]\w*)\s([^>]*)>/g)) {
        for (const [, attribute = "", value = ""] of attributes.matchAll(/(\w+)="([^"]*)"/g))
          for (const named of namesOf(component, attribute, value)) found.push({ ...common, ...named });
      }
    },
  });
  return found;
}

/** The innermost entry around a place that has a name of its own. The file as a whole is none. */
function entryOf(path: readonly unknown[]): string | null {
  for (const node of [...path].reverse()) {
    if (!isMap(node)) continue;
    const name = node.items.find(
      ({ key }) => isScalar(key) && (key.value === "id" || key.value === "slug"),
    )?.value;
    if (isScalar(name)) return String(name.value);
  }
  return null;
}
