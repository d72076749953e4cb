import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EntryPanel } from "@/components/draw/entry-panel";
import { DoingPage } from "@/components/layout/doing-page";
import { entryByToken } from "@/lib/booking/draw/queries";
import { isLocale } from "@/lib/i18n/routing";
import { findConcern, getOffice } from "@/lib/offices/queries";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("draw.entry");
  return { title: t("mine"), robots: { index: false } };
}

/** The mail's link leads here. Opening it changes nothing; the button makes the entry count. */
export default async function EntryPage({
  params,
  searchParams,
}: PageProps<"/[locale]/draws/entry/[token]">) {
  const { locale, token } = await params;
  const entry = await entryByToken(token);
  const office = entry && getOffice(entry.draw.office);
  const found = office && findConcern(office, entry.concern);
  if (!found || !isLocale(locale)) notFound();
  const asking = (await searchParams).withdraw === "1";
  return (
    <DoingPage locale={locale} path={`/draws/entry/${token}`}>
      <EntryPanel locale={locale} token={token} entry={entry} office={office} {...found} asking={asking} />
    </DoingPage>
  );
}
