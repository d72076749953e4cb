import { useTranslations } from "next-intl";
import { CheckLinks } from "@/components/checks/check-links";
import { Crumbs } from "@/components/ui/crumbs";
import { stacked } from "@/components/ui/stacked";
import type { CheckSummary } from "@/lib/checks/types";
import { pdfHref } from "@/lib/guides/mdx/links";
import { getGuidePage } from "@/lib/guides/queries";
import type { GuidePage } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";
import type { ServiceLinks as Links } from "@/lib/services/types";
import { BookThis } from "./book-this";
import { Brief } from "./brief";
import { guideMdxComponents } from "./mdx-components";
import { ReadingTools } from "./reading-tools";
import { Related } from "./related";
import { ServiceLinks } from "./service-links";
import { FoldedContents, TableOfContents } from "./table-of-contents";
import { TermList } from "./term-list";
import { TrustLine } from "./trust-line";

type Beside = { services: Links[]; checks: CheckSummary[] };
type GuideProps = { locale: Locale; slug: string } & Beside;

/** A guide as a whole. The page has asked before whether it exists (`getGuideSummary`). */
export async function GuideArticle({ locale, slug, ...beside }: GuideProps) {
  const page = await getGuidePage(slug, locale);
  return page ? <Article page={page} {...beside} /> : null;
}

/** The same from a guide that was looked up already. */
export function Article({ page, services, checks }: { page: GuidePage } & Beside) {
  const { Content, locale, sections } = page;
  return (
    <div className={`${stacked} gap-8 pb-12 lg:grid-cols-[minmax(0,1fr)_17rem] lg:gap-x-16`}>
      <article className={`${stacked} max-w-[42rem] gap-5`}>
        <Head page={page} />
        <CheckLinks checks={checks} locale={locale} />
        <div className="grid gap-5 lg:hidden print:hidden">
          {page.book ? <BookThis book={page.book} locale={locale} /> : null}
          <FoldedContents sections={sections} />
        </div>
        <div className="prose">
          <Content components={guideMdxComponents(page)} />
        </div>
        <TermList terms={page.usedTerms} locale={locale} />
        <ServiceLinks services={services} />
        <Related guides={page.related} locale={locale} />
      </article>
      <aside className="hidden lg:block print:hidden">
        <div className="sticky top-24 grid max-h-[calc(100vh-7rem)] gap-6 overflow-y-auto fade-end pb-8">
          {page.book ? <BookThis book={page.book} locale={locale} /> : null}
          <TableOfContents sections={sections} />
        </div>
      </aside>
    </div>
  );
}

function Head({ page }: { page: GuidePage }) {
  const t = useTranslations("guide");
  const { locale, topic } = page;
  const above = [
    { name: t("guides"), href: `/${locale}/guides` },
    { name: t(`topics.${topic}`), href: `/${locale}/topics/${topic}` },
  ];
  return (
    <>
      <div className="-mb-4 pt-3">
        <Crumbs label={t("crumbs")} pages={above} />
      </div>
      <h1>{page.title}</h1>
      <p className="text-[1.14em] text-soft">{page.description}</p>
      <p className="text-sm text-soft">
        {t("minutes", { minutes: page.minutes, number: page.minutes })}{" "}
        <a href={pdfHref(locale, page.slug)} className="no-print ms-4 inline-flex min-h-11 items-center">
          {t("pdf.link")} (<bdi dir="ltr">PDF</bdi>)
        </a>
      </p>
      <Brief page={page} />
      <ReadingTools locale={locale} path={`/guides/${page.slug}`} />
      <TrustLine page={page} />
    </>
  );
}
