import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OfficeText } from "@/components/guide/office-text";
import { PageShell } from "@/components/layout/page-shell";
import { ConcernList } from "@/components/office/concern-list";
import { OfficeHours } from "@/components/office/office-hours";
import { Note } from "@/components/ui/note";
import { getDocuments } from "@/lib/guides/documents/queries";
import { getOfficeText } from "@/lib/guides/queries";
import { alternates } from "@/lib/i18n/alternates";
import { isLocale, locales } from "@/lib/i18n/routing";
import { getOffice, getOffices } from "@/lib/offices/queries";
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
  return { title: office.name[locale], alternates: alternates(locale, `/offices/${slug}`) };
}

export default async function OfficePage({ params }: PageProps<"/[locale]/offices/[office]">) {
  const { locale, office: slug } = await params;
  const office = getOffice(slug);
  if (!isLocale(locale) || !office) notFound();
  const text = await getOfficeText(slug, locale);
  const documents = Object.fromEntries(
    office.departments
      .flatMap((department) => department.concerns)
      .map((concern) => [concern.slug, getDocuments(concern.documents)]),
  );
  return (
    <PageShell locale={locale} path={`/offices/${slug}`}>
      <div className="wrap grid grid-cols-[minmax(0,1fr)] gap-10 py-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-x-14">
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-6">
          <h1>{office.name[locale]}</h1>
          {text ? <OfficeText text={text} /> : null}
          <ConcernList locale={locale} office={office} documents={documents} />
        </div>
        <aside className="grid content-start gap-6">
          <OfficeHours locale={locale} office={office} today={buildDate()} />
          <Note kind="attention">{office.contact.payment[locale]}</Note>
        </aside>
      </div>
    </PageShell>
  );
}
