import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { AppointmentView } from "@/lib/booking/types";
import type { Locale } from "@/lib/i18n/routing";
import type { Concern, Department, Office } from "@/lib/offices/types";
import { AppointmentFiles } from "./appointment-files";
import { BookingTicket } from "./booking-ticket";

type Props = {
  locale: Locale;
  appointment: AppointmentView;
  office: Office;
  department: Department;
  concern: Concern;
  title: string;
  lead: string;
  /** What to bring. */
  documents?: ReactNode;
  /** Of the appointment's page; with it the appointment can be taken along, into a calendar and on paper. */
  token?: string;
  /** Keeps the page on the device. */
  copy?: ReactNode;
  /** What the applicant is asked first. */
  question?: ReactNode;
  /** What can be done, inside the ticket. */
  children: ReactNode;
};

/** An appointment as its applicant holds it: the ticket, and what to bring. */
export function AppointmentPanel(props: Props) {
  const {
    locale,
    appointment,
    office,
    department,
    concern,
    title,
    lead,
    documents,
    token,
    copy,
    question,
    children,
  } = props;
  const t = useTranslations("manage");
  const further = department.concerns.filter((other) => appointment.furtherConcerns.includes(other.slug));
  const persons = [appointment.person, ...appointment.companions];
  return (
    // On a phone the ticket comes before the documents: when and where is what people look up.
    <div className="grid gap-8 py-8 lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr] lg:gap-x-12">
      <section className="grid content-start gap-4">
        <h1>{title}</h1>
        <p className="text-lg">{lead}</p>
        {token ? <AppointmentFiles locale={locale} token={token} state={appointment.state} /> : null}
        {copy}
        {question}
      </section>
      <aside className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <BookingTicket
          locale={locale}
          office={office}
          department={department}
          concern={concern}
          further={further}
          units={appointment.units}
          startsAt={appointment.startsAt}
          reference={appointment.reference}
          people={persons.map(({ givenName, familyName }) => `${givenName} ${familyName}`)}
        >
          {children}
        </BookingTicket>
      </aside>
      {documents ? (
        <section className="grid content-start gap-4">
          {documents}
          {concern.guide ? (
            <p>
              <a href={`/${locale}/guides/${concern.guide}`}>{t("guide")}</a>
            </p>
          ) : null}
          <p className="text-sm text-soft">
            {t("keep")} {t("print")}
          </p>
        </section>
      ) : null}
    </div>
  );
}
