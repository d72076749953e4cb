import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Ticket } from "@/components/ui/ticket";
import { dayOf, longDate, timeOf } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import { documentsOf } from "@/lib/offices/rules";
import type { Concern, Department, Office } from "@/lib/offices/types";

type Props = {
  locale: Locale;
  office: Office;
  department?: Department | undefined;
  concern?: Concern | undefined;
  /** What else is done in the same visit, by how many persons, and the slots of all together. */
  further?: Concern[] | undefined;
  persons?: number | undefined;
  units?: number | undefined;
  startsAt?: string | undefined;
  reference?: string | undefined;
  /** Names of everybody who comes, the applicant first. */
  people?: string[] | undefined;
  children?: ReactNode;
};

/** The ticket: it grows while somebody chooses, and is what one holds at the end. */
export function BookingTicket({
  locale,
  office,
  department,
  concern,
  further = [],
  persons = 1,
  units,
  startsAt,
  reference,
  people = [],
  children,
}: Props) {
  const t = useTranslations("booking.ticket");
  const bring = (count: number) => {
    const text = t("documents", { count });
    // While somebody still chooses, a link would lead away from what was typed.
    if (!reference || !concern || count === 0 || further.length > 0) return text;
    return <a href={`/${locale}/offices/${office.slug}/checklist/${concern.slug}`}>{text}</a>;
  };
  const rows = [
    {
      label: t("office"),
      value: department
        ? t("officeAndDepartment", { office: office.name[locale], department: department.name[locale] })
        : office.name[locale],
    },
    ...(department && concern
      ? [
          {
            label: t("concern"),
            value: t("minutes", {
              concern: [concern, ...further].map((each) => each.name[locale]).join(" + "),
              minutes: (units ?? concern.units) * department.slotMinutes,
            }),
          },
        ]
      : []),
    ...(startsAt
      ? [
          {
            label: t("time"),
            value: t("at", { date: longDate(dayOf(startsAt), locale), time: timeOf(startsAt) }),
          },
        ]
      : []),
    ...(people.length > 0 ? [{ label: t("person"), value: <Names names={people} /> }] : []),
    ...(persons > 1 ? [{ label: t("persons"), value: String(persons) }] : []),
    ...(reference ? [{ label: t("reference"), value: <bdi dir="ltr">{reference}</bdi> }] : []),
    ...(concern ? [{ label: t("bring"), value: bring(documentsOf([concern, ...further]).length) }] : []),
  ];
  return (
    <Ticket title={t("title")} rows={rows}>
      {children}
    </Ticket>
  );
}

function Names({ names }: { names: string[] }) {
  return names.map((name) => (
    <span key={name} className="block">
      <bdi>{name}</bdi>
    </span>
  ));
}
