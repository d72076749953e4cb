import { useTranslations } from "next-intl";
import type { DrawView } from "@/lib/booking/draw/types";
import { dayAndMonth, dayOf, shortDay, timeOf, toDay } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";

/** The times of a draw in words: from when until when people can enter, and the week it is about. */
export function useDrawTimes(locale: Locale) {
  const t = useTranslations("draw");
  const at = (instant: string) =>
    t("at", { date: dayAndMonth(dayOf(instant), locale), time: timeOf(instant) });
  return (draw: Pick<DrawView, "opensAt" | "closesAt" | "days">) => {
    const [first, last] = [draw.days[0], draw.days.at(-1)];
    return {
      from: at(draw.opensAt),
      to: at(draw.closesAt),
      week:
        first && last
          ? t("week", { from: shortDay(toDay(first), locale), to: shortDay(toDay(last), locale) })
          : "",
    };
  };
}
