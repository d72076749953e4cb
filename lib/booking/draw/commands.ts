import "server-only";
import { randomUUID } from "node:crypto";
import { getOffice } from "@/lib/offices/queries";
import { keyedCode, keyedHash, readToken, signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { log } from "@/lib/platform/log";
import { berlinDate, fromDate, rfc3339 } from "@/lib/time/calendar";
import { newReference, storedPerson } from "../commands";
import { mailText, personText, planVisit } from "../rules";
import type { Person } from "../types";
import { allocate, endOfRun } from "./allocation/rules";
import { drawById } from "./queries";
import { entryWeight } from "./rules";
import type { DrawRecord } from "./schema";
import {
  algorithm,
  type DrawInput,
  type DrawPlace,
  type EntryChangeState,
  type EntryFailure,
  type EntryRequest,
  type PartOfDay,
  type WeightPolicy,
} from "./types";

/**
 * What an entry is called in the public record. It follows from draw, person and mail address: nobody can choose it, and
 * who only knows a name and a date of birth cannot find it out.
 */
function pseudonymOf(draw: string, person: Person, email: string): string {
  const code = keyedCode("draw-pseudonym", `${draw}\n${personText(person)}\n${mailText(email)}`, 16);
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

/** Enters somebody for a draw, and commits the mail with it; the entry counts once the mail's button is pressed. */
export async function enterDraw(
  request: EntryRequest,
): Promise<{ ok: true; sentToken: string } | { ok: false; reason: EntryFailure }> {
  const draw = await drawById(request.draw);
  const office = getOffice(request.office);
  if (!draw || !office) return { ok: false, reason: "unknown_draw" };
  const { person, email, wishes } = request;
  const persons = [person, ...(request.companions ?? [])];
  const visit = planVisit(office, [request.concern, ...(request.furtherConcerns ?? [])], persons.length);
  if (!visit.ok) return visit;
  const { policy, slug } = visit.department;
  if (draw.office !== office.slug || draw.department !== slug || !policy.draw)
    return { ok: false, reason: "unknown_draw" };
  if (wishes.days.some((day) => !draw.days.includes(day))) return { ok: false, reason: "unknown_day" };
  const [concern, ...further] = visit.concerns.map((one) => one.slug);

  const [row] = await db().$queryRaw<{ outcome: "entered" | "not_found" | EntryFailure; id: string }[]>`
    SELECT outcome, id FROM enter_draw(
      ${draw.id}::uuid, ${pseudonymOf(draw.id, person, email)}, ${JSON.stringify(persons.map(storedPerson))}::jsonb,
      ${email}, ${keyedHash("mail", mailText(email))}, ${request.locale}, ${concern}, ${further}::text[],
      ${visit.units}::int, ${wishes.days}::text[], ${wishes.parts}::text[], ${request.permitExpiresOn ?? null}::date,
      ${policy.holdsPerMailPerDay}::int, ${policy.draw.entriesPerMail}::int)`;
  if (!row) throw new Error("enter_draw gave no row");
  if (row.outcome === "entered") return { ok: true, sentToken: signToken("draw-sent", row.id) };
  return { ok: false, reason: row.outcome === "not_found" ? "unknown_draw" : row.outcome };
}

type Changed = { ok: true } | { ok: false; reason: NonNullable<EntryChangeState["failure"]> };

/** Makes the entry count that a mail's token names; asked again it answers the same. */
export async function confirmEntry(token: string): Promise<Changed> {
  const id = readToken("draw-entry", token);
  if (!id) return { ok: false, reason: "not_found" };
  const [row] = await db().$queryRaw<{ outcome: "confirmed" | NonNullable<EntryChangeState["failure"]> }[]>`
    SELECT confirm_draw_entry(${id}::uuid) AS outcome`;
  return row?.outcome === "confirmed" ? { ok: true } : { ok: false, reason: row?.outcome ?? "not_found" };
}

/** Takes the entry back that a mail's token names, as long as the draw is open; asked again it answers the same. */
export async function withdrawEntry(token: string): Promise<Changed> {
  const id = readToken("draw-entry", token);
  if (!id) return { ok: false, reason: "not_found" };
  const [row] = await db().$queryRaw<{ outcome: "withdrawn" | NonNullable<EntryChangeState["failure"]> }[]>`
    SELECT withdraw_draw_entry(${id}::uuid) AS outcome`;
  return row?.outcome === "withdrawn" ? { ok: true } : { ok: false, reason: row?.outcome ?? "not_found" };
}

const attempts = 3;

/**
 * Runs every draw that has closed and has not run, each in one transaction; gives their ids. It may be called by several
 * processes at once and end at any point: what was not committed has not happened, and the next call begins anew.
 */
export async function runDueDraws(): Promise<string[]> {
  const due = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM draw WHERE drawn_at IS NULL AND cancelled_at IS NULL AND closes_at <= portal_now() ORDER BY closes_at`;
  const drawn: string[] = [];
  const failed: unknown[] = [];
  for (const { id } of due) {
    // One draw that fails must not keep the others from running.
    await runPatiently(id).then(
      (done) => done && drawn.push(id),
      (error: unknown) => failed.push(error),
    );
  }
  if (failed.length > 0) throw new AggregateError(failed, "a draw has failed");
  return drawn;
}

/** Tries again when somebody got an appointment in this very moment: then the database refuses the whole draw. */
async function runPatiently(id: string): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db().$transaction((tx) => runDraw(tx, id), { maxWait: 10_000, timeout: 60_000 });
    } catch (error) {
      log.warn({ draw: id, attempt, error: String(error) }, "draw not run");
      if (attempt >= attempts) throw error;
    }
  }
}

type EntryRow = {
  id: string;
  pseudonym: string;
  units: number;
  days: string[];
  parts: PartOfDay[];
  permit_expires_on: string | null;
  earlier_losses: number;
  excluded: boolean;
};

/** The draw itself; false when it was not its turn, because somebody else has run it or staff have withdrawn the week. */
async function runDraw(tx: Prisma.TransactionClient, id: string): Promise<boolean> {
  const [turn] = await tx.$queryRaw<{ now: Date | null }[]>`SELECT take_draw(${id}::uuid) AS now`;
  if (!turn?.now) return false;
  const { now } = turn;
  const row = await tx.draw.findUniqueOrThrow({ where: { id } });
  const department = getOffice(row.office)?.departments.find(
    (candidate) => candidate.slug === row.department,
  );
  if (!department) throw new Error(`no such department: ${row.office}/${row.department}`);

  const all = await tx.$queryRaw<
    EntryRow[]
  >`SELECT * FROM counting_entries(${id}::uuid, ${now}::timestamptz)`;
  const slots = await tx.$queryRaw<{ counter: number; starts_at: Date; ends_at: Date }[]>`
    SELECT counter, starts_at, ends_at FROM slot
    WHERE week_id = ${row.weekId}::uuid AND open AND appointment_id IS NULL
      AND starts_at >= ${now}::timestamptz + make_interval(mins => ${department.policy.leadMinutes}::int)
    ORDER BY id FOR UPDATE`;
  const places = slots
    .map((slot): DrawPlace => {
      const [startsAt, endsAt] = [rfc3339(fromDate(slot.starts_at)), rfc3339(fromDate(slot.ends_at))];
      return { counter: slot.counter, startsAt, endsAt };
    })
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt) || a.counter - b.counter);

  const policy = row.policy as WeightPolicy;
  const closingDay = berlinDate(fromDate(row.closesAt)).toString();
  const counting = all.filter((entry) => !entry.excluded);
  const input: DrawInput = {
    terms: {
      id,
      office: row.office,
      department: row.department,
      week: row.week,
      opensAt: rfc3339(fromDate(row.opensAt)),
      closesAt: rfc3339(fromDate(row.closesAt)),
      commitment: row.commitment,
      policy,
    },
    entries: counting.map((entry) => ({
      pseudonym: entry.pseudonym,
      weight: entryWeight(
        policy,
        { earlierLosses: entry.earlier_losses, permitExpiresOn: entry.permit_expires_on },
        closingDay,
      ),
      units: entry.units,
      wishes: { days: entry.days, parts: entry.parts },
    })),
    excluded: all.filter((entry) => entry.excluded).map((entry) => entry.pseudonym),
    places,
  };
  const result = allocate(row.seed, input);

  const byPseudonym = new Map(counting.map((entry) => [entry.pseudonym, entry]));
  const won = result.flatMap(({ pseudonym, place }) => {
    const entry = byPseudonym.get(pseudonym);
    if (!place || !entry) return [];
    const endsAt = endOfRun(places, place, entry.units);
    const reference = newReference(row.office);
    return [{ entry: entry.id, appointment: randomUUID(), reference, ...place, endsAt }];
  });
  const record: DrawRecord = {
    algorithm,
    ...input.terms,
    state: "drawn",
    entryCount: all.length,
    drawnAt: rfc3339(fromDate(now)),
    seed: Buffer.from(row.seed).toString("hex"),
    entries: input.entries,
    excluded: input.excluded,
    places,
    result,
  };
  const excluded = all.filter((entry) => entry.excluded).map((entry) => entry.id);
  await tx.$executeRaw`SELECT write_draw(${id}::uuid, ${now}::timestamptz,
    ${JSON.stringify(won)}::jsonb, ${excluded}::uuid[], ${JSON.stringify(record)}::json)`;
  return true;
}
