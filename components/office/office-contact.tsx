import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Fact } from "@/components/guide/fact";
import { Icon, type IconName } from "@/components/ui/icon";
import type { ShownFact } from "@/lib/guides/facts/types";
import type { Locale } from "@/lib/i18n/routing";
import type { Office } from "@/lib/offices/types";

type Props = { locale: Locale; office: Office; hotline: ShownFact; website: ShownFact };

/** How to reach the office, and how one pays there. */
export function OfficeContact({ locale, office, hotline, website }: Props) {
  const t = useTranslations("offices");
  const rows: { name: "phone" | "website" | "payment"; icon: IconName; value: ReactNode }[] = [
    { name: "phone", icon: "phone", value: <Fact fact={hotline} locale={locale} /> },
    { name: "website", icon: "web", value: <Fact fact={website} locale={locale} /> },
    { name: "payment", icon: "card", value: office.contact.payment[locale] },
  ];
  return (
    <section className="rounded-card border border-line bg-card p-5 shadow-card">
      <h2 className="text-lg">{t("contact")}</h2>
      <dl className="mt-2 grid gap-3">
        {rows.map(({ name, icon, value }) => (
          <div key={name} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
            <Icon name={icon} className="row-span-2 mt-1 size-5 text-teal" />
            <dt className="text-sm text-soft">{t(name)}</dt>
            <dd className="col-start-2 font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
