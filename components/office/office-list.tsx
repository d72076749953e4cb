import { useTranslations } from "next-intl";
import { Icon, type IconName } from "@/components/ui/icon";
import type { Locale } from "@/lib/i18n/routing";
import type { Office } from "@/lib/offices/types";

const ways: { key: "book" | "documents" | "contact"; icon: IconName; to: string }[] = [
  { key: "book", icon: "calendar", to: "/book" },
  { key: "documents", icon: "file", to: "#concerns" },
  { key: "contact", icon: "message", to: "#contact" },
];

/** The offices, each with the three things people come for. */
export function OfficeList({ locale, offices }: { locale: Locale; offices: Office[] }) {
  const t = useTranslations("offices");
  return (
    <ul className="grid gap-4">
      {offices.map((office) => {
        const page = `/${locale}/offices/${office.slug}`;
        return (
          <li key={office.slug} className="rounded-card border border-line bg-card p-5 shadow-card">
            <h2 className="text-lg">
              <a href={page} className="inline-flex min-h-11 items-center no-underline hover:underline">
                {office.name[locale]}
              </a>
            </h2>
            <p className="text-soft">
              {office.departments.map((department) => department.name[locale]).join(" · ")}
            </p>
            <p data-slot={`open-${office.slug}`} className="empty:hidden" />
            <ul className="mt-1 flex flex-wrap gap-x-6">
              {ways.map(({ key, icon, to }) => (
                <li key={key}>
                  <a href={page + to} className="inline-flex min-h-11 items-center gap-2 font-semibold">
                    <Icon name={icon} className="size-5" />
                    {t(key)}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}
