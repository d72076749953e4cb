import "server-only";
import { isLocale, routing } from "@/lib/i18n/routing";
import { readToken, signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { berlinDate, fromDate, rfc3339 } from "@/lib/time/calendar";
import { now as clockNow } from "@/lib/time/clock";
import { drawStateAt, entryState } from "./rules";
import type { DrawRecord } from "./schema";
import {
  algorithm,
  type DrawState,
  type DrawView,
  type EntryView,
  partsOfDay,
  type WeightPolicy,
} from "./types";

type DrawRow = {
  id: string;
  office: string;
  department: string;
  week: string;
  weekId: string;
  opensAt: Date;
  closesAt: Date;
  policy: unknown;
  commitment: string;
  drawnAt: Date | null;
  cancelledAt: Date | null;
};

/** Everything but the seed and the record: the one is secret, the other long. */
const shown = {
  id: true,
  office: true,
  department: true,
  week: true,
  weekId: true,
  opensAt: true,
  closesAt: true,
  policy: true,
  commitment: true,
  drawnAt: true,
  cancelledAt: true,
} as const;

async function stateOf(row: DrawRow): Promise<DrawState> {
  const [opensAt, closesAt] = [fromDate(row.opensAt), fromDate(row.closesAt)];
  return drawStateAt(
    { opensAt, closesAt, drawn: row.drawnAt !== null, cancelled: row.cancelledAt !== null },
    await clockNow(),
  );
}

function termsOf(row: DrawRow) {
  return {
    id: row.id,
    office: row.office,
    department: row.department,
    week: row.week,
    opensAt: rfc3339(fromDate(row.opensAt)),
    closesAt: rfc3339(fromDate(row.closesAt)),
    commitment: row.commitment,
    policy: row.policy as WeightPolicy,
  };
}

async function viewOf(row: DrawRow): Promise<DrawView> {
  const slots = await db().slot.findMany({
    where: { weekId: row.weekId, open: true },
    select: { startsAt: true },
    distinct: ["startsAt"],
    orderBy: { startsAt: "asc" },
  });
  const days = slots.map((slot) => berlinDate(fromDate(slot.startsAt)).toString());
  return { ...termsOf(row), state: await stateOf(row), days: [...new Set(days)] };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A draw by its id. */
export async function drawById(id: string): Promise<DrawView | null> {
  const row = uuid.test(id) ? await db().draw.findUnique({ where: { id }, select: shown }) : null;
  return row && viewOf(row);
}

/**
 * The draw of a department that matters now: one that can be entered or waits for its result, else the next one that is
 * announced, else the last one that was drawn.
 */
export async function currentDraw(office: string, department: string): Promise<DrawView | null> {
  const [found] = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM draw
    WHERE office = ${office} AND department = ${department} AND cancelled_at IS NULL
    ORDER BY drawn_at IS NOT NULL, CASE WHEN drawn_at IS NULL THEN closes_at END, closes_at DESC LIMIT 1`;
  return found ? drawById(found.id) : null;
}

/** The draw that somebody on the way to an appointment should know of: open, waiting for its result, or opening next. */
export async function drawAhead(
  office: string,
  department: string,
  nextRelease: string,
): Promise<DrawView | null> {
  const draw = await currentDraw(office, department);
  const ahead =
    draw?.state === "open" ||
    draw?.state === "closed" ||
    (draw?.state === "announced" && draw.opensAt === nextRelease);
  return ahead ? draw : null;
}

/** The public record of a draw, as much of it as is public now. */
export async function drawRecord(id: string): Promise<DrawRecord | null> {
  const row = uuid.test(id)
    ? await db().draw.findUnique({ where: { id }, select: { ...shown, record: true } })
    : null;
  if (!row) return null;
  if (row.record) return row.record as DrawRecord;
  const state = await stateOf(row);
  const announced: DrawRecord = { algorithm, ...termsOf(row), state };
  if (state !== "closed") return announced;
  const entryCount = await db().drawEntry.count({
    where: { drawId: id, confirmedAt: { not: null }, withdrawnAt: null },
  });
  return { ...announced, entryCount };
}

/** The entry that a token names: of the mail, or of the page after the form. */
export async function entryByToken(
  token: string,
  purpose: "draw-entry" | "draw-sent" = "draw-entry",
): Promise<EntryView | null> {
  const id = readToken(purpose, token);
  return id ? entryById(id) : null;
}

/** An entry with the draw it belongs to, and what it won. */
export async function entryById(id: string): Promise<EntryView | null> {
  const row = await db().drawEntry.findUnique({
    where: { id },
    include: {
      draw: { select: shown },
      appointment: { select: { id: true, startsAt: true, reference: true } },
      persons: { where: { position: { gt: 0 } }, orderBy: { position: "asc" } },
    },
  });
  if (!row) return null;
  const draw = await viewOf(row.draw);
  const { appointment } = row;
  return {
    state: entryState(
      { confirmed: row.confirmedAt !== null, withdrawn: row.withdrawnAt !== null, outcome: row.outcome },
      draw.state,
    ),
    pseudonym: row.pseudonym,
    draw,
    concern: row.concern,
    furtherConcerns: row.furtherConcerns,
    units: row.units,
    companions: row.persons.map(({ givenName, familyName }) => ({ givenName, familyName })),
    person: {
      givenName: row.givenName,
      familyName: row.familyName,
      birthDate: row.birthDate.toISOString().slice(0, 10),
    },
    email: row.email,
    locale: isLocale(row.locale) ? row.locale : routing.defaultLocale,
    wishes: { days: row.days, parts: partsOfDay.filter((part) => row.parts.includes(part)) },
    permitExpiresOn: row.permitExpiresOn?.toISOString().slice(0, 10) ?? null,
    appointment: appointment && {
      startsAt: rfc3339(fromDate(appointment.startsAt)),
      reference: appointment.reference,
      manageToken: signToken("manage", appointment.id),
    },
  };
}
