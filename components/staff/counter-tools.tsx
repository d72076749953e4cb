import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { CounterDay } from "@/lib/booking/day/types";
import { dayAndMonth, toDay } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";

type Props = {
  locale: Locale;
  day: CounterDay /** Address of the counters. */;
  base: string;
  search: string;
};

/** To other days, and to one appointment. */
export function CounterTools({ locale, day, base, search }: Props) {
  const t = useTranslations("staff.counter");
  return (
    <div className="no-print grid gap-4">
      <nav aria-label={t("days")} className="flex flex-wrap gap-x-6">
        <DayLink locale={locale} base={base} label={t("previous")} date={day.previous} />
        {day.date === day.today ? null : (
          <DayLink locale={locale} base={base} label={t("today")} date={day.today} />
        )}
        <DayLink locale={locale} base={base} label={t("next")} date={day.next} />
      </nav>
      <div className="grid gap-4 md:grid-cols-[minmax(0,1fr)_auto]">
        {/* biome-ignore lint/a11y/useSemanticElements: not every browser's screen reader knows <search> yet. */}
        <form role="search" action={`${base}/${day.date}`} className="flex flex-wrap items-end gap-3">
          <div className="min-w-56 flex-1">
            <Field id="q" label={t("search.label")} hint={t("search.hint")}>
              <TextInput id="q" name="q" type="search" hasHint defaultValue={search} />
            </Field>
          </div>
          <Button type="submit" variant="quiet">
            {t("search.submit")}
          </Button>
        </form>
        <form action={base} className="flex flex-wrap items-end gap-3">
          <Field id="date" label={t("date")}>
            <TextInput id="date" name="date" type="date" dir="ltr" defaultValue={day.date} />
          </Field>
          <Button type="submit" variant="quiet">
            {t("show")}
          </Button>
        </form>
      </div>
    </div>
  );
}

function DayLink({
  locale,
  base,
  label,
  date,
}: {
  locale: Locale;
  base: string;
  label: string;
  date: string;
}) {
  return (
    <a href={`${base}/${date}`} className="inline-flex min-h-11 items-center gap-x-2">
      {label}
      <span className="text-sm">({dayAndMonth(toDay(date), locale)})</span>
    </a>
  );
}
