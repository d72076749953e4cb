import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageShell } from "@/components/layout/page-shell";
import { PortalScript } from "@/components/layout/portal-script";
import { SearchPage } from "@/components/layout/search-page";
import { getGuides } from "@/lib/guides/queries";
import { byTopicCounts } from "@/lib/guides/rules";
import { alternates } from "@/lib/i18n/alternates";
import { isLocale } from "@/lib/i18n/routing";
import { getOffices } from "@/lib/offices/queries";
import { searchScript } from "@/lib/platform/site";

export const dynamic = "force-static";

export async function generateMetadata({ params }: PageProps<"/[locale]/search">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations({ locale, namespace: "search" });
  return { title: t("title"), robots: { index: false }, alternates: alternates(locale, "/search") };
}

/** The page as it is before anything is asked; `results/route.ts` fills it in. */
export default async function Search({ params }: PageProps<"/[locale]/search">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const topics = byTopicCounts(getGuides(locale)).map(({ topic }) => topic);
  return (
    <PageShell locale={locale} path="/search" withSearch={false}>
      <SearchPage locale={locale} topics={topics} offices={getOffices()} />
      <PortalScript src={searchScript()} />
    </PageShell>
  );
}
