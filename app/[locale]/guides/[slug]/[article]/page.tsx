import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleOfLaw } from "@/components/guide/article-of-law";
import { PageFeedback } from "@/components/layout/page-feedback";
import { PageShell } from "@/components/layout/page-shell";
import { PortalScript } from "@/components/layout/portal-script";
import { getArticlePage, getArticlePaths, getArticleTitle } from "@/lib/guides/articles/queries";
import { articlePath } from "@/lib/guides/articles/rules";
import { shareable } from "@/lib/i18n/alternates";
import { isLocale, locales } from "@/lib/i18n/routing";
import { portalScript } from "@/lib/platform/site";

type Props = PageProps<"/[locale]/guides/[slug]/[article]">;

export const dynamicParams = false;

export function generateStaticParams() {
  return locales.flatMap((locale) =>
    getArticlePaths().map(({ slug, article }) => ({ locale, slug, article })),
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, article } = await params;
  const found = isLocale(locale) ? getArticleTitle(slug, article, locale) : null;
  if (!isLocale(locale) || !found) notFound();
  const { title, guide } = found;
  return shareable(locale, articlePath(slug, article), { title, description: guide, type: "article" });
}

/** One article of a law that a guide tells. */
export default async function ArticlePage({ params }: Props) {
  const { locale, slug, article } = await params;
  const found = isLocale(locale) ? await getArticlePage(slug, article, locale) : null;
  if (!isLocale(locale) || !found) notFound();
  return (
    <PageShell locale={locale} path={found.article.path}>
      <div className="wrap">
        <ArticleOfLaw {...found} />
        <PageFeedback locale={locale} path={found.article.path} />
      </div>
      <PortalScript src={portalScript()} />
    </PageShell>
  );
}
