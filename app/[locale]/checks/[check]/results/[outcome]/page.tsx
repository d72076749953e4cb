import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OutcomeArticle } from "@/components/checks/outcome-article";
import { PageShell } from "@/components/layout/page-shell";
import { PortalScript } from "@/components/layout/portal-script";
import { Crumbs } from "@/components/ui/crumbs";
import { getCheckPlaces, getOutcomePage } from "@/lib/checks/queries";
import { shareable } from "@/lib/i18n/alternates";
import { isLocale, locales } from "@/lib/i18n/routing";
import { portalScript, siteAddress } from "@/lib/platform/site";

type Props = PageProps<"/[locale]/checks/[check]/results/[outcome]">;

export const dynamicParams = false;

export function generateStaticParams() {
  const all = getCheckPlaces().flatMap(({ check, outcomes }) =>
    outcomes.map((outcome) => ({ check, outcome })),
  );
  return locales.flatMap((locale) => all.map((place) => ({ locale, ...place })));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, check, outcome } = await params;
  const page = isLocale(locale) ? await getOutcomePage(check, locale, outcome) : null;
  if (!isLocale(locale) || !page) notFound();
  const title = `${page.headingText} · ${page.title}`;
  return shareable(locale, `/checks/${check}/results/${outcome}`, { title });
}

/** Where answers lead. The page has an address of its own, which says nothing of the answers. */
export default async function ResultPage({ params }: Props) {
  const { locale, check, outcome } = await params;
  const page = isLocale(locale) ? await getOutcomePage(check, locale, outcome) : null;
  if (!isLocale(locale) || !page) notFound();
  const t = await getTranslations("checks");
  const layout = await getTranslations("layout");
  const path = `/checks/${check}/results/${outcome}`;
  const above = [
    { name: t("title"), href: `/${locale}/checks` },
    { name: page.title, href: `/${locale}/checks/${check}` },
  ];
  return (
    <PageShell locale={locale} path={path}>
      <div className="wrap grid gap-4 pt-3">
        <Crumbs label={layout("crumbs")} pages={above} />
        <OutcomeArticle page={page} address={`${siteAddress()}/${locale}${path}`} />
      </div>
      <PortalScript src={portalScript()} />
    </PageShell>
  );
}
