import { useTranslations } from "next-intl";
import { shortDay, toDay } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import type { WeekSummary } from "@/lib/schedule/types";

/** The days of a week in words: "23. bis 27. November". In Arabic digits around a dash would change places. */
export function useWeekRange(locale: Locale): (week: Pick<WeekSummary, "startsOn" | "endsOn">) => string {
  const t = useTranslations("staff.week");
  return ({ startsOn, endsOn }) => {
    const [first, last] = [toDay(startsOn), toDay(endsOn)];
    const to = shortDay(last, locale);
    return first.month === last.month
      ? t("sameMonth", { day: String(first.day), to })
      : t("twoMonths", { from: shortDay(first, locale), to });
  };
}
