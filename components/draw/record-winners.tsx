import { useTranslations } from "next-intl";
import type { DrawRecord } from "@/lib/booking/draw/schema";
import { dayAndMonth, dayOf, timeOf } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";

/** All places that were won, in the drawn order. Those who lost are in the file: they may be thousands. */
export function RecordWinners({ locale, record }: { locale: Locale; record: DrawRecord }) {
  const t = useTranslations("draw.record");
  const at = useTranslations("draw");
  const winners = (record.result ?? []).flatMap(({ pseudonym, place }, index) =>
    place ? [{ number: index + 1, pseudonym, ...place }] : [],
  );
  if (winners.length === 0) return null;
  return (
    <details className="min-w-0 rounded-card border border-line bg-card p-5">
      <summary className="min-h-11 cursor-pointer content-center font-bold text-teal">{t("winners")}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard */}
      <section aria-label={t("winners")} tabIndex={0} className="mt-3 overflow-x-auto">
        <table className="w-full text-start text-sm">
          <thead>
            <tr>
              {(["number", "findLabel", "counter", "time"] as const).map((name) => (
                <th key={name} scope="col" className="px-2 py-1 text-start">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {winners.map(({ number, pseudonym, counter, startsAt }) => (
              <tr key={pseudonym} className="border-t border-line">
                <td className="px-2 py-1 tabular-nums">{number}</td>
                <td className="px-2 py-1 whitespace-nowrap tabular-nums">
                  <bdi dir="ltr">{pseudonym}</bdi>
                </td>
                <td className="px-2 py-1 tabular-nums">{counter}</td>
                <td className="px-2 py-1">
                  {at("at", { date: dayAndMonth(dayOf(startsAt), locale), time: timeOf(startsAt) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
