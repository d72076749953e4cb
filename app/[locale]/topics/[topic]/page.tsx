import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CheckLinks } from "@/components/checks/check-links";
import { GuideList } from "@/components/guide/guide-list";
import { PageShell } from "@/components/layout/page-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Crumbs } from "@/components/ui/crumbs";
import { getChecksOfGuides } from "@/lib/checks/queries";
import { getGuides, getGuidesByTopic } from "@/lib/guides/queries";
import { byTopicCounts, isTopic } from "@/lib/guides/rules";
import { shareable } from "@/lib/i18n/alternates";
import { isLocale, locales } from "@/lib/i18n/routing";

export const dynamicParams = false;

// All pairs at once: a nested list that is empty for one language prerenders nothing at all (next.js#95166).
export function generateStaticParams() {
  return locales.flatMap((locale) =>
    byTopicCounts(getGuides(locale)).map(({ topic }) => ({ locale, topic })),
  );
}

export async function generateMetadata({ params }: PageProps<"/[locale]/topics/[topic]">): Promise<Metadata> {
  const { locale, topic } = await params;
  if (!isLocale(locale) || !isTopic(topic)) notFound();
  const t = await getTranslations({ locale, namespace: "guide.topics" });
  return shareable(locale, `/topics/${topic}`, { title: t(topic) });
}

export default async function TopicPage({ params }: PageProps<"/[locale]/topics/[topic]">) {
  const { locale, topic } = await params;
  if (!isLocale(locale) || !isTopic(topic)) notFound();
  const t = await getTranslations("guide.topics");
  const listed = getGuidesByTopic(topic, locale);
  const checks = getChecksOfGuides(
    listed.map((guide) => guide.slug),
    locale,
  );
  const guides = await getTranslations("guides");
  const crumbs = await getTranslations("layout");
  return (
    <PageShell locale={locale} path={`/topics/${topic}`}>
      <PageTitle
        title={t(topic)}
        lead={guides("lead")}
        above={
          <Crumbs label={crumbs("crumbs")} pages={[{ name: guides("title"), href: `/${locale}/guides` }]} />
        }
      />
      <div className="wrap">
        <GuideList guides={listed} locale={locale} />
        <div className="mt-8 empty:hidden">
          <CheckLinks checks={checks} locale={locale} />
        </div>
        <p className="mt-8">
          <a href={`/${locale}/guides`} className="inline-flex min-h-11 items-center">
            {guides("all")}
          </a>
        </p>
      </div>
    </PageShell>
  );
}
