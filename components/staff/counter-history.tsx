import { useTranslations } from "next-intl";
import type { CounterEvent } from "@/lib/booking/day/types";
import { dayOf, numericDay, timeOf } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";

const kinds = [
  "held",
  "extended",
  "confirmed",
  "moved",
  "coming",
  "released",
  "cancelled",
  "cancelled_by_office",
  "checked_in",
  "served",
  "missed",
  "note_withdrawn",
  "documents_shared",
  "documents_withdrawn",
] as const;
const isKnown = (kind: string): kind is (typeof kinds)[number] => (kinds as readonly string[]).includes(kind);

type Props = { locale: Locale; name: string; events: CounterEvent[] };

/** What happened to an appointment, when and by whom. */
export function CounterHistory({ locale, name, events }: Props) {
  const t = useTranslations("staff.counter.history");
  const at = (instant: string) => `${numericDay(dayOf(instant), locale)} ${timeOf(instant)}`;
  return (
    <details className="no-print text-sm">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-teal underline">
        {t("title")}
        <span className="sr-only">
          : <bdi>{name}</bdi>
        </span>
      </summary>
      <ol className="mt-2 grid gap-2">
        {events.map((event) => (
          <li key={`${event.at} ${event.kind}`} className="flex flex-wrap gap-x-3">
            <bdi dir="ltr" className="tabular-nums">
              {at(event.at)}
            </bdi>
            <span>
              {isKnown(event.kind) ? t(`kind.${event.kind}`) : event.kind}
              {event.from && event.to ? (
                <>
                  {" "}
                  <bdi dir="ltr" className="tabular-nums">
                    {at(event.from)} → {at(event.to)}
                  </bdi>
                </>
              ) : null}
            </span>
            <span className="text-soft">
              {event.actor === "applicant" || event.actor === "draw" ? (
                t(event.actor)
              ) : (
                <bdi dir="ltr">{event.actor}</bdi>
              )}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
