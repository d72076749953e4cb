import "server-only";
import { getContent } from "@/lib/guides/content/queries";
import { termHref } from "@/lib/guides/mdx/links";
import { inEach } from "@/lib/search/rules";
import { termName } from "@/lib/search/texts/queries";
import type { SearchEntry } from "@/lib/search/types";

/** Every official term, which leads to its place in the glossary. */
export function termEntries(): SearchEntry[] {
  return [...getContent().shelf.terms.values()].map((term): SearchEntry => {
    const page = `term:${term.id}`;
    const texts = inEach((locale) => ({
      title: termName(term, locale),
      heading: "",
      body: term.explain[locale],
      keywords: (term.forms[locale] ?? []).join(", "),
      url: termHref(locale, term.id),
    }));
    return { key: page, kind: "term", slug: term.id, page, texts };
  });
}
