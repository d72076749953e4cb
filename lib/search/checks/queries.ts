import "server-only";
import { shownIn } from "@/lib/checks/translations/queries";
import type { CheckSource } from "@/lib/checks/types";
import { plainText } from "@/lib/checks/words/queries";
import { getContent } from "@/lib/guides/content/queries";
import { checkHref } from "@/lib/guides/mdx/links";
import type { Locale } from "@/lib/i18n/routing";
import { inEach } from "@/lib/search/rules";
import type { SearchEntry } from "@/lib/search/types";

/** Every check, by what it is about and asks. Its outcomes hold for some people only and are not found by themselves. */
export function checkEntries(): SearchEntry[] {
  return getContent().checks.map((source): SearchEntry => {
    const { slug, tree } = source;
    const page = `check:${slug}`;
    const texts = inEach((locale) => ({
      title: tree.title[locale],
      heading: "",
      body: [tree.description[locale], ...questionsOf(source, locale)].join(" "),
      about: tree.description[locale],
      keywords: tree.keywords[locale].join(", "),
      url: checkHref(locale, slug),
    }));
    return { key: page, kind: "check", slug, page, texts };
  });
}

/** What it asks on the pages of a language: in German where the law has overtaken the translation. */
function questionsOf(source: CheckSource, locale: Locale): string[] {
  return source.tree.questions.map(({ id, ask }) => {
    const { words } = shownIn(source, id, locale);
    return plainText(ask[words], words);
  });
}
