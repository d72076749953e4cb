import { Temporal } from "temporal-polyfill";

const zone = "Europe/Berlin";

/**
 * The calendar day in Berlin on which a page is built, `YYYY-MM-DD`. Facts on prerendered pages hold for this day.
 * Prerendering has no database, so this is the one place beside `clock.ts` that reads the machine's clock.
 * `CONTENT_DATE` sets another day, to look at what a future day will show.
 */
export function buildDate(): string {
  return process.env.CONTENT_DATE ?? Temporal.Now.plainDateISO(zone).toString();
}
