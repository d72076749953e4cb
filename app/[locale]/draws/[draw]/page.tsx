import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RecordView } from "@/components/draw/record-view";
import { DoingPage } from "@/components/layout/doing-page";
import { drawById, drawRecord } from "@/lib/booking/draw/queries";
import { isLocale } from "@/lib/i18n/routing";
import { getOffice } from "@/lib/offices/queries";
import { siteAddress } from "@/lib/platform/site";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("draw.record");
  return { title: t("title") };
}

/** The public record of a draw, for people. */
export default async function DrawRecordPage({ params, searchParams }: PageProps<"/[locale]/draws/[draw]">) {
  const { locale, draw: id } = await params;
  const { entry } = await searchParams;
  const [draw, record] = await Promise.all([drawById(id), drawRecord(id)]);
  const office = draw && getOffice(draw.office);
  const department = office?.departments.find(({ slug }) => slug === draw?.department);
  if (!record || !office || !department || !isLocale(locale)) notFound();
  const wanted = typeof entry === "string" ? entry.trim().toUpperCase().slice(0, 40) : "";
  return (
    <DoingPage locale={locale} path={`/draws/${id}${wanted ? `?entry=${encodeURIComponent(wanted)}` : ""}`}>
      <RecordView
        locale={locale}
        office={office}
        department={department}
        draw={draw}
        record={record}
        wanted={wanted}
        file={`${siteAddress()}/api/v1/draws/${id}`}
      />
    </DoingPage>
  );
}
