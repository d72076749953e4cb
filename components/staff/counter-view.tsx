import { useTranslations } from "next-intl";
import type { CounterAppointment, CounterDay } from "@/lib/booking/day/types";
import { longDate, toDay } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import type { Department, Office } from "@/lib/offices/types";
import type { Staff } from "@/lib/staff/types";
import { isoWeek } from "@/lib/time/calendar";
import { CounterCard } from "./counter-appointment";
import { CounterTools } from "./counter-tools";
import { StaffPage } from "./staff-page";

type Props = {
  locale: Locale;
  staff: Staff;
  office: Office;
  department: Department;
  day: CounterDay;
  search: string;
  /** What the search found on every day; null when nothing was searched for. */
  found: CounterAppointment[] | null;
};

/** The day at the counters: who comes when, and what became of it; also on paper. */
export function CounterView({ locale, staff, office, department, day, search, found }: Props) {
  const t = useTranslations("staff.counter");
  const base = `/staff/${department.slug}/day`;
  const week = isoWeek(toDay(day.date));
  const crumb = { name: department.name[locale], href: `/${locale}/staff/${department.slug}` };
  const expected = day.appointments.filter(({ state }) => state !== "cancelled").length;
  const page = `/${locale}${base}/${day.date}${search ? `?q=${encodeURIComponent(search)}` : ""}`;
  return (
    <StaffPage
      locale={locale}
      path={`${base}/${day.date}`}
      staff={staff}
      crumbs={[crumb, { name: t("week"), href: `/${locale}/staff/${department.slug}/${week}` }]}
      title={longDate(toDay(day.date), locale)}
      lead={`${t("count", { count: expected })} · ${department.name[locale]} · ${office.name[locale]}`}
    >
      <CounterTools locale={locale} day={day} base={`/${locale}${base}`} search={search} />
      {found ? (
        <section aria-labelledby="found" className="grid gap-3">
          <h2 id="found" className="text-xl">
            {t("search.found", { count: found.length })}
          </h2>
          {found.length === 0 ? <p>{t("search.none")}</p> : null}
          <Cards locale={locale} appointments={found} page={page} withDay />
          <p>
            <a href={`/${locale}${base}/${day.date}`} className="inline-flex min-h-11 items-center">
              {t("search.back")}
            </a>
          </p>
        </section>
      ) : (
        <section aria-label={t("list")} className="grid gap-3 print:gap-0">
          <p className="max-w-[42rem] text-sm text-soft">{t("passport")}</p>
          {day.appointments.length === 0 ? <p>{t("none")}</p> : null}
          <Cards locale={locale} appointments={day.appointments} page={page} />
          <p className="no-print text-sm text-soft">{t("print")}</p>
        </section>
      )}
    </StaffPage>
  );
}

type CardsProps = { locale: Locale; appointments: CounterAppointment[]; page: string; withDay?: boolean };

function Cards({ locale, appointments, page, withDay = false }: CardsProps) {
  return (
    <ol className="grid gap-4 print:block">
      {appointments.map((appointment) => (
        <CounterCard
          key={appointment.reference}
          locale={locale}
          appointment={appointment}
          page={page}
          withDay={withDay}
        />
      ))}
    </ol>
  );
}
