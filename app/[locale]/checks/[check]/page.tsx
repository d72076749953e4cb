import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { QuestionForm } from "@/components/checks/question-form";
import { TrustLine } from "@/components/guide/trust-line";
import { PageShell } from "@/components/layout/page-shell";
import { PageTitle } from "@/components/layout/page-title";
import { PortalScript } from "@/components/layout/portal-script";
import { Crumbs } from "@/components/ui/crumbs";
import { getCheckPlaces, getCheckSummary, getQuestionPage } from "@/lib/checks/queries";
import { shareable } from "@/lib/i18n/alternates";
import { isLocale, locales } from "@/lib/i18n/routing";
import { portalScript } from "@/lib/platform/site";

type Props = PageProps<"/[locale]/checks/[check]">;

export const dynamicParams = false;

export function generateStaticParams() {
  return locales.flatMap((locale) => getCheckPlaces().map(({ check }) => ({ locale, check })));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, check: slug } = await params;
  const check = isLocale(locale) ? getCheckSummary(slug, locale) : null;
  if (!isLocale(locale) || !check) notFound();
  const { title, description } = check;
  return shareable(locale, `/checks/${slug}`, { title, description });
}

/** The beginning of a check: what it is about, and the first question. */
export default async function CheckPage({ params }: Props) {
  const { locale, check: slug } = await params;
  const page = isLocale(locale) ? await getQuestionPage(slug, locale) : null;
  if (!isLocale(locale) || !page) notFound();
  const t = await getTranslations("checks");
  const layout = await getTranslations("layout");
  const above = <Crumbs label={layout("crumbs")} pages={[{ name: t("title"), href: `/${locale}/checks` }]} />;
  return (
    <PageShell locale={locale} path={`/checks/${slug}`}>
      <PageTitle title={page.title} lead={page.description} above={above} />
      <div className="wrap grid gap-8">
        <TrustLine page={page} />
        <QuestionForm page={page} />
      </div>
      <PortalScript src={portalScript()} />
    </PageShell>
  );
}
