import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OfficeText } from "@/components/guide/office-text";
import { PageFeedback } from "@/components/layout/page-feedback";
import { PageShell } from "@/components/layout/page-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ConcernList } from "@/components/office/concern-list";
import { OfficeContact } from "@/components/office/office-contact";
import { OfficeHours } from "@/components/office/office-hours";
import { ServiceList } from "@/components/service/service-list";
import { Button } from "@/components/ui/button";
import { Crumbs } from "@/components/ui/crumbs";
import { Note } from "@/components/ui/note";
import { getDocuments } from "@/lib/guides/documents/queries";
import { getOfficeText } from "@/lib/guides/queries";
import { shareable } from "@/lib/i18n/alternates";
import { isLocale, locales } from "@/lib/i18n/routing";
import { getOffice, getOffices } from "@/lib/offices/queries";
import { getServices } from "@/lib/services/queries";
import { buildDate } from "@/lib/time/build";

export const dynamicParams = false;

export function generateStaticParams() {
  return locales.flatMap((locale) => getOffices().map((office) => ({ locale, office: office.slug })));
}

export async function generateMetadata({
  params,
}: PageProps<"/[locale]/offices/[office]">): Promise<Metadata> {
  const { locale, office: slug } = await params;
  const office = getOffice(slug);
  if (!isLocale(locale) || !office) notFound();
  return shareable(locale, `/offices/${slug}`, { title: office.name[locale] });
}

export default async function OfficePage({ params }: PageProps<"/[locale]/offices/[office]">) {
  const { locale, office: slug } = await params;
  const office = getOffice(slug);
  if (!isLocale(locale) || !office) notFound();
  const text = await getOfficeText(slug, locale);
  const t = await getTranslations("offices");
  const layout = await getTranslations("layout");
  const concerns = office.departments.flatMap((department) => department.concerns);
  const documents = Object.fromEntries(
    concerns.map((concern) => [concern.slug, getDocuments(concern.documents)]),
  );
  const above = [{ name: t("title"), href: `/${locale}/offices` }];
  return (
    <PageShell locale={locale} path={`/offices/${slug}`}>
      <PageTitle
        title={office.name[locale]}
        lead={text?.description}
        above={<Crumbs label={layout("crumbs")} pages={above} />}
      >
        <p className="mt-5 flex flex-wrap gap-3 print:hidden">
          <Button href={`/${locale}/offices/${slug}/book`}>{t("book")}</Button>
          <Button href="#concerns" variant="quiet">
            {t("choose")}
          </Button>
        </p>
      </PageTitle>
      <div className="wrap grid grid-cols-[minmax(0,1fr)] gap-10 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-x-14">
        <div className="grid max-w-[46rem] grid-cols-[minmax(0,1fr)] content-start gap-6">
          <Note kind="attention" title={t("notice")}>
            {office.notice[locale]}
          </Note>
          <ConcernList locale={locale} office={office} documents={documents} />
          <ServiceList services={getServices(slug, locale)} />
          {text ? <OfficeText text={text} /> : null}
          <PageFeedback locale={locale} path={`/offices/${slug}`} />
        </div>
        <aside className="grid content-start gap-6">
          <OfficeHours locale={locale} office={office} today={buildDate()} />
          <OfficeContact locale={locale} office={office} />
        </aside>
      </div>
    </PageShell>
  );
}
