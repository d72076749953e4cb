import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { Locale } from "@/lib/i18n/routing";
import type { Office } from "@/lib/offices/types";

/** The departments of the clerk's office, each leading to its weeks. */
export function DepartmentList({ locale, office }: { locale: Locale; office: Office }) {
  const t = useTranslations("staff.office");
  return (
    <ul className="grid max-w-[56rem] gap-4 sm:grid-cols-2">
      {office.departments.map((department) => (
        <li key={department.slug}>
          <a
            href={`/${locale}/staff/${department.slug}`}
            className="flex h-full items-center gap-4 rounded-card border border-line bg-card p-5 text-ink no-underline shadow-card hover:border-teal"
          >
            <span className="grid size-11 flex-none place-items-center rounded-xl bg-teal-wash text-teal">
              <Icon name="calendar" />
            </span>
            <span className="grid flex-1">
              <strong className="text-teal-deep">{department.name[locale]}</strong>
              <span className="text-sm text-soft">
                {t("details", { counters: department.counters, minutes: department.slotMinutes })}
              </span>
            </span>
            <Icon name="forward" className="size-5 text-teal" />
          </a>
        </li>
      ))}
    </ul>
  );
}
