import "server-only";
import { Temporal } from "temporal-polyfill";
import { getOffice } from "@/lib/offices/queries";
import { readToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { fromDate, rfc3339, toDate } from "@/lib/time/calendar";
import { now as clockNow } from "@/lib/time/clock";
import { daysOf, waitState } from "./rules";
import type { Line, PartOfDay, WaitView } from "./types";

/** The entry that a token of the waiting list names; null for a token that is not ours, or when it was deleted. */
export async function waitingByToken(token: string): Promise<WaitView | null> {
  const id = readToken("waitlist", token);
  const now = await clockNow();
  const row =
    id &&
    (await db().waitlistEntry.findUnique({
      where: { id },
      include: {
        replaces: true,
        offers: { where: { answer: null, expiresAt: { gt: toDate(now) } }, orderBy: { offeredAt: "desc" } },
      },
    }));
  if (!row) return null;
  const state = waitState({
    confirmed: row.confirmedAt !== null,
    paused: row.pausedAt !== null,
    left: row.leftAt !== null,
    served: row.servedAt !== null,
    hoursSinceJoined: now.since(fromDate(row.joinedAt)).total("hours"),
  });
  const [offer] = state === "waiting" ? row.offers : [];
  return {
    office: row.office,
    department: row.department,
    concern: row.concern,
    furtherConcerns: row.furtherConcerns,
    units: row.units,
    persons: row.persons as WaitView["persons"],
    state,
    days: daysOf(row.days),
    parts: row.parts as PartOfDay[],
    reason: row.reason,
    joinedAt: rfc3339(fromDate(row.joinedAt)),
    ...(await placeInLine(row)),
    offer: offer
      ? {
          id: offer.id,
          startsAt: rfc3339(fromDate(offer.startsAt)),
          endsAt: rfc3339(fromDate(offer.endsAt)),
          expiresAt: rfc3339(offeredUntil(offer, now)),
        }
      : null,
    replaces: row.replaces ? rfc3339(fromDate(row.replaces.startsAt)) : null,
  };
}

/** Until when an offer is kept at the least: its time begins when its mail goes out, and then anew. */
function offeredUntil(
  offer: { office: string; department: string; expiresAt: Date; toldAt: Date | null },
  now: Temporal.Instant,
): Temporal.Instant {
  const expires = fromDate(offer.expiresAt);
  const departments = getOffice(offer.office)?.departments ?? [];
  const minutes = departments.find(({ slug }) => slug === offer.department)?.waitlist.offerMinutes ?? 0;
  const fromNow = now.add({ minutes });
  return offer.toldAt === null && Temporal.Instant.compare(fromNow, expires) < 0 ? fromNow : expires;
}

/** Where an entry stands among those who are asked, and how many they are. */
async function placeInLine(entry: { id: string; office: string; department: string }) {
  const [row] = await db().$queryRaw<{ place: number | null; waiting: number }[]>`
    SELECT max(l.place) FILTER (WHERE l.id = ${entry.id}::uuid)::int AS place, count(*)::int AS waiting
    FROM (
      SELECT e.id, row_number() OVER (ORDER BY e.urgency DESC, e.joined_at, e.id) AS place
      FROM in_line(${entry.office}, ${entry.department}, portal_now()) e
    ) l`;
  return { place: row?.place ?? null, waiting: row?.waiting ?? 0 };
}

/** How many wait in a department, and how many offers are open, for staff. */
export async function lineOf(office: string, department: string): Promise<Line> {
  const [row] = await db().$queryRaw<{ waiting: number; offers: number }[]>`
    SELECT (SELECT count(*) FROM in_line(${office}, ${department}, portal_now()))::int AS waiting,
      (SELECT count(*) FROM offer o WHERE o.office = ${office} AND o.department = ${department}
        AND o.answer IS NULL AND o.expires_at > portal_now())::int AS offers`;
  return { waiting: row?.waiting ?? 0, openOffers: row?.offers ?? 0 };
}
