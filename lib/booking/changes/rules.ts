import { Temporal } from "temporal-polyfill";
import { berlinDate } from "@/lib/time/calendar";
import type { AppointmentState, StoredState } from "../types";
import type { Attendance } from "./types";

/** What a clerk may note from which state; `confirmed` takes a note back. Somebody marked as missed may still come. */
const steps: Record<Attendance, readonly StoredState[]> = {
  checked_in: ["confirmed", "missed"],
  served: ["confirmed", "checked_in"],
  missed: ["confirmed"],
  confirmed: ["checked_in", "missed", "served"],
};

/** Whether a text names what a clerk may note. */
export function isAttendance(text: string): text is Attendance {
  return Object.hasOwn(steps, text);
}

/** The office can cancel what has not begun. */
export function officeMayCancel(
  appointment: { state: StoredState; startsAt: Temporal.Instant },
  now: Temporal.Instant,
): boolean {
  const { state, startsAt } = appointment;
  return (state === "held" || state === "confirmed") && Temporal.Instant.compare(now, startsAt) < 0;
}

/** The states from which `to` can be noted. */
export function statesBefore(to: Attendance): readonly StoredState[] {
  return steps[to];
}

/** From 72 hours before it begins, when the first reminder goes out, the applicant is asked whether they will come. */
const answerHours = 72;

/** Whether the applicant is asked now: "I will come" or "release it". */
export function asksForAnswer(
  appointment: { state: AppointmentState; startsAt: Temporal.Instant },
  now: Temporal.Instant,
): boolean {
  const { state, startsAt } = appointment;
  return (
    state === "confirmed" &&
    Temporal.Instant.compare(now, startsAt) < 0 &&
    Temporal.Instant.compare(startsAt.subtract({ hours: answerHours }), now) <= 0
  );
}

/** What can be noted now: on the day of the appointment and later, and *missed* only once it has begun. */
export function attendanceChoices(
  appointment: { state: StoredState; startsAt: Temporal.Instant },
  now: Temporal.Instant,
): Attendance[] {
  const day = berlinDate(appointment.startsAt);
  if (Temporal.PlainDate.compare(berlinDate(now), day) < 0) return [];
  const begun = Temporal.Instant.compare(appointment.startsAt, now) <= 0;
  return (Object.keys(steps) as Attendance[]).filter(
    (to) => steps[to].includes(appointment.state) && (to !== "missed" || begun),
  );
}
