import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkedData } from "@/components/layout/linked-data";
import { PageShell } from "@/components/layout/page-shell";
import { PortalScript } from "@/components/layout/portal-script";
import { ServiceArticle } from "@/components/service/service-article";
import { shareable } from "@/lib/i18n/alternates";
import { isLocale, locales } from "@/lib/i18n/routing";
import { getOffice } from "@/lib/offices/queries";
import { portalScript, siteAddress } from "@/lib/platform/site";
import { getServicePage } from "@/lib/services/page/queries";
import { getServicePaths, getServiceSummary } from "@/lib/services/queries";
import { governmentService } from "@/lib/services/structured/rules";

type Props = PageProps<"/[locale]/offices/[office]/services/[service]">;

export const dynamicParams = false;

export function generateStaticParams() {
  return locales.flatMap((locale) => getServicePaths().map((path) => ({ locale, ...path })));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, office: slug, service } = await params;
  const office = getOffice(slug);
  const found = isLocale(locale) ? getServiceSummary(service, slug, locale) : null;
  if (!isLocale(locale) || !office || !found) notFound();
  const title = `${found.title} · ${office.city[locale]}`;
  return shareable(locale, `/offices/${slug}/services/${service}`, { title, description: found.description });
}

/** The official description of a service at an office. */
export default async function ServicePage({ params }: Props) {
  const { locale, office: slug, service } = await params;
  const office = getOffice(slug);
  const page = isLocale(locale) ? await getServicePage(slug, service, locale) : null;
  if (!isLocale(locale) || !office || !page) notFound();
  return (
    <PageShell locale={locale} path={`/offices/${slug}/services/${service}`}>
      <div className="wrap">
        <ServiceArticle page={page} office={office} />
      </div>
      <LinkedData data={governmentService(page, office, siteAddress())} />
      <PortalScript src={portalScript()} />
    </PageShell>
  );
}
