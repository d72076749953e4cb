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
  draw: DrawView;
  children?: ReactNode;
};

/** What is drawn for, and from when until when one can enter. */
export function DrawTicket({ locale, office, department, concern, draw, children }: Props) {
  const t = useTranslations("draw.ticket");
  const booking = useTranslations("booking.ticket");
  const { from, to, week } = useDrawTimes(locale)(draw);
  const place = { office: office.name[locale], department: department.name[locale] };
  const minutes = concern.units * department.slotMinutes;
  return (
    <Ticket
      title={t("title")}
      rows={[
        { label: booking("office"), value: booking("officeAndDepartment", place) },
        { label: booking("concern"), value: booking("minutes", { concern: concern.name[locale], minutes }) },
        { label: t("week"), value: week },
        { label: t("opens"), value: from },
        { label: t("closes"), value: to },
      ]}
    >
      {children}
    </Ticket>
  );
}
