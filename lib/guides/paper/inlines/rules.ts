import type { ShownFact } from "@/lib/guides/facts/types";
import { formatFact, hostOf, runs, staysTogether, telHref } from "@/lib/guides/formats/rules";
import type { FactForm } from "@/lib/guides/formats/types";
import { germanBeside } from "@/lib/guides/glossary/rules";
import type { Term } from "@/lib/guides/glossary/types";
import { unbroken } from "@/lib/guides/laws/rules";
import type { Citation } from "@/lib/guides/laws/types";
import { linkHref, parseLink } from "@/lib/guides/mdx/links";
import { isCode, textOf } from "@/lib/guides/mdx/parse";
import type { MdNode } from "@/lib/guides/mdx/types";
import type { InlineComponent, InlineNode } from "@/lib/guides/mdx/vocabulary";
import type { Inline, Setting } from "@/lib/guides/paper/types";
import { withoutMarks } from "@/lib/i18n/marks";
import type { Locale } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";

type ToInlines = (node: MdNode, setting: Setting) => Inline[];

/** What may stand in a line, by the type of its node. */
export const inlineNodes: Record<InlineNode, ToInlines> = {
  text: ({ value = "" }) => [text(value)],
  strong: (node, setting) => [{ kind: "strong", content: inlinesOf(node, setting) }],
  // Arabic has no italics, and the font has none for anybody.
  emphasis: (node, setting) => [{ kind: "strong", content: inlinesOf(node, setting) }],
  inlineCode: ({ value = "" }) => [ltr(value)],
  break: () => [{ kind: "break" }],
  link: (node, setting) => [contentLink(node, setting)],
};

const fact: ToInlines = (node, setting) => {
  const form = attribute(node, "bare") ? "bare" : attribute(node, "oblique") ? "oblique" : "plain";
  return factInlines(entry(setting.guide.references.facts, named(node, "id")), setting, form);
};

/** What may stand in a line, by the name of its component. */
export const inlineComponents: Record<InlineComponent, ToInlines> = {
  Fact: fact,
  Fee: fact,
  Phone: fact,
  Hours: fact,
  Law: (node, { guide }) => [lawInline(entry(guide.references.laws, named(node, "cite")))],
  De: (node, { locale }) => [locale === "de" ? text(textOf(node)) : german(textOf(node))],
  Term: (node, { guide, locale }) => {
    const term = entry(guide.references.terms, named(node, "id"));
    const name = termInlines(term, locale, textOf(node).trim() || undefined);
    const [word, ...rest] = name;
    return word ? [{ kind: "goto", target: termTarget(term.id), content: [word] }, ...rest] : [];
  },
};

/** What stands in the lines of a node. Throws on what paper does not know. */
export function inlinesOf(node: MdNode, setting: Setting): Inline[] {
  return (node.children ?? []).flatMap((child) => inlineOf(child, setting));
}

/** One node in a line. */
export function inlineOf(node: MdNode, setting: Setting): Inline[] {
  if (isComment(node)) return [];
  const convert = isElement(node) ? known(inlineComponents, node.name) : known(inlineNodes, node.type);
  if (!convert) throw new Error(`paper does not know ${nameOf(node)} in a line`);
  return convert(node, setting);
}

/** A fact as it stands in a text. */
export function factInlines(
  { unit, value }: Pick<ShownFact, "unit" | "value">,
  setting: Setting,
  form: FactForm = "plain",
): Inline[] {
  const written = String(value);
  if (unit === "phone") return [{ kind: "link", url: telHref(written), content: [ltr(written, "together")] }];
  if (unit === "url") return [numbered(written, [ltr(hostOf(written), "together")], setting)];
  const t = translator(setting.locale, "facts");
  const shown = formatFact(unit, value, form, setting.locale, (word, values) => t(word, values));
  const kept = staysTogether(shown) ? "together" : undefined;
  return runs(shown).map((run) =>
    // A figure alone has no direction of its own.
    run.ltr || !/\p{L}/u.test(run.text) || kept ? ltr(run.text, kept) : text(run.text),
  );
}

