import { confirmAppointment, holdAppointment } from "@/lib/booking/commands";
import type { HoldRequest } from "@/lib/booking/types";
import { readToken, signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { weekSummary } from "@/lib/schedule/queries";
import { holdRequest } from "./booking";
import { asOwner } from "./database";

// Wednesday, 13 January 2027, lies in this week; it was released on 28 December.
export const address = { office: "hagen", department: "auslaenderbehoerde", week: "2027-W02" };
export const clerk = "clerk@hagen.example";
// 10 on Monday and Thursday, 14 on Wednesday and Friday, at four counters.
export const slotsOfWeek = (10 + 14 + 10 + 14) * 4;

/** Takes away every week and every appointment. */
export async function emptyWeeks(url: string): Promise<void> {
  await asOwner(url, "TRUNCATE appointment, week, staff_event CASCADE");
}

/** The id of an appointment from the answer to its hold. */
export function idOf(result: Awaited<ReturnType<typeof holdAppointment>>): string {
  const id = result.ok ? readToken("hold", result.holdToken) : null;
  if (!id) throw new Error(`no hold: ${JSON.stringify(result)}`);
  return id;
}

export const claimed = () => db().slot.count({ where: { appointmentId: { not: null } } });
export const stateOf = async () => (await weekSummary(address))?.state;

/** The `index`-th applicant holds a place. */
export async function held(index: number, changes: Partial<HoldRequest> = {}) {
  const id = idOf(await holdAppointment(holdRequest(index, changes)));
  return db().appointment.findUniqueOrThrow({ where: { id }, select: { id: true, reference: true } });
}

/** … and has confirmed it. */
export async function confirmed(index: number, changes: Partial<HoldRequest> = {}) {
  const row = await held(index, changes);
  await confirmAppointment(signToken("confirm", row.id));
  return row;
}
