import type { Temporal } from "temporal-polyfill";
import type { Weekday } from "../types";

/** Hours of a week by weekday, `14:30-17:00` each, as they hold from one day to another. */
export type WeeklyHours = {
  validFrom: string;
  validTo?: string | undefined;
  days: { [day in Weekday]?: string[] | undefined };
};

/** Days or hours without visitors. */
export type ClosedTime = { from: string; to: string; hours: string | null };

/** Whether somebody is there, and until when; or when somebody will be, as far as is known. */
export type OpenState =
  | { open: true; until: string }
  | { open: false; next: { date: Temporal.PlainDate; inDays: number; time: string } | null };
