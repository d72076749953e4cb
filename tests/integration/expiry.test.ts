import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { confirmAppointment, holdAppointment } from "@/lib/booking/commands";
import { readToken, signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { holdRequest, leaveOneCounter, publishHagen } from "../support/booking";
import { asOwner, createDatabase, setClock } from "../support/database";

let url: string;
let drop: () => Promise<void>;
let times: string[];

beforeAll(async () => {
  ({ url, drop } = await createDatabase());
  await setClock("2027-01-05T12:00:00+01:00");
  await publishHagen("2027-W02");
  await leaveOneCounter(url);
  times = (await db().slot.findMany({ orderBy: { startsAt: "asc" } })).map((slot) =>
    slot.startsAt.toISOString(),
  );
});
afterAll(() => drop());

/** One round over all places: each is held, and at the end of the hold confirmed and asked for by somebody else at once. */
async function round(number: number) {
  const first = number * 10_000;
  const tokens = await Promise.all(
    times.map(async (startsAt, index) => {
      const held = await holdAppointment(holdRequest(first + index, { startsAt }));
      if (!held.ok) throw new Error(held.reason);
      return signToken("confirm", readToken("hold", held.holdToken) ?? "");
    }),
  );
  await db().$executeRaw`
    WITH ends AS (SELECT portal_now() + interval '150 ms' AS at),
      held AS (UPDATE appointment SET hold_expires_at = ends.at, occupied_until = ends.at FROM ends RETURNING ends.at)
    UPDATE slot SET claimed_until = ends.at FROM ends WHERE appointment_id IS NOT NULL`;
  const outcomes = await Promise.all(
    times.map(async (startsAt, index) => {
      await pause(90 + ((index * 37 + number * 13) % 101));
      const [confirmed, resold] = await Promise.all([
        confirmAppointment(tokens[index] ?? ""),
        holdAppointment(holdRequest(first + 5_000 + index, { startsAt })),
      ]);
      return { confirmed: confirmed.ok, resold: resold.ok };
    }),
  );
  await asOwner(
    url,
    "UPDATE slot SET appointment_id = NULL, claimed_until = NULL; DELETE FROM appointment; DELETE FROM message",
  );
  return outcomes;
}

it("confirmed at the end of its hold, a place is never sold again: a thousand times within 50 ms of the end", async () => {
  const outcomes: Awaited<ReturnType<typeof round>> = [];
  for (let number = 0; outcomes.length < 1000; number += 1) outcomes.push(...(await round(number)));
  const count = (confirmed: boolean, resold: boolean) =>
    outcomes.filter((outcome) => outcome.confirmed === confirmed && outcome.resold === resold).length;
  expect(count(true, true)).toBe(0);
  // Both sides of the end were met, or the test would say nothing.
  expect(count(true, false)).toBeGreaterThan(50);
  expect(count(false, true)).toBeGreaterThan(50);
});

it("is sold twice when the confirmation does not look at the clock (negative control)", async () => {
  const { rows } = await asOwner(url, "SELECT pg_get_functiondef('confirm_appointment'::regproc) AS body");
  const body: string = rows[0].body;
  const blind = body.replace(
    "v_slots <> v_appointment.units OR v_appointment.hold_expires_at <= v_now",
    "false",
  );
  expect(blind).not.toBe(body);
  await asOwner(url, `ALTER TABLE appointment DROP CONSTRAINT appointment_one_place; ${blind}`);
  const outcomes = [...(await round(101)), ...(await round(102))];
  expect(outcomes.filter((outcome) => outcome.confirmed && outcome.resold).length).toBeGreaterThan(0);
});
