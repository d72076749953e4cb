import { cancelAppointment } from "@/lib/booking/changes/commands";
import { confirmAppointment, holdAppointment } from "@/lib/booking/commands";
import type { HoldRequest } from "@/lib/booking/types";
import { signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { changeWaiting, joinWaitlist } from "@/lib/waitlist/commands";
import type { WaitRequest } from "@/lib/waitlist/types";
import { holdRequest } from "./booking";
import { idOf } from "./weeks";

export const department = "auslaenderbehoerde";

/** A complete request of the `index`-th person who wants to wait; everything can be replaced. */
export function waitRequest(index: number, changes: Partial<WaitRequest> = {}): WaitRequest {
  const { startsAt: _, ...request } = holdRequest(index);
  return { ...request, ...changes };
}

/** Joins and confirms; gives the entry's id and token. */
export async function waiting(index: number, changes: Partial<WaitRequest> = {}) {
  const joined = await joinWaitlist(waitRequest(index, changes));
  if (!joined.ok) throw new Error(joined.reason);
  const { id } = await db().waitlistEntry.findFirstOrThrow({
    where: { email: `person-${index}@example.org`, leftAt: null, servedAt: null },
    orderBy: { joinedAt: "desc" },
  });
  const token = signToken("waitlist", id);
  const confirmed = await changeWaiting(token, "confirm");
  if (!confirmed.ok) throw new Error(confirmed.reason);
  return { id, token };
}

/** A confirmed appointment of the `index`-th applicant. */
export async function booked(index: number, changes: Partial<HoldRequest> = {}): Promise<string> {
  const id = idOf(await holdAppointment(holdRequest(index, changes)));
  await confirmAppointment(signToken("confirm", id));
  return id;
}

export const cancel = (id: string) => cancelAppointment(signToken("manage", id));

/** Books a place and gives it up again; nobody has been asked yet. */
export async function freed(startsAt: string, index = 900): Promise<void> {
  await cancel(await booked(index, { startsAt }));
}

/** Every open offer, first the one that was made first. */
export const openOffers = () =>
  db().offer.findMany({ where: { answer: null }, orderBy: [{ offeredAt: "asc" }, { startsAt: "asc" }] });

/** The mail server takes the mails of all offers now; how long each is kept counts from here. */
export const offersSent = () =>
  db().$executeRaw`UPDATE message SET sent_at = portal_now() WHERE kind = 'offer' AND sent_at IS NULL`;

/** When the places that were given up open to everybody. */
export async function returning(): Promise<Date[]> {
  const slots = await db().slot.findMany({
    where: { publicAt: { not: null } },
    orderBy: { startsAt: "asc" },
  });
  return slots.flatMap(({ publicAt }) => publicAt ?? []);
}

export const emptyLine = () =>
  db().$executeRaw`TRUNCATE appointment, week, message, offer, waitlist_entry, pgboss.job CASCADE`;
