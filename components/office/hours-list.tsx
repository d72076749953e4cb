import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Weekday } from "@/lib/offices/types";

/** Days with their hours, one a line. */
export function HoursList({ rows }: { rows: { day: Weekday; hours: ReactNode }[] }) {
  const t = useTranslations("offices.days");
  return (
    <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-5 gap-y-0.5">
      {rows.flatMap(({ day, hours }) => [
        <dt key={`${day}-name`} className="font-normal text-soft">
          {t(day)}
        </dt>,
        <dd key={day} className="text-end font-semibold tabular-nums">
          {hours}
        </dd>,
      ])}
    </dl>
  );
}
