import { escaped } from "@/lib/i18n/markup";

/** The address of the page about no guide yet, after the language. Its links are those of a guide of that name. */
export const laterPath = "/guides/later";

/** The page that asks to come again for the PDF of a guide; `shell` is that page about no guide. */
export function laterAbout(shell: string, slug: string, title: string): string {
  return (
    shell
      .replaceAll(new RegExp(`${laterPath}(?=["/])`, "g"), `/guides/${slug}`)
      // A function, since a "$" in a title would mean something in a replacement.
      .replace(/(<[a-z]+\b[^>]*\bdata-slot="guide"[^>]*>)[^<]*/, (_, start: string) => start + escaped(title))
  );
}
