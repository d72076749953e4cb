import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DrawPage } from "@/components/draw/draw-page";
import { DoingPage } from "@/components/layout/doing-page";
import { currentDraw } from "@/lib/booking/draw/queries";
import { bookingStep, visitQuery } from "@/lib/booking/rules";
import { isLocale } from "@/lib/i18n/routing";
import { getOffice } from "@/lib/offices/queries";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("draw");
  return { title: t("title"), robots: { index: false } };
}

/** The draw of a department for one concern: how it goes, and the form while it is open. */
export default async function OfficeDrawPage({
  params,
  searchParams,
}: PageProps<"/[locale]/offices/[office]/draw">) {
  const { locale, office: slug } = await params;
  const query = await searchParams;
  const office = getOffice(slug);
  if (!office || !isLocale(locale)) notFound();
  const one = (name: string) => (typeof query[name] === "string" ? query[name] : undefined);
  const visit = { concern: one("concern"), also: [query.also ?? []].flat(), persons: one("persons") };
  const step = bookingStep(office, visit);
  // Without a concern it is not clear which department's draw is meant: the booking page asks.
  if (step.step !== "time") redirect(`/${locale}/offices/${slug}/book`);
  const draw = await currentDraw(slug, step.department.slug);
  const chosen = visitQuery(step.concern, step.visit);
  return (
    <DoingPage locale={locale} path={`/offices/${slug}/draw?${chosen}`}>
      <DrawPage locale={locale} office={office} {...step} draw={draw} />
    </DoingPage>
  );
}
