import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GuideArticle } from "@/components/guide/guide-article";
import { PageFeedback } from "@/components/layout/page-feedback";
import { PageShell } from "@/components/layout/page-shell";
import { PortalScript } from "@/components/layout/portal-script";
import { getChecksOfGuides } from "@/lib/checks/queries";
import { getGuideSlugs, getGuideSummary } from "@/lib/guides/queries";
import { shareable } from "@/lib/i18n/alternates";
import { isLocale, locales } from "@/lib/i18n/routing";
import { portalScript } from "@/lib/platform/site";
import { getServicesOfGuide } from "@/lib/services/queries";

export const dynamicParams = false;

// All pairs at once: a nested list that is empty for one language prerenders nothing at all (next.js#95166).
export function generateStaticParams() {
  return locales.flatMap((locale) => getGuideSlugs().map((slug) => ({ locale, slug })));
}

export async function generateMetadata({ params }: PageProps<"/[locale]/guides/[slug]">): Promise<Metadata> {
  const { locale, slug } = await params;
  const guide = isLocale(locale) ? getGuideSummary(slug, locale) : null;
  if (!isLocale(locale) || !guide) notFound();
  const { title, description } = guide;
  return shareable(locale, `/guides/${slug}`, { title, description, type: "article" });
}

export default async function GuidePage({ params }: PageProps<"/[locale]/guides/[slug]">) {
  const { locale, slug } = await params;
  if (!isLocale(locale) || !getGuideSummary(slug, locale)) notFound();
  const beside = { services: getServicesOfGuide(slug, locale), checks: getChecksOfGuides([slug], locale) };
  return (
    <PageShell locale={locale} path={`/guides/${slug}`}>
      <div className="wrap">
        <GuideArticle locale={locale} slug={slug} {...beside} />
        <PageFeedback locale={locale} path={`/guides/${slug}`} />
      </div>
      <PortalScript src={portalScript()} />
    </PageShell>
  );
}
