import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { CounterAppointment } from "@/lib/booking/day/types";
import { dayAndMonth, dayOf, numericDay, timeOf, toDay } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import { CounterForm } from "./counter-form";
import { CounterHistory } from "./counter-history";

const kinds = {
  held: "attention",
  confirmed: "plain",
  checked_in: "good",
  served: "good",
  missed: "attention",
  cancelled: "plain",
} as const;

type Props = {
  locale: Locale;
  appointment: CounterAppointment;
  /** Address of the page it stands on. */
  page: string;
  /** The day is named, where appointments of several stand in one list. */
  withDay: boolean;
};

/** One appointment at the counter: when and where, who comes with what, and what became of it. */
export function CounterCard({ locale, appointment, page, withDay }: Props) {
  const t = useTranslations("staff.counter");
  const { reference, state, counter, startsAt, persons } = appointment;
  const name = persons.map(({ givenName, familyName }) => `${givenName} ${familyName}`)[0] ?? reference;
  return (
    <li
      id={reference}
      className={`grid scroll-mt-4 gap-x-6 gap-y-3 rounded-card border border-line bg-card p-5 target:border-teal sm:grid-cols-[8.5rem_minmax(0,1fr)] lg:grid-cols-[8.5rem_minmax(0,1fr)_22rem] print:break-inside-avoid print:grid-cols-[26mm_minmax(0,1fr)] print:rounded-none print:border-x-0 print:border-b-0 print:p-1.5 print:text-[9.5pt] print:leading-snug ${state === "cancelled" ? "print:hidden" : ""}`}
    >
      <p className="grid content-start">
        {withDay ? <span className="text-sm text-soft">{dayAndMonth(dayOf(startsAt), locale)}</span> : null}
        <bdi dir="ltr" className="justify-self-start text-2xl font-bold tabular-nums print:text-[12pt]">
          {timeOf(startsAt)}
        </bdi>
        <span className="text-sm text-soft">
          {t("until", { time: timeOf(appointment.endsAt) })}
          <br />
          {t("counter", { counter: String(counter) })}
        </span>
      </p>
      <div className="grid content-start gap-3 print:gap-1">
        <Persons locale={locale} persons={persons} />
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Badge kind={kinds[state]}>{t(`state.${state}`)}</Badge>
          {appointment.coming ? <Badge kind="good">{t("coming")}</Badge> : null}
          {appointment.heldUntil ? (
            <span className="text-sm text-soft">
              {t("heldUntil", { time: timeOf(appointment.heldUntil) })}
            </span>
          ) : null}
          <bdi dir="ltr" className="font-bold tabular-nums">
            {reference}
          </bdi>
          {(["caseNumber", "phone"] as const).map((name) =>
            appointment[name] ? (
              <span key={name} className="text-sm">
                {t(name)} <bdi dir="ltr">{appointment[name]}</bdi>
              </span>
            ) : null,
          )}
        </p>
        <Papers locale={locale} appointment={appointment} />
      </div>
      <div className="no-print grid content-start gap-2 sm:col-start-2 lg:col-start-3">
        <CounterForm
          locale={locale}
          appointment={{
            reference,
            choices: appointment.choices,
            cancellable: appointment.cancellable,
          }}
          name={name}
          returnTo={`${page}#${reference}`}
        />
        <CounterHistory locale={locale} name={name} events={appointment.history} />
      </div>
    </li>
  );
}

/** Everybody who comes, with what stands in the passport. */
function Persons({ locale, persons }: Pick<CounterAppointment, "persons"> & { locale: Locale }) {
  const t = useTranslations("staff.counter");
  return (
    <ul className="grid gap-1">
      {persons.map((person) => (
        <li
          key={`${person.givenName} ${person.familyName} ${person.birthDate}`}
          className="flex flex-wrap items-baseline gap-x-3"
        >
          <bdi className="text-lg font-bold wrap-anywhere print:text-[10.5pt]">
            {person.givenName} {person.familyName}
          </bdi>
          <span>
            {t("born")}{" "}
            <bdi dir="ltr" className="tabular-nums">
              {numericDay(toDay(person.birthDate), locale)}
            </bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Papers({ locale, appointment }: { locale: Locale; appointment: CounterAppointment }) {
  const t = useTranslations("staff.counter");
  const { concerns, openDocuments, permitSaid } = appointment;
  return (
    <>
      <p>{concerns.map((concern) => concern[locale]).join(" + ")}</p>
      {openDocuments ? (
        <p className="text-sm">
          {openDocuments.length > 0
            ? t("missing", { documents: openDocuments.map((name) => name[locale]).join(" · ") })
            : t("complete")}
        </p>
      ) : null}
      {permitSaid ? (
        <p className="text-sm">{t("permitSaid", { date: numericDay(toDay(permitSaid), locale) })}</p>
      ) : null}
    </>
  );
}
