import "server-only";
import { compileMdx } from "@/lib/guides/mdx/compile";
import { completeGuides, getGuidePage } from "@/lib/guides/queries";
import { referredBy } from "@/lib/guides/references/rules";
import { germanSection } from "@/lib/guides/shown/rules";
import type { GuidePage } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";
import { articlesOf, neighbours, withoutHeading } from "./rules";
import type { Article } from "./types";

/** An article on a page of its own: the guide with nothing but its text, and the articles around it. */
export interface ArticlePage {
  page: GuidePage;
  article: Article;
  previous: Article | null;
  next: Article | null;
}

/** Every article there is, by its guide. */
export function getArticlePaths(): { slug: string; article: string; path: string }[] {
  return completeGuides().flatMap(({ slug, de }) =>
    articlesOf(slug, de.frontMatter.articles, de.outline.sections).map(({ id, path }) => ({
      slug,
      article: id,
      path,
    })),
  );
}

/** The title of an article and of its guide, or null when there is no such article. */
export function getArticleTitle(
  slug: string,
  id: string,
  locale: Locale,
): { title: string; guide: string } | null {
  const guide = completeGuides().find((one) => one.slug === slug);
  if (!guide) return null;
  const { outline, frontMatter } = guide[locale];
  const article = articlesOf(slug, guide.de.frontMatter.articles, outline.sections).find(
    (one) => one.id === id,
  );
  return article ? { title: article.title, guide: frontMatter.title } : null;
}

/** Everything that the page of an article shows, or null when there is none. */
export async function getArticlePage(slug: string, id: string, locale: Locale): Promise<ArticlePage | null> {
  const page = await getGuidePage(slug, locale);
  const article = page?.articles.find((one) => one.id === id);
  const section = completeGuides()
    .find((guide) => guide.slug === slug)
    ?.[locale].outline.sections.find((one) => one.id === id);
  if (!page || !article || !section) return null;
  const isGerman = id in page.germanSections;
  const body = isGerman ? `<${germanSection} id="${id}"/>` : withoutHeading(section.source);
  const terms = new Set(section.components.flatMap((use) => referredBy(use).terms));
  return {
    page: {
      ...page,
      Content: await compileMdx(body, locale),
      usedTerms: page.usedTerms.filter((term) => terms.has(term.id)),
    },
    article,
    ...neighbours(page.articles, id),
  };
}
