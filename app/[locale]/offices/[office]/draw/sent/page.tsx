import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EntrySent } from "@/components/draw/entry-sent";
import { DoingPage } from "@/components/layout/doing-page";
import { entryByToken } from "@/lib/booking/draw/queries";
import { isLocale } from "@/lib/i18n/routing";
import { findConcern, getOffice } from "@/lib/offices/queries";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("draw.sent");
  return { title: t("title"), robots: { index: false } };
}

/** After the form: look into the mail. The token in the address shows this and nothing more. */
export default async function DrawSentPage({
  params,
  searchParams,
}: PageProps<"/[locale]/offices/[office]/draw/sent">) {
  const { locale, office: slug } = await params;
  const { entry: token } = await searchParams;
  const office = getOffice(slug);
  const entry = typeof token === "string" ? await entryByToken(token, "draw-sent") : null;
  const found = office && entry && findConcern(office, entry.concern);
  if (!found || !isLocale(locale) || entry.draw.office !== slug) notFound();
  return (
    <DoingPage locale={locale} path={`/offices/${slug}/draw/sent?entry=${token}`}>
      <EntrySent locale={locale} office={office} {...found} entry={entry} />
    </DoingPage>
  );
}
