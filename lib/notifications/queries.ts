import "server-only";
import { Temporal } from "temporal-polyfill";
import { db } from "@/lib/platform/db";
import { fromDate, rfc3339 } from "@/lib/time/calendar";
import { now } from "@/lib/time/clock";
import { reasonOf } from "./rules";
import type { FailedMessage } from "./types";

/** An appointment as the composers of its mails need it; null when it has been deleted. */
export async function appointmentForMail(id: string) {
  const row = await db().appointment.findUnique({ where: { id } });
  if (!row) return null;
  return {
    ...row,
    /** Whether it is too late to come. */
    begun: Temporal.Instant.compare(fromDate(row.startsAt), await now()) <= 0,
    startsAt: rfc3339(fromDate(row.startsAt)),
    endsAt: rfc3339(fromDate(row.endsAt)),
    holdExpiresAt: rfc3339(fromDate(row.holdExpiresAt)),
  };
}

export type AppointmentForMail = NonNullable<Awaited<ReturnType<typeof appointmentForMail>>>;

const shownAtMost = 200;

/** The mails of an office that were given up, the latest first. */
export async function failedMessages(office: string): Promise<FailedMessage[]> {
  const rows = await db().message.findMany({
    where: { office, failedAt: { not: null } },
    orderBy: { failedAt: "desc" },
    take: shownAtMost,
  });
  return rows.map((row) => ({
    id: String(row.id),
    kind: row.kind,
    reference: row.reference ?? "",
    failedAt: row.failedAt ? rfc3339(fromDate(row.failedAt)) : "",
    attempts: row.attempts,
    reason: reasonOf(row.lastError ?? ""),
    code: row.lastError ?? "",
  }));
}

/** How many mails of an office were given up. */
export async function countFailedMessages(office: string): Promise<number> {
  return db().message.count({ where: { office, failedAt: { not: null } } });
}

const lineEnd = (row: { leftAt: Date | null; servedAt: Date | null }) =>
  row.leftAt !== null || row.servedAt !== null;

/** An entry of the waiting list as the composers of its mails need it; null when it was deleted. */
export async function entryForMail(id: string) {
  const row = await db().waitlistEntry.findUnique({ where: { id } });
  if (!row) return null;
  const [applicant] = row.persons as { givenName: string }[];
  return { ...row, givenName: applicant?.givenName ?? "", over: lineEnd(row) };
}

export type EntryForMail = NonNullable<Awaited<ReturnType<typeof entryForMail>>>;

/** An offer with its entry. */
export async function offerForMail(id: string) {
  const row = await db().offer.findUnique({ where: { id } });
  const entry = row && (await entryForMail(row.entryId));
  if (!row || !entry) return null;
  return {
    entry,
    startsAt: rfc3339(fromDate(row.startsAt)),
  };
}
