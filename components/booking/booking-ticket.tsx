import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Ticket } from "@/components/ui/ticket";
import { dayOf, longDate, timeOf } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import type { Concern, Department, Office } from "@/lib/offices/types";

type Props = {
  locale: Locale;
  office: Office;
  department?: Department | undefined;
  concern?: Concern | undefined;
  startsAt?: string | undefined;
  reference?: string | undefined;
  person?: string | undefined;
  children?: ReactNode;
};

/** The ticket: it grows while somebody chooses, and is what one holds at the end. */
export function BookingTicket({
  locale,
  office,
  department,
  concern,
  startsAt,
  reference,
  person,
  children,
}: Props) {
  const t = useTranslations("booking.ticket");
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
              concern: concern.name[locale],
              minutes: concern.units * department.slotMinutes,
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
    ...(person ? [{ label: t("person"), value: <bdi>{person}</bdi> }] : []),
    ...(reference ? [{ label: t("reference"), value: <bdi dir="ltr">{reference}</bdi> }] : []),
    ...(concern ? [{ label: t("bring"), value: t("documents", { count: concern.documents.length }) }] : []),
  ];
  return (
    <Ticket title={t("title")} rows={rows}>
      {children}
    </Ticket>
  );
}
