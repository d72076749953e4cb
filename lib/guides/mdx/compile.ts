import { evaluate } from "@mdx-js/mdx";
import type { ComponentType } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import type { Locale } from "@/lib/i18n/routing";
import { linkHref, parseLink } from "./links";
import { dropMarker, headingId, isCode, walk } from "./parse";
import { tables } from "./tables";
import type { MdNode } from "./types";

/** A compiled text: a component that takes the components it may use. */
// biome-ignore lint/suspicious/noExplicitAny: a map of components with different props has no narrower type.
export type MdxContent = ComponentType<{ components: Record<string, ComponentType<any>> }>;

/** Compiles a text for a language. It has been checked before: an unknown link or JavaScript throws here. */
export async function compileMdx(body: string, locale: Locale): Promise<MdxContent> {
  const { default: content } = await evaluate(body, {
    Fragment,
    jsx,
    jsxs,
    remarkPlugins: [tables, refuseCode, sectionIds, [contentLinks, locale]],
    // Styles in attributes are refused by the content security policy.
    tableCellAlignToStyle: false,
  });
  return content as MdxContent;
}

/** `## Title [#id]` becomes a heading with this id. */
function sectionIds() {
  return (tree: unknown) =>
    walk(tree as MdNode, (node) => {
      const id = node.type === "heading" ? headingId(node) : null;
      if (!id) return;
      dropMarker(node);
      node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id } };
    });
}

/** `guide:`, `check:`, `office:` and `book:` become addresses in the page's language. */
function contentLinks(locale: Locale) {
  return (tree: unknown) =>
    walk(tree as MdNode, (node) => {
      if (node.type !== "link" || !node.url) return;
      const link = parseLink(node.url);
      if (!link) throw new Error(`a link cannot lead to ${node.url}`);
      node.url = linkHref(link, locale);
    });
}

/** Content is text: what it could execute does not come from writers. */
function refuseCode() {
  return (tree: unknown) =>
    walk(tree as MdNode, (node) => {
      if (isCode(node) || node.attributes?.some((attribute) => attribute.value instanceof Object)) {
        throw new Error(`JavaScript is not allowed in content (line ${node.position?.start.line})`);
      }
    });
}
