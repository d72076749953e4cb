import type { Department, Weekday } from "@/lib/offices/types";
import type { OfferFailure, PartOfDay, WaitState } from "./types";

/** In the order of ISO: Monday is 1. */
export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const satisfies Weekday[];

export const partsOfDay = ["morning", "afternoon"] as const satisfies PartOfDay[];

/** Why an offer could not be answered, as the owner's page is told. */
export const offerRefusals = [
  "offer_expired",
  "slot_taken",
  "limit_person",
] as const satisfies OfferFailure[];

/** ISO numbers of weekdays, as the database keeps them. */
export const dayNumbers = (days: readonly Weekday[]): number[] =>
  days.map((day) => weekdays.indexOf(day) + 1).sort();

/** Weekdays of ISO numbers. */
export const daysOf = (numbers: readonly number[]): Weekday[] =>
  numbers.flatMap((number) => weekdays[number - 1] ?? []);

/** The weekdays on which a department ever opens: others need not be asked for. */
export function openDays(department: Department): Weekday[] {
  return weekdays.filter((day) =>
    department.openingHours.some((hours) => (hours.days[day] ?? []).length > 0),
  );
}

/** How urgent a reason is by the policy of the department; 0 for none, null for one that it does not know. */
export function urgencyOf(department: Department, reason: string | undefined): number | null {
  if (!reason) return 0;
  return department.waitlist.reasons.find(({ slug }) => slug === reason)?.urgency ?? null;
}

/** Hours within which a new entry must be confirmed. */
export const confirmHours = 24;

/** The state of an entry now. */
export function waitState(entry: {
  confirmed: boolean;
  paused: boolean;
  left: boolean;
  served: boolean;
  hoursSinceJoined: number;
}): WaitState {
  if (entry.served) return "served";
  if (entry.left || (!entry.confirmed && entry.hoursSinceJoined >= confirmHours)) return "left";
  if (!entry.confirmed) return "unconfirmed";
  return entry.paused ? "paused" : "waiting";
}
