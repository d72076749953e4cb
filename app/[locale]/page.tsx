import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CheckSection } from "@/components/checks/check-links";
import { HomeHero, TaskList, TopicList } from "@/components/layout/home";
import { PageShell } from "@/components/layout/page-shell";
import { Releases } from "@/components/office/releases";
import { getChecks } from "@/lib/checks/queries";
import { getGuides } from "@/lib/guides/queries";
import { shareable } from "@/lib/i18n/alternates";
import { isLocale } from "@/lib/i18n/routing";
import { getOffices } from "@/lib/offices/queries";

export const dynamic = "force-static";

export async function generateMetadata({ params }: PageProps<"/[locale]">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations({ locale, namespace: "home" });
  return { ...shareable(locale, "", { description: t("lead") }), manifest: `/${locale}/app.webmanifest` };
}

export default async function HomePage({ params }: PageProps<"/[locale]">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const offices = getOffices();
  return (
    <PageShell locale={locale} path="" withSearch={false}>
      <HomeHero locale={locale} />
      <div className="wrap">
        <TaskList locale={locale} offices={offices} />
        <Releases locale={locale} offices={offices} />
        <CheckSection checks={getChecks(locale)} locale={locale} />
        <TopicList locale={locale} guides={getGuides(locale)} />
      </div>
    </PageShell>
  );
}
