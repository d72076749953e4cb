import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { Locale } from "@/lib/i18n/routing";
import type { WeekSummary } from "@/lib/schedule/types";
import { WeekActions } from "./week-actions";
import { useWeekRange } from "./week-range";
import { WeekNumbers, WeekStatus } from "./week-status";

/** The coming weeks of a department, each with its state, its numbers and what can be done with it. */
export function WeekList({
  locale,
  department,
  weeks,
}: {
  locale: Locale;
  department: string;
  weeks: WeekSummary[];
}) {
  const t = useTranslations("staff.week");
  const rangeOf = useWeekRange(locale);
  const page = `/${locale}/staff/${department}`;
  return (
    <ol className="grid gap-4">
      {weeks.map((week) => (
        <li
          key={week.week}
          id={week.week}
          className="grid scroll-mt-4 gap-x-8 gap-y-4 rounded-card border border-line bg-card p-5 shadow-card lg:grid-cols-[1fr_auto_18rem]"
        >
          <div className="grid content-start gap-2">
            <h2 className="flex flex-wrap items-baseline gap-x-3 text-lg">
              {rangeOf(week)}
              <small className="text-sm font-normal text-soft">
                {t("number", { week: String(Number(week.week.slice(6))) })}
              </small>
            </h2>
            <WeekStatus locale={locale} week={week} />
          </div>
          <WeekNumbers week={week} />
          <div className="grid content-start gap-2">
            <WeekActions
              locale={locale}
              department={department}
              week={week}
              range={rangeOf(week)}
              returnTo={`${page}#${week.week}`}
            />
            <a
              href={`${page}/${week.week}`}
              className="inline-flex min-h-11 items-center gap-1 justify-self-start"
            >
              {t("grid")}
              <span className="sr-only">: {rangeOf(week)}</span>
              <Icon name="forward" className="size-4" />
            </a>
          </div>
        </li>
      ))}
    </ol>
  );
}
