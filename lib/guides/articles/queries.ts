import "server-only";
import { getContent } from "@/lib/guides/content/queries";
import { parseCitation } from "@/lib/guides/laws/rules";
import type { Citation } from "@/lib/guides/laws/types";
import { compiledPage, completeGuides, getGuideParts } from "@/lib/guides/queries";
import { referredBy } from "@/lib/guides/references/rules";
import { germanSection } from "@/lib/guides/shown/rules";
import { trustOf } from "@/lib/guides/trust/rules";
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
  const parts = getGuideParts(slug, locale);
  const article = parts?.articles.find((one) => one.id === id);
  const section = completeGuides()
    .find((guide) => guide.slug === slug)
    ?.[locale].outline.sections.find((one) => one.id === id);
  if (!parts || !article || !section) return null;
  const facts = new Set(section.components.flatMap((use) => referredBy(use).facts));
  const german = parts.german[id];
  const body = german ? `<${germanSection} id="${id}"/>` : withoutHeading(section.source);
  const terms = new Set(section.components.flatMap((use) => referredBy(use).terms));
  return {
    page: await compiledPage({
      ...parts,
      body,
      german: german ? { [id]: german } : {},
      trust: {
        ...trustOf(
          Object.values(parts.references.facts).filter((fact) => facts.has(fact.id)),
          citationOf(id, parts.trust.law),
          null,
          [],
        ),
        translation: parts.trust.translation && { ...parts.trust.translation, staleSections: [] },
      },
      usedTerms: parts.usedTerms.filter((term) => terms.has(term.id)),
    }),
    article,
    ...neighbours(parts.articles, id),
  };
}

/** The article itself as the law cites it; what comes before the first article has no number, and the law is named. */
function citationOf(id: string, law: Citation): Citation {
  const [, number] = /^article-(\d+)$/.exec(id) ?? [];
  const parsed = number ? parseCitation(`Art. ${number} ${law.statute}`, getContent().shelf.laws) : null;
  return parsed?.ok ? parsed.citation : { ...law, cite: law.statute };
}
