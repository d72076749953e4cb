import { confirmEntry, enterDraw } from "@/lib/booking/draw/commands";
import type { EntryRequest } from "@/lib/booking/draw/types";
import { readToken, signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { planSlots, publishWeek } from "@/lib/schedule/commands";
import { holdRequest } from "./booking";
import { asOwner } from "./database";

// Released on Monday, 28 December 2026; its slots are on 11, 13, 14 and 15 January 2027.
export const drawWeek = { office: "hagen", department: "auslaenderbehoerde", week: "2027-W02" };
export const beforeDraw = "2026-12-27T10:00:00+01:00";
export const duringDraw = "2026-12-28T09:00:00+01:00";
export const closing = "2026-12-28T12:00:00+01:00";
export const afterDraw = "2026-12-28T12:00:30+01:00";

/** Publishes a week of Hagen as a draw; gives the draw's id. */
export async function publishDraw(address = drawWeek): Promise<string> {
  for (const step of [await planSlots(address, "test"), await publishWeek(address, "test", "draw")])
    if (!step.ok) throw new Error(`week ${address.week}: ${step.reason}`);
  const { office, department, week } = address;
  const draw = await db().draw.findFirstOrThrow({ where: { office, department, week, cancelledAt: null } });
  return draw.id;
}

/** A complete entry of the `index`-th applicant; everything can be replaced. */
export function entryRequest(draw: string, index: number, changes: Partial<EntryRequest> = {}): EntryRequest {
  const { office, concern, person, email, locale } = holdRequest(index);
  return { draw, office, concern, person, email, locale, wishes: { days: [], parts: [] }, ...changes };
}

/** The token that the mail about an entry holds. */
export function mailToken(sentToken: string): string {
  const id = readToken("draw-sent", sentToken);
  if (!id) throw new Error("no token of an entry");
  return signToken("draw-entry", id);
}

/** Enters somebody and presses the mail's button; gives the mail's token. */
export async function enter(
  draw: string,
  index: number,
  changes: Partial<EntryRequest> = {},
): Promise<string> {
  const entered = await enterDraw(entryRequest(draw, index, changes));
  if (!entered.ok) throw new Error(`not entered: ${entered.reason}`);
  const token = mailToken(entered.sentToken);
  const confirmed = await confirmEntry(token);
  if (!confirmed.ok) throw new Error(`not confirmed: ${confirmed.reason}`);
  return token;
}

/** Many confirmed entries at once, written past the forms; `days`, `parts` and `units` vary so that some lose. */
export async function enterMany(draw: string, count: number): Promise<void> {
  await db().$executeRaw`
    INSERT INTO draw_entry (draw_id, pseudonym, person_key, given_name, family_name, birth_date, email, mail_key, locale,
      concern, units, days, parts, permit_expires_on, entered_at, confirmed_at)
    SELECT ${draw}::uuid, 'P-' || lpad(n::text, 6, '0'), 'person ' || n, 'Test', 'Person', '1990-03-27',
      'person-' || n || '@example.org', 'mail ' || n, 'de', CASE WHEN n % 3 = 0 THEN 'residence-permit-extension' ELSE 'card-pickup' END,
      CASE WHEN n % 3 = 0 THEN 2 ELSE 1 END, CASE WHEN n % 4 = 0 THEN '{2027-01-13,2027-01-15}'::text[] ELSE '{}' END,
      CASE WHEN n % 5 = 0 THEN '{morning}'::text[] ELSE '{}' END, CASE WHEN n % 7 = 0 THEN date '2027-01-10' END,
      portal_now(), portal_now()
    FROM generate_series(1, ${count}::int) n`;
}

/** The database sessions that are just writing a draw. */
export async function writing(url: string): Promise<number[]> {
  const { rows } = await asOwner(
    url,
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND state = 'active'
       AND query LIKE '%write_draw%' AND pid <> pg_backend_pid()`,
  );
  return rows.map(({ pid }) => Number(pid));
}
