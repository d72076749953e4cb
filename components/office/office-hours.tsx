import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n/routing";
import { weekdays } from "@/lib/offices/rules";
import type { Office } from "@/lib/offices/types";
import { HoursList } from "./hours-list";

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
        const rows = weekdays.flatMap((day) => {
          const ranges = valid?.days[day];
          return ranges?.length ? [{ day, hours: <Ranges ranges={ranges} /> }] : [];
        });
        return (
          <div key={department.slug} className="mt-3">
            <h3 className="text-base">{department.name[locale]}</h3>
            <p data-slot={`open-${department.slug}`} className="empty:hidden" />
            <HoursList rows={rows} />
          </div>
        );
      })}
      {office.hoursNote ? <p className="mt-3 text-sm text-soft">{office.hoursNote[locale]}</p> : null}
    </section>
  );
}

function Ranges({ ranges }: { ranges: string[] }) {
  return ranges.map((range) => (
    <bdi key={range} dir="ltr" className="block">
      {range.replace("-", "–")}
    </bdi>
  ));
}
