import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Ticket } from "@/components/ui/ticket";
import type { DrawView } from "@/lib/booking/draw/types";
import type { Locale } from "@/lib/i18n/routing";
import type { Concern, Department, Office } from "@/lib/offices/types";
import { useDrawTimes } from "./draw-times";

type Props = {
  locale: Locale;
  office: Office;
  department: Department;
  concern: Concern;
  /** What else is done in the same visit, by how many persons, and the slots of all together. */
  further?: Concern[] | undefined;
  persons?: number | undefined;
  units: number;
  draw: DrawView;
  children?: ReactNode;
};

/** What is drawn for, and from when until when one can enter. */
export function DrawTicket({
  locale,
  office,
  department,
  concern,
  further = [],
  persons = 1,
  units,
  draw,
  children,
}: Props) {
  const t = useTranslations("draw.ticket");
  const booking = useTranslations("booking.ticket");
  const { from, to, week } = useDrawTimes(locale)(draw);
  const place = { office: office.name[locale], department: department.name[locale] };
  const concerns = [concern, ...further].map((each) => each.name[locale]).join(" + ");
  const minutes = units * department.slotMinutes;
  return (
    <Ticket
      title={t("title")}
      rows={[
        { label: booking("office"), value: booking("officeAndDepartment", place) },
        { label: booking("concern"), value: booking("minutes", { concern: concerns, minutes }) },
        ...(persons > 1 ? [{ label: booking("persons"), value: String(persons) }] : []),
        { label: t("week"), value: week },
        { label: t("opens"), value: from },
        { label: t("closes"), value: to },
      ]}
    >
      {children}
    </Ticket>
  );
}
