import { documentDetails } from "@/lib/guides/documents/rules";
import { dateText } from "@/lib/guides/formats/rules";
import { guideHref } from "@/lib/guides/mdx/links";
import { dropMarker, headingId, parseMdx } from "@/lib/guides/mdx/parse";
import type { MdNode } from "@/lib/guides/mdx/types";
import type { BlockComponent, BlockNode } from "@/lib/guides/mdx/vocabulary";
import { bookBlock } from "@/lib/guides/paper/ends/rules";
import {
  entry,
  germanName,
  inlineComponents,
  inlineOf,
  inlinesOf,
  isComment,
  isElement,
  known,
  named,
  nameOf,
  text,
} from "@/lib/guides/paper/inlines/rules";
import { sourceBlocks } from "@/lib/guides/paper/sources/rules";
import { tableOf, textLength } from "@/lib/guides/paper/tables/rules";
import type { Block, Look, Setting } from "@/lib/guides/paper/types";
import { germanSection } from "@/lib/guides/shown/rules";
import { withoutMarks } from "@/lib/i18n/marks";
import { directions, type Locale } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";

type ToBlocks = (node: MdNode, setting: Setting) => Block[];

/** What may stand by itself, by the type of its node. */
export const blockNodes: Record<BlockNode, ToBlocks> = {
  paragraph: (node, setting) => [{ kind: "paragraph", content: inlinesOf(node, setting) }],
  heading: (node, setting) => headingBlocks(node, setting),
  list: (node, setting) => [listOf(node, setting, false)],
  table: (node, setting) => {
    const [head = [], ...rows] = (node.children ?? []).map((row) =>
      (row.children ?? []).map((cell) => inlinesOf(cell, setting)),
    );
    return [tableOf(head, rows)];
  },
  blockquote: (node, setting) => [{ kind: "quote", content: blocksOf(node, setting) }],
  thematicBreak: () => [{ kind: "line" }],
};

/** What may stand by itself, by the name of its component. */
export const blockComponents: Record<BlockComponent | typeof germanSection, ToBlocks> = {
  Steps: (node, setting) =>
    (node.children ?? []).flatMap((child) =>
      child.type === "list" ? listOf(child, setting, true) : blockOf(child, setting),
    ),
  Note: (node, setting) => {
    const look = lookOf(named(node, "kind"));
    const label = translator(setting.locale, "guide.note")(look);
    return [box(look, label, named(node, "title"), blocksOf(node, setting))];
  },
  Documents: (node, setting) => documentBlocks(node, setting),
  Sources: (_, setting) => sourceBlocks(setting),
  BookThis: (node, setting) => {
    const concern = node.attributes?.some(({ name }) => name === "concern") && named(node, "concern");
    return [bookBlock(concern ? entry(setting.guide.bookings, concern) : setting.guide.book, setting)];
  },
  [germanSection]: (node, setting) => {
    const { source } = entry(setting.guide.german, named(node, "id"));
    const content = blocksOf(parseMdx(source), { ...setting, locale: "de" });
    return [inLanguage("de", content)];
  },
};

/** The blocks in a node. Throws on what paper does not know. */
export function blocksOf(node: MdNode, setting: Setting): Block[] {
  return (node.children ?? []).flatMap((child) => blockOf(child, setting));
}

function blockOf(node: MdNode, setting: Setting): Block[] {
  if (isComment(node)) return [];
  const convert = isElement(node) ? known(blockComponents, node.name) : known(blockNodes, node.type);
  if (convert) return convert(node, setting);
  // A figure or a term alone on its line.
  if (isElement(node) && known(inlineComponents, node.name))
    return [{ kind: "paragraph", content: inlineOf(node, setting) }];
  throw new Error(`paper does not know ${nameOf(node)} by itself`);
}

function headingBlocks(node: MdNode, setting: Setting): Block[] {
  const id = headingId(node);
  dropMarker(node);
  const depth = node.depth === 2 ? 2 : 3;
  const heading: Block = { kind: "heading", depth, id, content: inlinesOf(node, setting) };
  return id ? [heading, ...stateOf(id, setting), ...noticesOf(id, setting)] : [heading];
}

/** Whether an article of a law was confirmed, as its page says. */
function stateOf(id: string, { guide, locale }: Setting): Block[] {
  const article = guide.articles.find((one) => one.id === id);
  if (!article) return [];
  const said = withoutMarks(translator(locale, "guide.articles")(`states.${article.state}`));
  return [{ kind: "paragraph", content: [text(said)] }];
}

/** What a reader must know about a section before reading it. */
function noticesOf(id: string, { guide, locale, site }: Setting): Block[] {
  const since = guide.german[id]?.since;
  if (since !== undefined) {
    const t = translator(guide.locale, "guide.german");
    const told = t("text", { date: dateText(since, guide.locale) });
    const notice = box("stale", t("badge"), null, [{ kind: "paragraph", content: [text(told)] }]);
    return [inLanguage(guide.locale, [notice])];
  }
  if (locale !== guide.locale || !guide.sections.some((section) => section.id === id && section.stale))
    return [];
  const t = translator(locale, "guide.stale");
  const url = `${site}${guideHref("de", guide.slug, id)}`;
  const content = [text(`${t("text")} `), { kind: "link" as const, url, content: [text(t("link"))] }];
  return [box("stale", t("badge"), null, [{ kind: "paragraph", content }])];
}

function listOf(node: MdNode, setting: Setting, steps: boolean): Block {
  const items = (node.children ?? []).map((item) => blocksOf(item, setting));
  return { kind: "list", ordered: node.ordered ?? false, steps, start: node.start ?? 1, items };
}

/** What to bring is no text of a section: it is up to date in every language, also in a German section. */
function documentBlocks(node: MdNode, { guide, locale: around }: Setting): Block[] {
  const { locale } = guide;
  const t = translator(locale, "guide.documents");
  const facts = translator(locale, "facts");
  const items = named(node, "ids")
    .trim()
    .split(/\s+/)
    .map((id) => entry(guide.references.documents, id))
    .map((document) => ({
      name: [
        text(document.name[locale]),
        ...(locale === "de" ? [] : [text(" "), germanName(document.name.de)]),
      ],
      details: withoutMarks(
        documentDetails(
          document,
          locale,
          (word, values) => t(word, values),
          (word, values) => facts(word, values),
        ),
      ),
      note: document.note ? withoutMarks(document.note[locale]) : null,
    }));
  const list: Block = { kind: "documents", items };
  return [around === locale ? list : inLanguage(locale, [list])];
}

function lookOf(kind: string): Exclude<Look, "stale"> {
  if (kind === "info" || kind === "warning" || kind === "law") return kind;
  throw new Error(`<Note kind="${kind}">: info, warning or law`);
}

// A quarter of a page or so.
const shortBox = 900;

function box(look: Look, label: string, title: string | null, content: Block[]): Block {
  const whole = textLength(content) <= shortBox;
  return {
    kind: "box",
    look,
    label: withoutMarks(label),
    title: title === null ? null : withoutMarks(title),
    content,
    ...(whole ? { whole } : {}),
  };
}

const inLanguage = (locale: Locale, content: Block[]): Block => ({
  kind: "language",
  locale,
  direction: directions[locale],
  content,
});
