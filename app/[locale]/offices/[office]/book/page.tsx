import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BookingFlow } from "@/components/booking/booking-flow";
import { DoingPage } from "@/components/layout/doing-page";
import { timesOfVisit } from "@/lib/booking/calendar/queries";
import { challengeNeeded } from "@/lib/booking/challenge/queries";
import { drawAhead } from "@/lib/booking/draw/queries";
import { proofView } from "@/lib/booking/proof/queries";
import { bookingStep } from "@/lib/booking/rules";
import { isLocale } from "@/lib/i18n/routing";
import { getOffice } from "@/lib/offices/queries";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("booking");
  return { title: t("title"), robots: { index: false } };
}

export default async function BookPage({
  params,
  searchParams,
}: PageProps<"/[locale]/offices/[office]/book">) {
  const { locale, office: slug } = await params;
  const office = getOffice(slug);
  if (!office || !isLocale(locale)) notFound();
  const query = await searchParams;
  const one = (name: string) => (typeof query[name] === "string" ? query[name] : undefined);
  const step = bookingStep(office, {
    department: one("department"),
    concern: one("concern"),
    also: [query.also ?? []].flat(),
    persons: one("persons"),
    date: one("date"),
    at: one("at"),
  });
  const free = step.step === "time" ? await timesOfVisit(office, step.concern, step.visit) : null;
  const draw =
    step.step === "time" && free ? await drawAhead(slug, step.department.slug, free.nextRelease) : null;
  const path = `/offices/${slug}/book`;
  const chosen = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => [value ?? []].flat().map((one) => [key, one])),
  );
  return (
    <DoingPage locale={locale} path={chosen.size > 0 ? `${path}?${chosen}` : path}>
      <BookingFlow
        locale={locale}
        office={office}
        step={step}
        availability={free}
        draw={draw}
        base={`/${locale}${path}`}
        requestKey={crypto.randomUUID()}
        proof={await proofView(one("proof"))}
        challengeNeeded={challengeNeeded()}
      />
    </DoingPage>
  );
}
