import Holidays from "date-holidays";
import type { Temporal } from "temporal-polyfill";

/**
 * Public holidays of a region (`DE-NW`) in the week from `monday`, by date. Names are German, as the office says them.
 * Source: the library date-holidays, which was compared with the calendars of 2026 and 2027.
 */
export function publicHolidays(region: string, monday: Temporal.PlainDate): Map<string, string> {
  const [country, state] = region.split("-");
  const calendar = new Holidays(country ?? "", state ?? "", { types: ["public"], languages: ["de"] });
  const sunday = monday.add({ days: 6 }).toString();
  const years = new Set([monday.year, monday.add({ days: 6 }).year]);
  const days = [...years].flatMap((year) => calendar.getHolidays(year, "de"));
  return new Map(
    days
      .map((day) => [day.date.slice(0, 10), day.name] as const)
      .filter(([date]) => date >= monday.toString() && date <= sunday),
  );
}
