import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AppointmentPanel } from "@/components/booking/appointment-panel";
import { TokenForm } from "@/components/booking/token-form";
import { DoingPage } from "@/components/layout/doing-page";
import { Button } from "@/components/ui/button";
import { confirmAction } from "@/lib/booking/actions";
import { appointmentByToken } from "@/lib/booking/queries";
import { timeOf } from "@/lib/i18n/dates";
import { isLocale } from "@/lib/i18n/routing";
import { findConcern, getOffice } from "@/lib/offices/queries";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("manage.confirm");
  return { title: t("title"), robots: { index: false } };
}

/** The mail's link leads here. Opening it changes nothing; the button confirms. */
export default async function ConfirmPage({
  params,
  searchParams,
}: PageProps<"/[locale]/appointments/confirm">) {
  const { locale } = await params;
  const { token } = await searchParams;
  const appointment = typeof token === "string" ? await appointmentByToken(token, "confirm") : null;
  if (!isLocale(locale) || !appointment || typeof token !== "string") notFound();
  const office = getOffice(appointment.office);
  const found = office && findConcern(office, appointment.concern);
  if (!office || !found) notFound();
  const t = await getTranslations("manage.confirm");
  // Somebody who presses again after confirming is led to the appointment, so the button stays for confirmed ones.
  const open = appointment.state === "held" || appointment.state === "confirmed";
  return (
    <DoingPage locale={locale} path={`/appointments/confirm?token=${token}`}>
      <AppointmentPanel
        locale={locale}
        appointment={appointment}
        office={office}
        {...found}
        title={open ? t("title") : t("expiredTitle")}
        lead={open ? t("lead", { time: timeOf(appointment.holdExpiresAt) }) : t("expired")}
      >
        {open ? (
          <TokenForm
            action={confirmAction}
            locale={locale}
            token={token}
            label={t("button")}
            pendingLabel={t("pending")}
            failures={{ hold_expired: t("expired") }}
          />
        ) : (
          <Button href={`/${locale}/offices/${appointment.office}/book?concern=${appointment.concern}`}>
            {t("again")}
          </Button>
        )}
      </AppointmentPanel>
    </DoingPage>
  );
}
