import "server-only";
import type { Concern, Office } from "@/lib/offices/types";
import { availability } from "../queries";
import type { Visit } from "../rules";
import type { AppointmentView, Availability } from "../types";

type Days = { from?: string | undefined; to?: string | undefined };
type Company = { furtherConcerns?: string[]; persons?: number };

/** How old what the calendar shows may be, and what `Cache-Control` says. */
export const calendarSeconds = 1;

const known = new Map<string, Promise<Availability | null>>();

/**
 * `availability` for everybody who looks at the same time: asked for once in a second, however many ask. So looking
 * again and again shows nothing sooner, and costs the database nothing. A claim never relies on it.
 */
export async function calendar(
  office: Office,
  concern: string,
  range: Days = {},
  company: Company = {},
): Promise<Availability | null> {
  const further = company.furtherConcerns ?? [];
  const key = JSON.stringify([office.slug, concern, further, company.persons ?? 1]);
  let whole = known.get(key);
  if (!whole) {
    whole = availability(office, concern, {}, company);
    known.set(key, whole);
    const forget = () => known.delete(key);
    // What failed is asked for again at once.
    whole.then(() => setTimeout(forget, calendarSeconds * 1000).unref(), forget);
  }
  const found = await whole;
  const asked = (date: string) => (!range.from || date >= range.from) && (!range.to || date <= range.to);
  return found && { ...found, days: found.days.filter((day) => asked(day.date)) };
}

/** The free times of a visit as the booking page shows it. */
export async function timesOfVisit(
  office: Office,
  concern: Concern,
  visit: Visit,
): Promise<Availability | null> {
  const furtherConcerns = visit.further.map((further) => further.slug);
  return calendar(office, concern.slug, {}, { furtherConcerns, persons: visit.persons });
}

/** The times an appointment can be moved to, when that was asked for and it can be moved at all. */
export async function timesToMove(
  office: Office,
  appointment: AppointmentView,
  asked: boolean,
): Promise<Availability | null> {
  if (!asked || appointment.state !== "confirmed") return null;
  const { furtherConcerns, companions, startsAt } = appointment;
  const company = { furtherConcerns, persons: companions.length + 1 };
  const free = await calendar(office, appointment.concern, {}, company);
  // Its own time is no other one, though a second counter may have it free.
  const days = free?.days.map((day) => ({
    ...day,
    times: day.times.filter((time) => time.startsAt !== startsAt),
  }));
  return free && days ? { ...free, days: days.filter((day) => day.times.length > 0) } : null;
}
