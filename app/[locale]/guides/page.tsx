import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { GuideList } from "@/components/guide/guide-list";
import { PageShell } from "@/components/layout/page-shell";
import { PageTitle } from "@/components/layout/page-title";
import { getGuides } from "@/lib/guides/queries";
import { byTopicCounts } from "@/lib/guides/rules";
import { shareable } from "@/lib/i18n/alternates";
import { isLocale } from "@/lib/i18n/routing";

export const dynamic = "force-static";

export async function generateMetadata({ params }: PageProps<"/[locale]/guides">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations({ locale, namespace: "guides" });
  return shareable(locale, "/guides", { title: t("title"), description: t("lead") });
}

export default async function GuidesPage({ params }: PageProps<"/[locale]/guides">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations("guides");
  const topics = await getTranslations("guide.topics");
  const guides = getGuides(locale);
  return (
    <PageShell locale={locale} path="/guides">
      <PageTitle title={t("title")} lead={t("lead")} />
      <div className="wrap grid gap-8">
        {byTopicCounts(guides).map(({ topic }) => (
          <section key={topic} className="grid gap-x-10 gap-y-3 lg:grid-cols-[13rem_minmax(0,1fr)]">
            <h2>
              <a
                href={`/${locale}/topics/${topic}`}
                className="inline-flex min-h-11 items-center no-underline hover:underline"
              >
                {topics(topic)}
              </a>
            </h2>
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
