import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/note";
import type { Locale } from "@/lib/i18n/routing";
import type { Department, Office } from "@/lib/offices/types";
import { plannedSlots, weekGrid, weeksBeside } from "@/lib/schedule/grid/rules";
import type { GridSlot } from "@/lib/schedule/grid/types";
import type { WeekPlan, WeekSummary } from "@/lib/schedule/types";
import type { Staff } from "@/lib/staff/types";
import { StaffPage } from "./staff-page";
import { WeekActions } from "./week-actions";
import { useWeekRange } from "./week-range";
import { WeekNumbers, WeekStatus } from "./week-status";
import { WeekTimetable } from "./week-timetable";

type Props = {
  locale: Locale;
  staff: Staff;
  office: Office;
  department: Department;
  summary: WeekSummary;
  plan: WeekPlan;
  /** Null while nothing is stored; then the plan is shown as a preview, unless the week is over. */
  stored: GridSlot[] | null;
};

/** A week as a whole: its state, what can be done with it, and its timetable; also on paper. */
export function WeekView({ locale, staff, office, department, summary, plan, stored }: Props) {
  const t = useTranslations("staff.week");
  const range = useWeekRange(locale)(summary);
  const grid = stored || !summary.over ? weekGrid(plan, stored ?? plannedSlots(plan)) : null;
  const path = `/staff/${department.slug}/${summary.week}`;
  const crumb = { name: department.name[locale], href: `/${locale}/staff/${department.slug}` };
  const [year = "", week = ""] = summary.week.split("-W");
  return (
    <StaffPage
      locale={locale}
      path={path}
      staff={staff}
      crumbs={[crumb]}
      title={range}
      lead={`${t("numberAndYear", { week: String(Number(week)), year })} · ${department.name[locale]} · ${office.name[locale]}`}
    >
      <div className="grid gap-4 rounded-card border border-line bg-card p-5 print:border-0 print:p-0">
        <WeekStatus locale={locale} week={summary} />
        <WeekNumbers week={summary} />
        <div className="no-print">
          <WeekActions
            locale={locale}
            department={department.slug}
            week={summary}
            range={range}
            returnTo={`/${locale}${path}`}
          />
        </div>
      </div>
      {grid && !stored ? <Preview slots={plan.slots.length} counters={grid.counters.length} /> : null}
      {grid ? <WeekTimetable locale={locale} department={department} grid={grid} /> : null}
      <Beside locale={locale} department={department.slug} week={summary.week} />
    </StaffPage>
  );
}

function Preview({ slots, counters }: { slots: number; counters: number }) {
  const t = useTranslations("staff.grid");
  if (slots === 0) return <Note kind="attention">{t("empty")}</Note>;
  return <Note title={t("previewTitle")}>{t("preview", { count: slots, counters })}</Note>;
}

function Beside({ locale, department, week }: { locale: Locale; department: string; week: string }) {
  const t = useTranslations("staff.grid");
  const beside = weeksBeside(week);
  if (!beside) return null;
  return (
    <div className="no-print grid gap-2">
      <p className="text-sm text-soft">{t("print")}</p>
      <nav aria-label={t("beside")} className="flex flex-wrap gap-x-6">
        {(["previous", "next"] as const).map((which) => (
          <a
            key={which}
            href={`/${locale}/staff/${department}/${beside[which]}`}
            className="inline-flex min-h-11 items-center"
          >
            {t(which)}
          </a>
        ))}
      </nav>
    </div>
  );
}
