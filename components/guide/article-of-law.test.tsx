import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { getArticlePage, getArticlePaths } from "@/lib/guides/articles/queries";
import { type Locale, locales } from "@/lib/i18n/routing";
import ar from "@/messages/ar.json";
import de from "@/messages/de.json";
import en from "@/messages/en.json";
import { ArticleOfLaw } from "./article-of-law";

const messages = { ar, de, en };

async function render(slug: string, article: string, locale: Locale) {
  const found = await getArticlePage(slug, article, locale);
  if (!found) throw new Error(`no article ${article}`);
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="Europe/Berlin">
      <ArticleOfLaw {...found} />
    </NextIntlClientProvider>,
  );
}

const articles = getArticlePaths();

describe("the articles of Egypt's asylum law", () => {
  it("are the introduction and every article from the first to the last, without a gap", () => {
    const law = articles.filter(({ slug }) => slug === "egypt-asylum-law-164-2024");
    const numbers = Array.from({ length: 39 }, (_, index) => `article-${index + 1}`);
    expect(law.map(({ article }) => article)).toEqual(["introduction", ...numbers]);
  });

  it.each(locales)("have a page each that says what it is and leads to the next (%s)", async (locale) => {
    for (const [index, { slug, article }] of articles.entries()) {
      const html = await render(slug, article, locale);
      expect(html.match(/<h1>/g)).toHaveLength(1);
      expect(html).not.toMatch(/<h2| style=|<script|undefined|MISSING_MESSAGE/);
      expect(html).toContain(messages[locale].guide.articles.summary);
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
      for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
      const [, around = ""] = /<nav aria-label="[^"]*" class="grid gap-3([\s\S]*?)<\/nav>/.exec(html) ?? [];
      const beside = [articles[index - 1], articles[index + 1]].flatMap((one) => one?.path ?? []);
      expect([...around.matchAll(/href="([^"]+)"/g)].map((match) => match[1])).toEqual(
        beside.map((path) => `/${locale}${path}`),
      );
    }
  });

  it("say no more than is known of them", async () => {
    const { confirmed, partly, unverified } = de.guide.articles.states;
    const shown = async (article: string) => render("egypt-asylum-law-164-2024", article, "de");
    expect(await shown("article-31")).toContain(confirmed);
    expect(await shown("article-7")).toContain(partly);
    expect(await shown("article-14")).toContain(unverified);
  });

  it("cite themselves, and count their own figures only", async () => {
    const of = async (article: string) =>
      (await getArticlePage("egypt-asylum-law-164-2024", article, "ar"))?.page.trust;
    expect((await of("article-26"))?.law.cite).toBe("Art. 26 Gesetz 164/2024");
    expect((await of("introduction"))?.law.cite).toBe("Gesetz 164/2024");
    expect(await of("article-26")).toMatchObject({ factsCheckedAt: null, unconfirmed: 0 });
    expect((await of("article-39"))?.unconfirmed).toBe(2);
  });

  it("are none of another guide", async () => {
    expect(await getArticlePage("blue-passport", "overview", "de")).toBeNull();
    expect(await getArticlePage("egypt-asylum-law-164-2024", "overview", "de")).toBeNull();
  });
});
