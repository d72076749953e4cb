import "server-only";
import { getOffice } from "@/lib/offices/queries";
import type { Department, Office } from "@/lib/offices/types";
import { readToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { fromDate, parseRfc3339, rfc3339, toDate } from "@/lib/time/calendar";
import { now } from "@/lib/time/clock";
import { freeBeginnings } from "../queries";
import { nearestTimes, returnPolicy } from "../rules";
import { attendanceChoices, statesBefore } from "./rules";
import type { Attendance, AttendanceFailure, CancelFailure, ExtendFailure, MoveFailure } from "./types";

const alternativesOffered = 5;

type Place = { office: Office; department: Department; units: number };

/** Where an appointment is; null when there is no such appointment. */
async function placeOf(id: string): Promise<Place | null> {
  const row = await db().appointment.findUnique({
    where: { id },
    select: { office: true, department: true, units: true },
  });
  const office = row && getOffice(row.office);
  const department = office?.departments.find((candidate) => candidate.slug === row?.department);
  return office && department ? { office, department, units: row.units } : null;
}

/** Cancels the appointment that a management token names; its slots go back by way of the waiting list. */
export async function cancelAppointment(
  token: string,
): Promise<{ ok: true; id: string } | { ok: false; reason: CancelFailure }> {
  return cancelByToken(token, "cancelled");
}

/** The applicant answers a reminder with "release it": a cancellation, told apart in the history. */
export async function releaseAppointment(
  token: string,
): Promise<{ ok: true; id: string } | { ok: false; reason: CancelFailure }> {
  return cancelByToken(token, "released");
}

async function cancelByToken(token: string, kind: "cancelled" | "released") {
  const id = readToken("manage", token);
  const place = id && (await placeOf(id));
  if (!id || !place) return { ok: false, reason: "not_found" } as const;
  return cancel(id, place, "applicant", kind, false);
}

/**
 * Cancels for the office, from the staff pages: the applicant gets a mail that says so, and the place is closed.
 *
 * @param actor the clerk, for the history
 */
export async function cancelForOffice(
  reference: string,
  office: string,
  actor: string,
): Promise<{ ok: true; id: string } | { ok: false; reason: CancelFailure }> {
  const row = await db().appointment.findFirst({ where: { reference, office }, select: { id: true } });
  const place = row && (await placeOf(row.id));
  if (!row || !place) return { ok: false, reason: "not_found" };
  return cancel(row.id, place, actor, "cancelled_by_office", true);
}

async function cancel(id: string, place: Place, actor: string, kind: string, close: boolean) {
  const policy = JSON.stringify(returnPolicy(place.office, place.department));
  const [row] = await db().$queryRaw<{ outcome: "cancelled" | CancelFailure }[]>`
    SELECT cancel_appointment(${id}::uuid, ${actor}, ${kind}, ${close}, ${policy}::jsonb) AS outcome`;
  if (row?.outcome !== "cancelled") return { ok: false, reason: row?.outcome ?? "not_found" } as const;
  return { ok: true, id } as const;
}

/** Gives the hold that a hold token names more time, once. */
export async function extendHold(
  token: string,
): Promise<{ ok: true; holdExpiresAt: string } | { ok: false; reason: ExtendFailure }> {
  const id = readToken("hold", token);
  const place = id && (await placeOf(id));
  if (!id || !place) return { ok: false, reason: "not_found" };
  const minutes = place.department.policy.extendMinutes;
  const [row] = await db().$queryRaw<{ outcome: "extended" | ExtendFailure }[]>`
    SELECT extend_hold(${id}::uuid, make_interval(mins => ${minutes}::int)) AS outcome`;
  if (row?.outcome !== "extended") return { ok: false, reason: row?.outcome ?? "not_found" };
  const hold = await db().appointment.findUniqueOrThrow({ where: { id }, select: { holdExpiresAt: true } });
  return { ok: true, holdExpiresAt: rfc3339(fromDate(hold.holdExpiresAt)) };
}

/**
 * Moves the appointment that a management token names to another time. Whoever loses the race for the new time keeps
 * the old one and gets the nearest free times.
 */
export async function moveAppointment(
  token: string,
  startsAt: string,
): Promise<{ ok: true; id: string } | MoveFailure> {
  const id = readToken("manage", token);
  const place = id && (await placeOf(id));
  if (!id || !place) return { ok: false, reason: "not_found" };
  const wanted = parseRfc3339(startsAt);
  if (!wanted) return { ok: false, reason: "outside_window" };
  const { office, department, units } = place;
  const [row] = await db().$queryRaw<
    { outcome: "moved" | Exclude<MoveFailure["reason"], "slot_taken"> | "slot_taken" }[]
  >`
    SELECT move_appointment(${id}::uuid, ${department.slotMinutes}::int, ${toDate(wanted)}::timestamptz,
      make_interval(mins => ${department.policy.leadMinutes}::int), 'applicant',
      ${JSON.stringify(returnPolicy(office, department))}::jsonb) AS outcome`;
  if (row?.outcome === "moved") return { ok: true, id };
  if (row?.outcome !== "slot_taken") return { ok: false, reason: row?.outcome ?? "not_found" };
  const free = await freeBeginnings(office, department, units);
  return {
    ok: false,
    reason: "slot_taken",
    alternatives: nearestTimes(free, wanted, alternativesOffered).map(rfc3339),
  };
}

/** The applicant answers a reminder with "I will come". Said twice it stays said. */
export async function announceComing(token: string): Promise<{ ok: boolean }> {
  const id = readToken("manage", token);
  if (!id) return { ok: false };
  return db().$transaction(async (tx) => {
    const changed = await tx.$queryRaw<{ at: Date }[]>`
      UPDATE appointment SET coming_at = portal_now()
      WHERE id = ${id}::uuid AND state = 'confirmed' AND coming_at IS NULL AND starts_at > portal_now()
      RETURNING coming_at AS at`;
    const [said] = changed;
    if (said) {
      await tx.appointmentEvent.create({
        data: { appointmentId: id, kind: "coming", actor: "applicant", at: said.at },
      });
      return { ok: true };
    }
    const known = await tx.appointment.findFirst({ where: { id, state: "confirmed" } });
    return { ok: known?.comingAt != null };
  });
}

/**
 * Notes at the counter that somebody came, was served or did not come, or takes the note back.
 *
 * @param actor the clerk, for the history
 */
export async function noteAttendance(
  reference: string,
  office: string,
  to: Attendance,
  actor: string,
): Promise<{ ok: true } | { ok: false; reason: AttendanceFailure }> {
  const row = await db().appointment.findFirst({
    where: { reference, office },
    select: { id: true, state: true, startsAt: true },
  });
  if (!row) return { ok: false, reason: "not_found" };
  const at = await now();
  if (row.state === to) return { ok: true };
  const choices = attendanceChoices({ state: row.state, startsAt: fromDate(row.startsAt) }, at);
  if (!choices.includes(to)) return { ok: false, reason: "not_now" };
  return db().$transaction(async (tx) => {
    const { count } = await tx.appointment.updateMany({
      where: { id: row.id, state: { in: [...statesBefore(to)] } },
      data: { state: to },
    });
    if (count === 0) {
      // Somebody else was quicker, perhaps with the same note.
      const known = await tx.appointment.findUniqueOrThrow({
        where: { id: row.id },
        select: { state: true },
      });
      return known.state === to ? { ok: true } : ({ ok: false, reason: "not_now" } as const);
    }
    const kind = to === "confirmed" ? "note_withdrawn" : to;
    await tx.appointmentEvent.create({ data: { appointmentId: row.id, kind, actor, at: toDate(at) } });
    return { ok: true } as const;
  });
}
