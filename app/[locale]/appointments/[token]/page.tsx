import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AppointmentCopy } from "@/components/booking/appointment-copy";
import { AppointmentPanel } from "@/components/booking/appointment-panel";
import { CancelPanel } from "@/components/booking/cancel-panel";
import { MovePanel } from "@/components/booking/move-panel";
import { ReminderAnswer } from "@/components/booking/reminder-answer";
import { VisitDocuments } from "@/components/booking/visit-documents";
import { DoingPage } from "@/components/layout/doing-page";
import { PortalScriptLater } from "@/components/layout/portal-script-later";
import { timesToMove } from "@/lib/booking/calendar/queries";
import { appointmentByToken } from "@/lib/booking/queries";
import { getDocuments } from "@/lib/guides/documents/queries";
import { isLocale } from "@/lib/i18n/routing";
import { findConcern, getOffice } from "@/lib/offices/queries";
import { concernsOf, documentsOf } from "@/lib/offices/rules";
import { portalScript } from "@/lib/platform/site";
import { parseRfc3339, rfc3339 } from "@/lib/time/calendar";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("booking.ticket");
  return { title: t("title"), robots: { index: false } };
}

/** The applicant's own page: see the appointment, cancel it. Whoever has the address may. */
export default async function AppointmentPage({
  params,
  searchParams,
}: PageProps<"/[locale]/appointments/[token]">) {
  const { locale, token } = await params;
  const appointment = await appointmentByToken(token);
  if (!isLocale(locale) || !appointment) notFound();
  const office = getOffice(appointment.office);
  const found = office && findConcern(office, appointment.concern);
  if (!office || !found) notFound();
  const concerns = concernsOf(found.department, [appointment.concern, ...appointment.furtherConcerns]);
  const t = await getTranslations("manage");
  const query = await searchParams;
  const asking = query.cancel === "1" && appointment.state === "confirmed";
  const one = (name: string) => (typeof query[name] === "string" ? query[name] : null);
  const free = await timesToMove(office, appointment, query.move === "1");
  if (free) {
    const at = one("at") && parseRfc3339(one("at") ?? "");
    return (
      <DoingPage locale={locale} path={`/appointments/${token}?move=1`}>
        <MovePanel
          locale={locale}
          token={token}
          appointment={appointment}
          availability={free}
          date={one("date")}
          at={at ? rfc3339(at) : null}
        />
      </DoingPage>
    );
  }
  return (
    <DoingPage locale={locale} path={`/appointments/${token}`}>
      <AppointmentPanel
        locale={locale}
        appointment={appointment}
        office={office}
        {...found}
        title={t(`title.${appointment.state}`)}
        lead={t(appointment.cancelledByOffice ? "lead.cancelled_by_office" : `lead.${appointment.state}`)}
        copy={appointment.state === "confirmed" ? <AppointmentCopy /> : null}
        question={asking ? null : <ReminderAnswer locale={locale} token={token} appointment={appointment} />}
        documents={
          appointment.state === "confirmed" && !asking ? (
            <VisitDocuments
              locale={locale}
              token={token}
              office={office.slug}
              concerns={concerns}
              documents={getDocuments(documentsOf(concerns))}
              open={appointment.openDocuments}
            />
          ) : null
        }
        token={token}
      >
        <CancelPanel locale={locale} token={token} appointment={appointment} asking={asking} />
      </AppointmentPanel>
      <PortalScriptLater src={portalScript()} />
    </DoingPage>
  );
}
