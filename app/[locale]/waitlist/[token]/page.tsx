import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { WaitPanel } from "@/components/booking/wait-panel";
import { DoingPage } from "@/components/layout/doing-page";
import { isLocale } from "@/lib/i18n/routing";
import { findConcern, getOffice } from "@/lib/offices/queries";
import { waitingByToken } from "@/lib/waitlist/queries";
import { offerRefusals } from "@/lib/waitlist/rules";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("waitlist");
  return { title: t("title"), robots: { index: false } };
}

/** One's own place in line. Opening it changes nothing; whoever has the address may press the buttons. */
export default async function WaitingPage({ params, searchParams }: PageProps<"/[locale]/waitlist/[token]">) {
  const { locale, token } = await params;
  const { offer } = await searchParams;
  const refusal = offerRefusals.find((reason) => reason === offer);
  const entry = await waitingByToken(token);
  const office = entry && getOffice(entry.office);
  const found = office && findConcern(office, entry.concern);
  if (!isLocale(locale) || !entry || !office || !found) notFound();
  return (
    <DoingPage locale={locale} path={`/waitlist/${token}`}>
      <WaitPanel locale={locale} token={token} entry={entry} office={office} {...found} refusal={refusal} />
    </DoingPage>
  );
}
