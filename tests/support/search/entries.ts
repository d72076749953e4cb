import { inEach } from "@/lib/search/rules";
import type { SearchEntry } from "@/lib/search/types";

/** An entry in whose text one word stands, the same in every language. */
export function entryWith(slug: string, word: string): SearchEntry {
  return {
    key: `guide:${slug}`,
    kind: "guide",
    slug,
    page: `guide:${slug}`,
    texts: inEach((locale) => ({
      title: `٭ ${slug}`,
      heading: "",
      body: `1 2 3 ${word} 4 5 6`,
      url: `/${locale}/guides/${slug}`,
    })),
  };
}
