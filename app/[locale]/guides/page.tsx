import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { GuideList } from "@/components/guide/guide-list";
import { PageShell } from "@/components/layout/page-shell";
import { getGuides } from "@/lib/guides/queries";
import { byTopicCounts } from "@/lib/guides/rules";
import { alternates } from "@/lib/i18n/alternates";
import { isLocale } from "@/lib/i18n/routing";

export const dynamic = "force-static";

export async function generateMetadata({ params }: PageProps<"/[locale]/guides">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations({ locale, namespace: "guides" });
  return { title: t("title"), description: t("lead"), alternates: alternates(locale, "/guides") };
}

export default async function GuidesPage({ params }: PageProps<"/[locale]/guides">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations("guides");
  const topics = await getTranslations("guide.topics");
  const guides = getGuides(locale);
  return (
    <PageShell locale={locale} path="/guides">
      <div className="wrap py-8">
        <h1>{t("title")}</h1>
        <p className="mt-2 max-w-[42rem] text-soft">{t("lead")}</p>
        {byTopicCounts(guides).map(({ topic }) => (
          <section key={topic} className="mt-8">
            <h2>{topics(topic)}</h2>
            <GuideList
              guides={guides.filter((guide) => guide.topic === topic)}
              locale={locale}
              headings="h3"
            />
          </section>
        ))}
      </div>
    </PageShell>
  );
}
