import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageShell } from "@/components/layout/page-shell";
import { PageTitle } from "@/components/layout/page-title";
import { PortalScript } from "@/components/layout/portal-script";
import { Checklist } from "@/components/office/checklist";
import { Crumbs } from "@/components/ui/crumbs";
import { getDocuments } from "@/lib/guides/documents/queries";
import { shareable } from "@/lib/i18n/alternates";
import { isLocale, locales } from "@/lib/i18n/routing";
import { findConcern, getOffice, getOffices } from "@/lib/offices/queries";
import { portalScript } from "@/lib/platform/site";

type Props = PageProps<"/[locale]/offices/[office]/checklist/[concern]">;

export const dynamicParams = false;

export function generateStaticParams() {
  const concerns = getOffices().flatMap(({ slug, departments }) =>
    departments.flatMap((department) =>
      department.concerns.map((concern) => ({ office: slug, concern: concern.slug })),
    ),
  );
  return locales.flatMap((locale) => concerns.map((concern) => ({ locale, ...concern })));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, office: slug, concern: name } = await params;
  const office = getOffice(slug);
  const found = office && findConcern(office, name);
  if (!isLocale(locale) || !found) notFound();
  const t = await getTranslations({ locale, namespace: "checklist" });
  const title = t("title", { concern: found.concern.name[locale] });
  return shareable(locale, `/offices/${slug}/checklist/${name}`, { title });
}

/** What to bring for a concern: to tick off, to print, to take along. */
export default async function ChecklistPage({ params }: Props) {
  const { locale, office: slug, concern: name } = await params;
  const office = getOffice(slug);
  const found = office && findConcern(office, name);
  if (!isLocale(locale) || !office || !found) notFound();
  const t = await getTranslations("checklist");
  const layout = await getTranslations("layout");
  const page = `/${locale}/offices/${slug}`;
  return (
    <PageShell locale={locale} path={`/offices/${slug}/checklist/${name}`}>
      <PageTitle
        title={t("title", { concern: found.concern.name[locale] })}
        lead={t("lead")}
        above={<Crumbs label={layout("crumbs")} pages={[{ name: office.name[locale], href: page }]} />}
      />
      <div className="wrap">
        <Checklist
          locale={locale}
          office={office}
          {...found}
          documents={getDocuments(found.concern.documents)}
        />
      </div>
      <PortalScript src={portalScript()} />
    </PageShell>
  );
}
