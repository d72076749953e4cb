import { useFormatter, useTranslations } from "next-intl";
import { Note } from "@/components/ui/note";
import { toDay } from "@/lib/i18n/dates";
import type { GridDay } from "@/lib/schedule/grid/types";

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** Why a day has no slots, or that it has some in spite of a holiday or a closure. */
export function DayNotice({ day }: { day: GridDay }) {
  const t = useTranslations("staff.grid.notes");
  if (!day.note) return null;
  const { kind, name = "" } = day.note;
  const key = day.rows.length > 0 ? (`${kind}Slots` as const) : kind;
  return (
    <Note kind={day.rows.length > 0 ? "attention" : "info"}>
      {/* Names of holidays are German in every language, as the office writes them. */}
      <p>{t.rich(key, { name: () => <bdi lang="de">{name}</bdi> })}</p>
    </Note>
  );
}

/** The days of the week on which the department never has hours. */
export function DaysWithout({ dates }: { dates: string[] }) {
  const t = useTranslations("staff.grid");
  const days = useTranslations("offices.days");
  const format = useFormatter();
  const names = dates.map((date) => days(weekdays[toDay(date).dayOfWeek - 1] ?? "mon"));
  return names.length > 0 ? (
    <p className="text-sm text-soft">{t("without", { days: format.list(names) })}</p>
  ) : null;
}
