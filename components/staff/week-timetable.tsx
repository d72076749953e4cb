import { useTranslations } from "next-intl";
import { dayAndMonth, timeOf, toDay } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import type { Department } from "@/lib/offices/types";
import type { GridDay, WeekGrid } from "@/lib/schedule/grid/types";
import { DayNotice, DaysWithout } from "./day-notice";
import { SlotCell } from "./slot-cell";

type Props = { locale: Locale; department: Department; grid: WeekGrid };

/** The days of a week with their slots: times down, counters across. */
export function WeekTimetable({ locale, department, grid }: Props) {
  const t = useTranslations("staff.grid");
  return (
    <>
      {grid.days.map((day) => (
        <section key={day.date} aria-labelledby={`day-${day.date}`} className="grid gap-2 break-inside-avoid">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 id={`day-${day.date}`} className="text-xl">
              {dayAndMonth(toDay(day.date), locale)}
            </h2>
            <a href={dayPath(locale, department, day)} className="no-print inline-flex min-h-11 items-center">
              {t("toDay")}
              <span className="sr-only">: {dayAndMonth(toDay(day.date), locale)}</span>
            </a>
          </div>
          <DayNotice day={day} />
          {day.rows.length > 0 ? (
            <DayTable locale={locale} department={department} day={day} counters={grid.counters} />
          ) : null}
        </section>
      ))}
      <DaysWithout dates={grid.without} />
    </>
  );
}

const dayPath = (locale: Locale, department: Department, day: GridDay) =>
  `/${locale}/staff/${department.slug}/day/${day.date}`;

type TableProps = { locale: Locale; department: Department; day: GridDay; counters: number[] };

function DayTable({ locale, department, day, counters }: TableProps) {
  const t = useTranslations("staff.grid");
  const caption = t("day", { date: dayAndMonth(toDay(day.date), locale) });
  const concernName = (slug: string) =>
    department.concerns.find((concern) => concern.slug === slug)?.name[locale] ?? slug;
  const frame =
    "overflow-x-auto rounded-card border border-line bg-card print:overflow-visible print:rounded-none";
  // The first column stays in sight while the others move under it.
  const pinned = "sticky start-0 z-1 bg-sand";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section aria-label={caption} tabIndex={0} className={frame}>
      <table
        className={`w-full table-fixed border-separate border-spacing-0 text-sm print:min-w-0 print:text-[9pt] print:leading-snug ${counters.length > 2 ? "min-w-[46rem]" : "min-w-[26rem]"}`}
      >
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className={`w-18 px-3 py-2 text-start print:w-[15mm] print:px-1 print:py-0.5 ${pinned}`}
            >
              {t("time")}
            </th>
            {counters.map((counter) => (
              <th key={counter} scope="col" className="bg-sand px-3 py-2 text-start print:py-0.5">
                {t("counter", { counter: String(counter) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {day.rows.map((row) => (
            <tr key={row.startsAt}>
              <th
                scope="row"
                className={`border-t border-line px-3 py-2 text-start align-top print:px-1 print:py-1 ${pinned}`}
              >
                <bdi dir="ltr" className="tabular-nums">
                  {timeOf(row.startsAt)}
                </bdi>
              </th>
              {row.cells.map((slot, index) => (
                <SlotCell
                  key={counters[index]}
                  slot={slot}
                  dayHref={dayPath(locale, department, day)}
                  concern={slot?.appointment ? concernName(slot.appointment.concern) : null}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