/** A citation that leads to the text of the law. */
export function lawInline(citation: Citation): Inline {
  const { cite, url } = citation;
  const run = german(cite.replace(/(§|Art\.|Abs\.|Nr\.|Satz) /g, "$1\u00a0"));
  return { kind: "link", url, content: [unbroken(citation).length === 1 ? { ...run, together: true } : run] };
}

/** The word for a term, and its German name in brackets where it says more. */
export function termInlines(term: Term, locale: Locale, form?: string): Inline[] {
  const word = form ?? term[locale];
  const beside = germanBeside(term, locale, word);
  return beside ? [text(word), text(" "), germanName(beside)] : [text(word)];
}

/** The German name of something in brackets that are of the text around it. */
export function germanName(name: string): Inline {
  return { kind: "aside", content: [text("("), german(name), text(")")] };
}

/** A link with its number in the list of addresses, for whoever reads it on paper. */
function numbered(url: string, content: Inline[], { addresses }: Setting): Inline {
  if (!addresses.includes(url)) addresses.push(url);
  return { kind: "link", url, content, address: addresses.indexOf(url) + 1 };
}

function contentLink(node: MdNode, setting: Setting): Inline {
  const target = parseLink(node.url ?? "");
  if (!target) throw new Error(`a link cannot lead to ${node.url}`);
  const content = inlinesOf(node, setting);
  const { slug, sections } = setting.guide;
  if (target.kind === "guide" && target.slug === slug && sections.some(({ id }) => id === target.section))
    return { kind: "goto", target: sectionTarget(target.section ?? ""), content: [linked(content)] };
  // In a German section, links keep to the reader's language.
  const href = linkHref(target, setting.guide.locale);
  return numbered(target.kind === "external" ? href : `${setting.site}${href}`, content, setting);
}

/** Looks like a link, where it leads to no address. */
const linked = (content: Inline[]): Inline => ({ kind: "linked", content });

export const text = (value: string): Inline => ({
  kind: "text",
  text: withoutMarks(value.replace(/\s*\n\s*/g, " ")),
});
/** A run from left to right. */
export const ltr = (value: string, together?: "together"): Extract<Inline, { kind: "ltr" }> => ({
  kind: "ltr",
  text: value,
  ...(together ? { together: true } : {}),
});
/** A German run. */
export const german = (value: string): Extract<Inline, { kind: "ltr" }> => ({
  ...ltr(value.replace(/\s*\n\s*/g, " ")),
  german: true,
});

export const termTarget = (id: string): string => `term-${id}`;
export const sectionTarget = (id: string): string => `section-${id}`;

export const isElement = (node: MdNode): boolean =>
  node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";

/** A comment in braces, which nobody reads. */
export const isComment = (node: MdNode): boolean =>
  (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression") && !isCode(node);

export const nameOf = (node: MdNode): string => (isElement(node) ? `<${node.name}>` : node.type);

/** What an attribute holds: a text, `true` without one, or nothing where it is not there. */
export function attribute(node: MdNode, name: string): string | true | undefined {
  const found = node.attributes?.find((candidate) => candidate.name === name);
  if (!found) return undefined;
  return typeof found.value === "string" ? found.value : true;
}

/** An attribute that must hold a text. */
export function named(node: MdNode, name: string): string {
  const value = attribute(node, name);
  if (typeof value !== "string") throw new Error(`${nameOf(node)} needs ${name}`);
  return value;
}

/** What a table has for a name that may not be in it. */
export function known<Entry>(
  table: Record<string, Entry>,
  name: string | null | undefined,
): Entry | undefined {
  return name && Object.hasOwn(table, name) ? table[name] : undefined;
}

/** What was looked up before. */
export function entry<Entry>(entries: Record<string, Entry>, id: string): Entry {
  const found = entries[id];
  if (!found) throw new Error(`the text refers to “${id}”, which was not looked up`);
  return found;
}
