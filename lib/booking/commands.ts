import "server-only";
import { getOffice } from "@/lib/offices/queries";
import { keyedHash, randomCode, readToken, sha256, signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { fromDate, parseRfc3339, rfc3339, toDate } from "@/lib/time/calendar";
import type { ReadPass } from "./challenge/types";
import { freeBeginnings } from "./queries";
import { mailText, nearestTimes, personText, planVisit } from "./rules";
import type { Held, HoldFailure, HoldRequest, Person } from "./types";

type Outcome =
  | "held"
  | "replayed"
  | "retry"
  | "slot_taken"
  | "outside_window"
  | "limit_person"
  | "limit_mail"
  | "idempotency_mismatch"
  | "challenge_failed";

type HoldRow = {
  outcome: Outcome;
  id: string;
  reference: string;
  starts_at: Date;
  ends_at: Date;
  hold_expires_at: Date;
};

const alternativesOffered = 5;

/**
 * Keeps the slots of a concern for an applicant until the mail is confirmed, and commits the mail with it. The database
 * decides in one statement (`hold_appointment`); whoever loses gets the nearest free times.
 *
 * @param idempotencyKey the same key with the same request gives the same hold again
 * @param pass is used up together with the hold, and stays as it was when none is made
 */
export async function holdAppointment(
  request: HoldRequest,
  idempotencyKey?: string,
  pass?: ReadPass,
): Promise<({ ok: true } & Held) | HoldFailure> {
  const office = getOffice(request.office);
  if (!office) return { ok: false, reason: "unknown_office" };
  const persons = [request.person, ...(request.companions ?? [])];
  const visit = planVisit(office, [request.concern, ...(request.furtherConcerns ?? [])], persons.length);
  if (!visit.ok) return visit;
  const { department, concerns, units } = visit;
  const startsAt = parseRfc3339(request.startsAt);
  if (!startsAt) return { ok: false, reason: "outside_window" };

  const { policy } = department;
  const requestHash = idempotencyKey ? sha256(JSON.stringify(request)) : null;
  const key = idempotencyKey ? requestKey(office.slug, idempotencyKey) : null;
  const further = concerns.slice(1).map((concern) => concern.slug);

  for (;;) {
    const hold = Prisma.sql`
        ${office.slug}, ${department.slug}, ${concerns[0].slug}, ${further}::text[], ${units}::int,
        ${department.slotMinutes}::int, ${toDate(startsAt)}::timestamptz,
        make_interval(mins => ${policy.leadMinutes}::int), make_interval(mins => ${policy.holdMinutes}::int),
        ${policy.holdsPerMailPerDay}::int, ${policy.upcomingPerMail}::int, ${office.timeZone}, ${newReference(office.slug)},
        ${JSON.stringify(persons.map(storedPerson))}::jsonb,
        ${request.email}, ${keyedHash("mail", mailText(request.email))},
        ${request.phone ?? null}, ${request.caseNumber ?? null}, ${request.locale}, ${key}, ${requestHash}`;
    const call = pass
      ? Prisma.sql`hold_with_pass(${pass.key}, ${pass.holder}, ${pass.expiresAt}::timestamptz, ${pass.uses}::int, ${hold})`
      : Prisma.sql`hold_appointment(${hold})`;
    const [row] = await db().$queryRaw<HoldRow[]>`
      SELECT outcome, id, reference, starts_at, ends_at, hold_expires_at FROM ${call}`;
    if (!row) throw new Error("hold_appointment gave no row");
    // Somebody else wrote the same reference or the same key in this instant: look again.
    if (row.outcome === "retry") continue;
    if (row.outcome === "held" || row.outcome === "replayed") return { ok: true, ...held(row) };
    if (row.outcome !== "slot_taken") return { ok: false, reason: row.outcome };
    // These may be from before this very time was taken.
    const free = (await freeBeginnings(office, department, units)).filter((time) => !time.equals(startsAt));
    const alternatives = nearestTimes(free, startsAt, alternativesOffered).map(rfc3339);
    return { ok: false, reason: "slot_taken", alternatives };
  }
}

/** Makes an appointment of the hold that a confirmation token names; asked again it answers the same. */
export async function confirmAppointment(
  token: string,
): Promise<
  | { ok: true; id: string; reference: string; manageToken: string }
  | { ok: false; reason: "hold_expired" | "not_found" }
> {
  const id = readToken("confirm", token);
  if (!id) return { ok: false, reason: "not_found" };
  const [row] = await db().$queryRaw<{ outcome: "confirmed" | "hold_expired" | "not_found" }[]>`
    SELECT confirm_appointment(${id}::uuid) AS outcome`;
  if (row?.outcome !== "confirmed") return { ok: false, reason: row?.outcome ?? "not_found" };
  const { reference } = await db().appointment.findUniqueOrThrow({
    where: { id },
    select: { reference: true },
  });
  return { ok: true, id, reference, manageToken: signToken("manage", id) };
}

/** A person as `hold_appointment` takes it: as typed, and by the key that tells whether two are one. */
export function storedPerson(person: Person) {
  return { ...person, key: keyedHash("person", personText(person)) };
}

/** Forgets idempotency keys that are older than 48 hours: `hold_appointment` takes them for new ones already. */
export async function forgetKeys(): Promise<void> {
  await db().$executeRaw`
    UPDATE appointment SET idempotency_key = NULL, request_hash = NULL
    WHERE idempotency_key IS NOT NULL AND held_at <= portal_now() - interval '48 hours'`;
}

/** What is stored of an idempotency key; each office has its own. */
export function requestKey(office: string, idempotencyKey: string): string {
  return sha256(`${office}\n${idempotencyKey}`);
}

/** `HA-7K3F-92QD`: to read out, to type, and to find at the counter. */
export function newReference(office: string): string {
  return `${office.slice(0, 2).toUpperCase()}-${randomCode(4)}-${randomCode(4)}`;
}

function held(row: HoldRow): Held {
  return {
    reference: row.reference,
    startsAt: rfc3339(fromDate(row.starts_at)),
    endsAt: rfc3339(fromDate(row.ends_at)),
    holdExpiresAt: rfc3339(fromDate(row.hold_expires_at)),
    holdToken: signToken("hold", row.id),
  };
}
