import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { AppointmentView, Availability } from "@/lib/booking/types";
import { dayOf, longDate, timeOf } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import { MoveForm } from "./move-form";
import { TimesStep } from "./times-step";

type Props = {
  locale: Locale;
  token: string;
  appointment: AppointmentView;
  availability: Availability;
  date: string | null;
  /** The time chosen already. */
  at: string | null;
};

/** Another time for an appointment: the calendar first, then one button. Until it is pressed nothing changes. */
export function MovePanel({ locale, token, appointment, availability, date, at }: Props) {
  const t = useTranslations("manage.move");
  const ticket = useTranslations("booking.ticket");
  const page = `/${locale}/appointments/${token}`;
  const href = `${page}?move=1`;
  const said = (time: string) => ticket("at", { date: longDate(dayOf(time), locale), time: timeOf(time) });
  return (
    <div className="grid gap-4 py-8">
      <h1>{at ? t("confirmTitle") : t("title")}</h1>
      {at ? (
        <>
          <dl className="grid max-w-[34rem] grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-lg">
            <dt className="text-soft">{t("from")}</dt>
            <dd>{said(appointment.startsAt)}</dd>
            <dt className="text-soft">{t("to")}</dt>
            <dd className="font-bold">{said(at)}</dd>
          </dl>
          <div className="grid max-w-[34rem] gap-3">
            <MoveForm locale={locale} token={token} startsAt={at} />
            <Button href={`${href}&date=${at.slice(0, 10)}#times`} variant="quiet">
              {t("other")}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className="text-lg">{t("lead", { at: said(appointment.startsAt) })}</p>
          {availability.days.length > 0 ? (
            <TimesStep locale={locale} availability={availability} date={date} href={href} />
          ) : (
            <p>{t("none")}</p>
          )}
        </>
      )}
      <p>
        <a href={page}>{t("back")}</a>
      </p>
    </div>
  );
}
