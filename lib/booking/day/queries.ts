import "server-only";
import type { Temporal } from "temporal-polyfill";
import { getDocuments } from "@/lib/guides/documents/queries";
import { getOffice } from "@/lib/offices/queries";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { berlinDate, berlinInstant, fromDate, rfc3339, toDate } from "@/lib/time/calendar";
import { now as clockNow } from "@/lib/time/clock";
import { attendanceChoices, officeMayCancel } from "../changes/rules";
import { readSearch } from "./rules";
import type { CounterAddress, CounterAppointment, CounterDay, CounterEvent } from "./types";

const foundAtMost = 30;
const searchedDaysBack = 90;

const include = {
  persons: { orderBy: { position: "asc" } },
  events: { orderBy: { id: "asc" } },
  drawEntries: { where: { outcome: "won" }, select: { permitExpiresOn: true } },
} satisfies Prisma.AppointmentInclude;

type Row = Prisma.AppointmentGetPayload<{ include: typeof include }>;

/** The appointments of a day in order of time and counter, those that were cancelled among them. */
export async function counterDay(
  { office, department }: CounterAddress,
  date: Temporal.PlainDate,
): Promise<CounterDay> {
  const now = await clockNow();
  const [from, to] = [
    toDate(berlinInstant(date, "00:00")),
    toDate(berlinInstant(date.add({ days: 1 }), "00:00")),
  ];
  const rows = await db().appointment.findMany({
    where: { office, department, startsAt: { gte: from, lt: to }, NOT: runOut(now) },
    include,
    orderBy: [{ startsAt: "asc" }, { counter: "asc" }, { heldAt: "asc" }],
  });
  const [beside] = await db().$queryRaw<{ before: Date | null; after: Date | null }[]>`
    SELECT
      (SELECT max(starts_at) FROM slot
        WHERE office = ${office} AND department = ${department} AND starts_at < ${from}) AS before,
      (SELECT min(starts_at) FROM slot
        WHERE office = ${office} AND department = ${department} AND starts_at >= ${to}) AS after`;
  const dayOf = (instant: Date) => berlinDate(fromDate(instant)).toString();
  return {
    date: date.toString(),
    today: berlinDate(now).toString(),
    previous: beside?.before ? dayOf(beside.before) : date.subtract({ days: 1 }).toString(),
    next: beside?.after ? dayOf(beside.after) : date.add({ days: 1 }).toString(),
    appointments: rows.map((row) => atCounter(row, now)),
  };
}

/** A hold that has run out is no appointment any more. */
const runOut = (now: Temporal.Instant): Prisma.AppointmentWhereInput => ({
  state: "held",
  holdExpiresAt: { lte: toDate(now) },
});

/**
 * The appointments of a department whose reference or whose persons' names have what was typed, those next to a day
 * first. Null when too little was typed to search for.
 */
export async function searchAppointments(
  { office, department }: CounterAddress,
  text: string,
  near: Temporal.PlainDate,
): Promise<CounterAppointment[] | null> {
  const search = readSearch(text);
  if (!search) return null;
  const now = await clockNow();
  const ids = await db().$queryRaw<{ id: string }[]>`
    SELECT a.id FROM appointment a
    WHERE a.office = ${office} AND a.department = ${department}
      AND a.starts_at > ${toDate(now.subtract({ hours: 24 * searchedDaysBack }))}
      AND (a.state <> 'held' OR a.hold_expires_at > ${toDate(now)})
      AND (
        strpos(translate(replace(a.reference, '-', ''), 'OIL', '011'), ${search.reference}::text) > 0
        OR EXISTS (
          SELECT FROM appointment_person p
          WHERE p.appointment_id = a.id AND NOT EXISTS (
            SELECT FROM unnest(${search.words}::text[]) word
            WHERE strpos(${folded(Prisma.sql`p.given_name || ' ' || p.family_name`)}, ${folded(Prisma.sql`word`)}) = 0
          )
        )
      )
    ORDER BY abs(extract(epoch FROM a.starts_at - ${toDate(berlinInstant(near, "12:00"))}::timestamptz)), a.id
    LIMIT ${foundAtMost}`;
  const order = ids.map(({ id }) => id);
  const rows = await db().appointment.findMany({ where: { id: { in: order } }, include });
  return rows.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)).map((row) => atCounter(row, now));
}

// Accents, vowel signs and tatweel; the hamza that alef carries comes apart by NFKD.
const marks = "[\\u0300-\\u036f\\u064b-\\u0655\\u0670\\u0640]";

/** A name as it is compared: without case and marks, and in Arabic without the forms of alef, ya and ta marbuta. */
function folded(text: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`translate(
    replace(regexp_replace(lower(normalize(${text}, NFKD)), ${marks}, '', 'g'), 'ß', 'ss'), 'ىةٱ', 'يها')`;
}

function atCounter(row: Row, now: Temporal.Instant): CounterAppointment {
  const startsAt = fromDate(row.startsAt);
  const department = getOffice(row.office)?.departments.find(({ slug }) => slug === row.department);
  const slugs = [row.concern, ...row.furtherConcerns];
  const concerns = slugs.map((slug) => department?.concerns.find((candidate) => candidate.slug === slug));
  const needed = new Set(concerns.flatMap((concern) => concern?.documents ?? []));
  const open = row.openDocuments.filter((id) => needed.has(id));
  return {
    reference: row.reference,
    state: row.state,
    counter: row.counter,
    startsAt: rfc3339(startsAt),
    endsAt: rfc3339(fromDate(row.endsAt)),
    heldUntil: row.state === "held" ? rfc3339(fromDate(row.holdExpiresAt)) : null,
    // A concern that the office has given up since has its slug for a name.
    concerns: slugs.map((slug, index) => concerns[index]?.name ?? { ar: slug, de: slug, en: slug }),
    persons: row.persons.map(({ givenName, familyName, birthDate }) => ({
      givenName,
      familyName,
      birthDate: birthDate.toISOString().slice(0, 10),
    })),
    caseNumber: row.caseNumber,
    phone: row.phone,
    coming: row.comingAt !== null,
    openDocuments: row.documentsSharedAt ? getDocuments(open).map(({ name }) => name) : null,
    permitSaid: row.drawEntries[0]?.permitExpiresOn?.toISOString().slice(0, 10) ?? null,
    choices: attendanceChoices({ state: row.state, startsAt }, now),
    cancellable: officeMayCancel({ state: row.state, startsAt }, now),
    history: row.events.map(eventOf),
  };
}

function eventOf(row: Row["events"][number]): CounterEvent {
  const data = row.data as { from?: string; to?: string };
  const instant = (text?: string) => (text ? rfc3339(fromDate(new Date(text))) : null);
  return {
    kind: row.kind,
    actor: row.actor,
    at: rfc3339(fromDate(row.at)),
    from: instant(data.from),
    to: instant(data.to),
  };
}
