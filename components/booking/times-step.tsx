import { useTranslations } from "next-intl";
import { DayCell, DayGrid } from "@/components/ui/day-grid";
import { Note } from "@/components/ui/note";
import { TimePill } from "@/components/ui/time-pill";
import { calendarWeeks } from "@/lib/booking/rules";
import type { Availability } from "@/lib/booking/types";
import { dayAndMonth, dayOf, shortDay, timeOf, toDay, weekdayName } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";

type Props = {
  locale: Locale;
  availability: Availability;
  date: string | null;
  /** Address of this step, with the concern in it. */
  href: string;
  /** What opens next is a draw, of which the page tells already. */
  drawIsNext?: boolean;
};

/** Three weeks of days, and the times of the chosen day. Every choice is a link, so nothing here needs a script. */
export function TimesStep({ locale, availability, date, href, drawIsNext = false }: Props) {
  const t = useTranslations("booking.times");
  const weeks = calendarWeeks(availability.window, availability.days);
  const chosen = availability.days.find((day) => day.date === date);
  const release = {
    date: dayAndMonth(dayOf(availability.nextRelease), locale),
    time: timeOf(availability.nextRelease),
  };
  return (
    <>
      {weeks.map((week, index) => {
        const [first, last] = [week[0], week.at(-1)];
        if (!first || !last) return null;
        const range = t("weekRange", {
          from: shortDay(toDay(first.date), locale),
          to: shortDay(toDay(last.date), locale),
        });
        return (
          <section key={first.date} aria-label={range} className="mt-5">
            <p className="mb-2 flex justify-between gap-4 font-bold">
              {range}
              {index === 0 ? <small className="font-normal text-soft">{t("thisWeek")}</small> : null}
            </p>
            <DayGrid columns={week.length}>
              {week.map((day) => (
                <DayCell
                  key={day.date}
                  weekday={weekdayName(toDay(day.date), locale)}
                  day={toDay(day.date).day}
                  note={day.free > 0 ? t("free", { count: day.free }) : t("none")}
                  label={`${dayAndMonth(toDay(day.date), locale)}: ${t("freeLabel", { count: day.free })}`}
                  href={day.free > 0 ? `${href}&date=${day.date}#times` : undefined}
                  selected={day.date === date}
                />
              ))}
            </DayGrid>
          </section>
        );
      })}
      <section id="times" className="mt-8 scroll-mt-4" aria-live="polite">
        {chosen ? (
          <>
            <h2>{t("timesOn", { date: dayAndMonth(toDay(chosen.date), locale) })}</h2>
            <ul className="mt-3 flex flex-wrap gap-2">
              {chosen.times.map((time) => (
                <li key={time.startsAt}>
                  <TimePill href={`${href}&at=${encodeURIComponent(time.startsAt)}`}>
                    {timeOf(time.startsAt)}
                  </TimePill>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p className="text-soft">{date ? t("dayFull") : t("chooseDay")}</p>
        )}
      </section>
      {drawIsNext ? null : (
        <Note kind="info" className="mt-6">
          {t("opens", release)}
        </Note>
      )}
    </>
  );
}
