import "server-only";
import { Temporal } from "temporal-polyfill";
import { storedPerson } from "@/lib/booking/commands";
import { mailText, planVisit } from "@/lib/booking/rules";
import { getOffice } from "@/lib/offices/queries";
import { keyedHash, readToken, signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { fromDate } from "@/lib/time/calendar";
import { now } from "@/lib/time/clock";
import { offerSoon, type Place, placeOf, policyOf } from "./offers/commands";
import { dayNumbers, urgencyOf } from "./rules";
import type { EarlierFailure, JoinFailure, StepFailure, WaitRequest, WaitStep } from "./types";

/** Mails about joining that go to one address in a day. */
const mailsPerDay = 3;

/** The entry as `join_waitlist` takes it. */
type Entry = {
  concern: string;
  further: string[];
  units: number;
  /** With their keys, the applicant first. */
  persons: object[];
  email: string;
  mailKey: string;
  phone: string | null;
  caseNumber: string | null;
  locale: string;
  days: number[];
  parts: string[];
  urgency: number;
  reason: string | null;
  replaces: string | null;
};

async function join(place: Place, entry: Entry): Promise<string | null> {
  const [row] = await db().$queryRaw<{ id: string | null }[]>`
    SELECT join_waitlist(
      ${place.office.slug}, ${place.department.slug}, ${entry.concern}, ${entry.further}::text[], ${entry.units}::int,
      ${JSON.stringify(entry.persons)}::jsonb, ${entry.email}, ${entry.mailKey}, ${entry.phone}, ${entry.caseNumber},
      ${entry.locale}, ${entry.days}::smallint[], ${entry.parts}::text[], ${entry.urgency}::int, ${entry.reason},
      ${entry.replaces}::uuid, ${mailsPerDay}::int, ${policyOf(place)}::jsonb) AS id`;
  if (!row) throw new Error("join_waitlist gave no row");
  return row.id;
}

/**
 * Joins the waiting list of a department; the place counts when the mail's button was pressed. The answer is the same
 * whether or not the person is on it already: that is told to their own mail alone.
 */
export async function joinWaitlist(request: WaitRequest): Promise<{ ok: true } | JoinFailure> {
  const office = getOffice(request.office);
  if (!office) return { ok: false, reason: "unknown_office" };
  const persons = [request.person, ...(request.companions ?? [])];
  const visit = planVisit(office, [request.concern, ...(request.furtherConcerns ?? [])], persons.length);
  if (!visit.ok) return visit;
  const urgency = urgencyOf(visit.department, request.reason);
  if (urgency === null) return { ok: false, reason: "unknown_reason" };
  await join(
    { office, department: visit.department },
    {
      concern: visit.concerns[0].slug,
      further: visit.concerns.slice(1).map((concern) => concern.slug),
      units: visit.units,
      persons: persons.map(storedPerson),
      email: request.email,
      mailKey: keyedHash("mail", mailText(request.email)),
      phone: request.phone ?? null,
      caseNumber: request.caseNumber ?? null,
      locale: request.locale,
      days: dayNumbers(request.days ?? []),
      parts: request.parts ?? [],
      urgency,
      reason: request.reason || null,
      replaces: null,
    },
  );
  return { ok: true };
}

/**
 * Waits for an earlier time in place of the appointment that a management token names. Whoever has the token has shown
 * that the mail is theirs, so there is nothing left to confirm.
 */
export async function joinForEarlier(
  manageToken: string,
): Promise<{ ok: true; token: string } | { ok: false; reason: EarlierFailure }> {
  const id = readToken("manage", manageToken);
  const row =
    id &&
    (await db().appointment.findUnique({
      where: { id },
      include: { persons: { orderBy: { position: "asc" } } },
    }));
  const place = row && placeOf(row.office, row.department);
  if (!row || !place) return { ok: false, reason: "not_found" };
  if (row.state !== "confirmed") return { ok: false, reason: "not_confirmed" };
  if (Temporal.Instant.compare(fromDate(row.startsAt), await now()) <= 0)
    return { ok: false, reason: "too_late" };
  const entry = await join(place, {
    concern: row.concern,
    further: row.furtherConcerns,
    units: row.units,
    persons: row.persons.map((person) => ({
      givenName: person.givenName,
      familyName: person.familyName,
      birthDate: person.birthDate.toISOString().slice(0, 10),
      key: person.personKey,
    })),
    email: row.email,
    mailKey: row.mailKey,
    phone: row.phone,
    caseNumber: row.caseNumber,
    locale: row.locale,
    days: [],
    parts: [],
    urgency: 0,
    reason: null,
    replaces: row.id,
  });
  return entry ? { ok: true, token: signToken("waitlist", entry) } : { ok: false, reason: "elsewhere" };
}

/** Confirms, pauses, resumes or leaves; done again it stays done. What becomes free by it is offered to the next. */
export async function changeWaiting(
  token: string,
  step: WaitStep,
): Promise<{ ok: true } | { ok: false; reason: StepFailure }> {
  const id = readToken("waitlist", token);
  const entry = id && (await db().waitlistEntry.findUnique({ where: { id } }));
  const place = entry && placeOf(entry.office, entry.department);
  if (!entry || !place) return { ok: false, reason: "not_found" };
  const [row] = await db().$queryRaw<{ outcome: "done" | StepFailure }[]>`
    SELECT change_waiting(${entry.id}::uuid, ${step}, ${policyOf(place)}::jsonb) AS outcome`;
  if (row?.outcome !== "done") return { ok: false, reason: row?.outcome ?? "not_found" };
  await offerSoon(place);
  return { ok: true };
}
