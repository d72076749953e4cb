import "server-only";
import { plainText } from "@/lib/checks/words/queries";
import { getContent } from "@/lib/guides/content/queries";
import { checkHref } from "@/lib/guides/mdx/links";
import { inEach } from "@/lib/search/rules";
import type { SearchEntry } from "@/lib/search/types";

/** Every check, by what it is about and asks. Its outcomes hold for some people only and are not found by themselves. */
export function checkEntries(): SearchEntry[] {
  return getContent().checks.map(({ slug, tree }): SearchEntry => {
    const page = `check:${slug}`;
    const texts = inEach((locale) => ({
      title: tree.title[locale],
      heading: "",
      body: [tree.description, ...tree.questions.map(({ ask }) => ask)]
        .map((text) => plainText(text[locale], locale))
        .join(" "),
      about: tree.description[locale],
      keywords: tree.keywords[locale].join(", "),
      url: checkHref(locale, slug),
    }));
    return { key: page, kind: "check", slug, page, texts };
  });
}
