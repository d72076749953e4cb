import { useTranslations } from "next-intl";
import type { GridSlot } from "@/lib/schedule/grid/types";

const looks = {
  none: "border-transparent text-soft",
  planned: "border-transparent text-soft",
  free: "border-transparent text-soft",
  returning: "border-dashed border-line text-soft",
  draw: "border-dashed border-line text-soft",
  held: "border-dashed border-saffron bg-saffron-wash",
  booked: "border-teal bg-teal-wash",
  closed: "border-transparent bg-sand text-soft",
} as const;

type Props = {
  /** Null where the counter has no slot at this time. */
  slot: GridSlot | null;
  /** The concern in the reader's language. */
  concern: string | null;
  /** The page of the day at the counters. */
  dayHref: string;
};

/** One slot: its state always as a word, and who comes with what. A long appointment is named once, where it begins. */
export function SlotCell({ slot, concern, dayHref }: Props) {
  const t = useTranslations("staff.grid");
  const state = slot?.state ?? "none";
  const appointment = slot?.appointment;
  return (
    <td className="border-t border-line p-1 align-top">
      <div className={`h-full rounded-lg border px-2 py-1 print:px-1 print:py-0 ${looks[state]}`}>
        {appointment?.first ? (
          <>
            <span className="block font-bold wrap-anywhere">
              <bdi>{appointment.name}</bdi>
            </span>
            <span className="block">{concern}</span>
            <span className="flex flex-wrap justify-between gap-x-2 text-soft">
              <a href={`${dayHref}#${appointment.reference}`} className="text-soft">
                <bdi dir="ltr" className="tabular-nums">
                  {appointment.reference}
                </bdi>
              </a>
              {t(`state.${state}`)}
            </span>
          </>
        ) : (
          <span className="flex flex-wrap justify-between gap-x-2">
            {appointment ? <span>{t("continued")}</span> : null}
            <span className={appointment ? "text-soft" : ""}>{t(`state.${state}`)}</span>
          </span>
        )}
      </div>
    </td>
  );
}
