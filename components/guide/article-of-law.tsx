import { useTranslations } from "next-intl";
import { Crumbs } from "@/components/ui/crumbs";
import { PrintButton } from "@/components/ui/print-button";
import type { Article } from "@/lib/guides/articles/types";
import { guideHref } from "@/lib/guides/mdx/links";
import type { GuidePage } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";
import { Folded } from "./folded";
import { guideMdxComponents } from "./mdx-components";
import { ReadingTools } from "./reading-tools";
import { StaleBadge } from "./section-heading";
import { TermList } from "./term-list";
import { TrustLine } from "./trust-line";

type Props = { page: GuidePage; article: Article; previous: Article | null; next: Article | null };

/** One article of a law by itself, to read, to share and to print, with the way to the ones around it. */
export function ArticleOfLaw({ page, article, previous, next }: Props) {
  const t = useTranslations("guide.articles");
  const guides = useTranslations("guide");
  const { Content, locale, slug, topic } = page;
  const stale = page.sections.find((section) => section.id === article.id && section.stale);
  const above = [
    { name: guides("guides"), href: `/${locale}/guides` },
    { name: guides(`topics.${topic}`), href: `/${locale}/topics/${topic}` },
    { name: page.title, href: guideHref(locale, slug, article.id) },
  ];
  return (
    <article className="grid max-w-[42rem] grid-cols-[minmax(0,1fr)] gap-5 pb-8">
      <div className="-mb-4 pt-3">
        <Crumbs label={guides("crumbs")} pages={above} />
      </div>
      <h1>{article.title}</h1>
      <p className="text-soft">
        {t("summary")} {t(`states.${article.state}`)}
      </p>
      <ReadingTools locale={locale} path={article.path} />
      {stale && !stale.german ? <StaleBadge href={guideHref("de", slug, article.id)} /> : null}
      <div className="prose">
        <Content components={guideMdxComponents(page)} />
      </div>
      <TermList terms={page.usedTerms} locale={locale} />
      <TrustLine page={page} />
      <p className="print:hidden">
        <PrintButton label={t("print")} />
      </p>
      <nav
        aria-label={t("around")}
        className="grid gap-3 border-t border-line pt-4 sm:grid-cols-2 print:hidden"
      >
        <Neighbour label={t("previous")} article={previous} locale={locale} />
        <Neighbour label={t("next")} article={next} locale={locale} />
      </nav>
      <AllArticles locale={locale} articles={page.articles} current={article.id} />
    </article>
  );
}

function Neighbour({ label, article, locale }: { label: string; article: Article | null; locale: Locale }) {
  if (!article) return <span className="max-sm:hidden" />;
  return (
    <a
      href={`/${locale}${article.path}`}
      className="min-h-11 rounded-card border border-line bg-card px-4 py-3"
    >
      <span className="block text-sm text-soft">{label}</span>
      {article.title}
    </a>
  );
}

function AllArticles({
  locale,
  articles,
  current,
}: {
  locale: Locale;
  articles: Article[];
  current: string;
}) {
  const t = useTranslations("guide.articles");
  return (
    <div className="print:hidden">
      <Folded summary={t("all")}>
        <ul>
          {articles.map(({ id, title, path }) => (
            <li key={id}>
              <a
                href={`/${locale}${path}`}
                aria-current={id === current ? "page" : undefined}
                className="inline-flex min-h-11 items-center"
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      </Folded>
    </div>
  );
}
