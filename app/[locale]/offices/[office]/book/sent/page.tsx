import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BookingTicket } from "@/components/booking/booking-ticket";
import { HoldCountdown } from "@/components/booking/hold-countdown";
import { DoingPage } from "@/components/layout/doing-page";
import { Button } from "@/components/ui/button";
import { StepsBar } from "@/components/ui/steps-bar";
import { appointmentByToken } from "@/lib/booking/queries";
import { timeOf } from "@/lib/i18n/dates";
import { isLocale } from "@/lib/i18n/routing";
import { findConcern, getOffice } from "@/lib/offices/queries";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("booking.sent");
  return { title: t("title"), robots: { index: false } };
}

/** After the form: the time is held, look into the mail. The token in the address shows this hold and nothing more. */
export default async function SentPage({
  params,
  searchParams,
}: PageProps<"/[locale]/offices/[office]/book/sent">) {
  const { locale, office: slug } = await params;
  const { hold } = await searchParams;
  const office = getOffice(slug);
  const appointment = typeof hold === "string" ? await appointmentByToken(hold, "hold") : null;
  if (!office || !isLocale(locale) || !appointment || appointment.office !== slug) notFound();
  const t = await getTranslations("booking");
  const found = findConcern(office, appointment.concern);
  const over = appointment.state !== "held";
  const steps = (["department", "concern", "time", "details", "confirm"] as const).map((name) => ({
    name: t(`steps.${name}`),
  }));
  return (
    <DoingPage locale={locale} path={`/offices/${slug}/book/sent?hold=${hold}`}>
      <StepsBar label={t("steps.label")} steps={steps} current={4} />
      <div className="grid gap-8 pb-12 lg:grid-cols-[minmax(0,1fr)_21rem] lg:gap-x-12">
        <section className="grid content-start gap-4">
          <h1>{t("sent.title")}</h1>
          {appointment.state === "held" && found && typeof hold === "string" ? (
            <>
              <p>{t("sent.lead", { time: timeOf(appointment.holdExpiresAt) })}</p>
              <HoldCountdown
                locale={locale}
                office={slug}
                token={hold}
                until={timeOf(appointment.holdExpiresAt)}
                secondsLeft={appointment.holdSecondsLeft}
                extendMinutes={found.department.policy.extendMinutes}
                extended={appointment.extended}
              />
            </>
          ) : null}
          {over ? (
            <p>{appointment.state === "confirmed" ? t("sent.confirmed") : t("sent.expired")}</p>
          ) : (
            <p className="text-soft">{t("sent.help")}</p>
          )}
          {over && appointment.state !== "confirmed" ? (
            <p>
              <Button href={`/${locale}/offices/${slug}/book?concern=${appointment.concern}`}>
                {t("sent.again")}
              </Button>
            </p>
          ) : null}
        </section>
        <aside>
          <BookingTicket
            locale={locale}
            office={office}
            {...found}
            further={found?.department.concerns.filter(({ slug }) =>
              appointment.furtherConcerns.includes(slug),
            )}
            units={appointment.units}
            startsAt={appointment.startsAt}
            reference={appointment.reference}
          />
        </aside>
      </div>
    </DoingPage>
  );
}
