import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { QuestionForm } from "@/components/checks/question-form";
import { PageShell } from "@/components/layout/page-shell";
import { PortalScript } from "@/components/layout/portal-script";
import { Crumbs } from "@/components/ui/crumbs";
import { getCheckPlaces, getQuestionPage } from "@/lib/checks/queries";
import { isLocale, locales } from "@/lib/i18n/routing";
import { portalScript } from "@/lib/platform/site";

type Props = PageProps<"/[locale]/checks/[check]/questions/[question]">;

export const dynamicParams = false;

export function generateStaticParams() {
  const later = getCheckPlaces().flatMap(({ check, start, questions }) =>
    questions.filter((question) => question !== start).map((question) => ({ check, question })),
  );
  return locales.flatMap((locale) => later.map((place) => ({ locale, ...place })));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, check, question } = await params;
  const page = isLocale(locale) ? await getQuestionPage(check, locale, question) : null;
  if (!page) notFound();
  return { title: `${page.askText} · ${page.title}`, robots: { index: false } };
}

/** A later question as it is before anything is filled in (`answers/route.ts`); nobody opens it by its own address. */
export default async function LaterQuestionPage({ params }: Props) {
  const { locale, check, question } = await params;
  const page = isLocale(locale) ? await getQuestionPage(check, locale, question) : null;
  if (!isLocale(locale) || !page) notFound();
  const t = await getTranslations("checks");
  const layout = await getTranslations("layout");
  const above = [
    { name: t("title"), href: `/${locale}/checks` },
    { name: page.title, href: `/${locale}/checks/${check}` },
  ];
  return (
    <PageShell locale={locale} path={`/checks/${check}`}>
      <div className="wrap grid gap-4 pt-3">
        <Crumbs label={layout("crumbs")} pages={above} />
        <QuestionForm page={page} />
      </div>
      <PortalScript src={portalScript()} />
    </PageShell>
  );
}
