import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { WaitExplained } from "@/components/booking/wait-explained";
import { WaitForm } from "@/components/booking/wait-form";
import { DoingPage } from "@/components/layout/doing-page";
import { bookingStep, visitQuery } from "@/lib/booking/rules";
import { isLocale } from "@/lib/i18n/routing";
import { getOffice } from "@/lib/offices/queries";
import { openDays, partsOfDay } from "@/lib/waitlist/rules";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("waitlist");
  return { title: t("title"), robots: { index: false } };
}

/** Join the waiting list for a concern: what happens, then the form; after it, look into the mail. */
export default async function JoinPage({
  params,
  searchParams,
}: PageProps<"/[locale]/offices/[office]/waitlist">) {
  const { locale, office: slug } = await params;
  const query = await searchParams;
  const office = getOffice(slug);
  if (!office || !isLocale(locale)) notFound();
  const one = (name: string) => (typeof query[name] === "string" ? query[name] : undefined);
  const visit = { concern: one("concern"), also: [query.also ?? []].flat(), persons: one("persons") };
  const step = bookingStep(office, visit);
  if (step.step !== "time") notFound();
  const { department, concern } = step;
  const t = await getTranslations("waitlist");
  const days = await getTranslations("offices.days");
  const chosen = visitQuery(concern, step.visit);
  const joined = query.joined === "1";
  return (
    <DoingPage locale={locale} path={`/offices/${slug}/waitlist?${chosen}${joined ? "&joined=1" : ""}`}>
      <div className="grid max-w-[40rem] gap-6 py-8">
        <h1>{joined ? t("joined.title") : t("form.title")}</h1>
        {joined ? (
          <>
            <p className="text-lg">{t("joined.lead")}</p>
            <p className="text-soft">{t("joined.help")}</p>
            <p>
              <a href={`/${locale}/offices/${slug}/book?${chosen}`}>{t("joined.back")}</a>
            </p>
          </>
        ) : (
          <>
            <WaitExplained locale={locale} department={department} concern={concern} />
            <p>{t("form.lead")}</p>
            <WaitForm
              locale={locale}
              office={slug}
              concern={concern.slug}
              furtherConcerns={step.visit.further.map((further) => further.slug)}
              persons={step.visit.persons}
              days={openDays(department).map((day) => ({ slug: day, name: days(day) }))}
              parts={partsOfDay}
              reasons={department.waitlist.reasons.map((reason) => ({
                slug: reason.slug,
                name: reason.name[locale],
              }))}
            />
          </>
        )}
      </div>
    </DoingPage>
  );
}
