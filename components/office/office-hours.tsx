import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n/routing";
import type { Office, Weekday } from "@/lib/offices/types";

const weekdays: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** The weekly hours in which a department gives appointments, as they hold on a day (`YYYY-MM-DD`). */
export function OfficeHours({ locale, office, today }: { locale: Locale; office: Office; today: string }) {
  const t = useTranslations("offices");
  return (
    <section className="rounded-card border border-line bg-card p-5 shadow-card">
      <h2 className="text-lg">{t("hours")}</h2>
      {office.departments.map((department) => {
        const valid = department.openingHours
          .filter((hours) => hours.validFrom <= today && (!hours.validTo || today <= hours.validTo))
          .at(-1);
        return (
          <div key={department.slug} className="mt-3">
            <h3 className="text-base">{department.name[locale]}</h3>
            <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-5 gap-y-0.5">
              {weekdays.flatMap((day) => {
                const ranges = valid?.days[day];
                if (!ranges?.length) return [];
                return [
                  <dt key={`${day}-name`} className="text-soft">
                    {t(`days.${day}`)}
                  </dt>,
                  <dd key={day} className="text-end font-semibold tabular-nums">
                    {ranges.map((range) => (
                      <bdi key={range} dir="ltr" className="block">
                        {range.replace("-", "–")}
                      </bdi>
                    ))}
                  </dd>,
                ];
              })}
            </dl>
          </div>
        );
      })}
    </section>
  );
}
