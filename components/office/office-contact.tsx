import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FactOf } from "@/components/guide/fact";
import { Phone } from "@/components/guide/phone";
import { Icon, type IconName } from "@/components/ui/icon";
import type { Locale } from "@/lib/i18n/routing";
import { weekdays } from "@/lib/offices/rules";
import type { Office } from "@/lib/offices/types";
import { HoursList } from "./hours-list";
import { SurnameForm } from "./surname-form";

type Contact = Office["contact"];
type Row = { name: "phone" | "lines" | "phoneHours" | "address" | "website" | "payment"; icon: IconName };

/** How to reach the office, and how one pays there, in a box of its own. */
export function OfficeContact({ locale, office }: { locale: Locale; office: Office }) {
  const t = useTranslations("offices");
  return (
    <section className="rounded-card border border-line bg-card p-5 shadow-card">
      <h2 className="text-lg">{t("contact")}</h2>
      <ContactRows locale={locale} office={office} />
    </section>
  );
}

/** The same without the box; what is not known is left out. */
export function ContactRows({ locale, office }: { locale: Locale; office: Office }) {
  const t = useTranslations("offices");
  const { hotline, lines, phoneHours, address, website, payment } = office.contact;
  const all: (Row & { value: ReactNode })[] = [
    { name: "phone", icon: "phone", value: hotline ? <Phone id={hotline} /> : null },
    {
      name: "lines",
      icon: "phone",
      value: lines ? <Lines locale={locale} office={office} lines={lines} /> : null,
    },
    {
      name: "phoneHours",
      icon: "clock",
      value: phoneHours ? <PhoneHours hours={phoneHours} locale={locale} /> : null,
    },
    { name: "address", icon: "place", value: address ? <FactOf id={address} locale={locale} /> : null },
    { name: "website", icon: "web", value: <FactOf id={website} locale={locale} /> },
    { name: "payment", icon: "card", value: payment?.[locale] },
  ];
  return (
    <dl className="mt-2 grid gap-3">
      {all
        .filter(({ value }) => value)
        .map(({ name, icon, value }) => (
          <div key={name}>
            <dt className="flex items-center gap-x-3 text-sm text-soft">
              <Icon name={icon} className="size-5 text-teal" />
              {t(name)}
            </dt>
            <dd className="ps-8 font-semibold">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Telephones by the beginning of the family name in Latin letters, which is how the office sorts. */
function Lines({
  locale,
  office,
  lines,
}: {
  locale: Locale;
  office: Office;
  lines: NonNullable<Contact["lines"]>;
}) {
  return (
    <>
      {office.contact.linesNote ? (
        <p className="text-sm font-normal text-soft">{office.contact.linesNote[locale]}</p>
      ) : null}
      <ul className="grid gap-0.5">
        {lines.map(({ from, to, phone }) => (
          <li key={phone} className="flex flex-wrap justify-between gap-x-4">
            <bdi dir="ltr" className="font-normal">
              {from}–{to}
            </bdi>
            <Phone id={phone} />
          </li>
        ))}
      </ul>
      <SurnameForm locale={locale} office={office.slug} />
    </>
  );
}

function PhoneHours({ hours, locale }: { hours: NonNullable<Contact["phoneHours"]>; locale: Locale }) {
  const rows = weekdays.flatMap((day) =>
    hours
      .filter(({ days }) => days.includes(day))
      .map((each) => ({ day, hours: <FactOf id={each.hours} locale={locale} /> })),
  );
  return (
    <>
      <p data-slot="phone-now" className="empty:hidden" />
      <HoursList rows={rows} />
    </>
  );
}
