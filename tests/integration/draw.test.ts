import pg from "pg";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { holdAppointment } from "@/lib/booking/commands";
import { counterDay } from "@/lib/booking/day/queries";
import { runDueDraws } from "@/lib/booking/draw/commands";
import { drawRecord, entryByToken } from "@/lib/booking/draw/queries";
import { drawRecordSchema } from "@/lib/booking/draw/schema";
import { db } from "@/lib/platform/db";
import { planSlots, publishWeek } from "@/lib/schedule/commands";
import { verify } from "../../scripts/verify-draw.mjs";
import { holdRequest } from "../support/booking";
import { createDatabase, setClock, stopClock } from "../support/database";
import {
  afterDraw,
  beforeDraw,
  closing,
  drawWeek,
  duringDraw,
  enter,
  publishDraw,
  writing,
} from "../support/draws";
import { slotsOfWeek } from "../support/weeks";

let url: string;
let drop: () => Promise<void>;
let draw: string;

beforeAll(async () => {
  ({ url, drop } = await createDatabase());
});
afterAll(() => drop());

beforeEach(async () => {
  await db().$executeRaw`TRUNCATE appointment, week, message, staff_event CASCADE`;
  await setClock(beforeDraw);
  draw = await publishDraw();
});

describe("the draw", () => {
  it("gives confirmed appointments with everything that belongs to them, and a record that anybody can check", async () => {
    await setClock(duringDraw);
    const wishes = { days: ["2027-01-13"], parts: ["morning" as const] };
    const permitExpiresOn = "2027-02-01";
    const tokens = await Promise.all(
      [1, 2, 3].map((index) =>
        enter(draw, index, { wishes, permitExpiresOn, concern: "residence-permit-extension" }),
      ),
    );
    const { commitment } = (await drawRecord(draw)) ?? expect.fail("no record");
    await setClock(closing);
    expect(await drawRecord(draw)).toMatchObject({ state: "closed", entryCount: 3 });
    expect(await drawRecord(draw)).not.toHaveProperty("seed");
    await setClock(afterDraw);
    await runDueDraws();

    for (const token of tokens) {
      const entry = await entryByToken(token);
      expect(entry).toMatchObject({
        state: "won",
        appointment: { startsAt: expect.stringMatching(/^2027-01-13T/) },
      });
    }
    const appointments = await db().appointment.findMany({
      include: { slots: true, events: true, persons: true },
    });
    for (const appointment of appointments) {
      expect(appointment).toMatchObject({
        state: "confirmed",
        units: 2,
        concern: "residence-permit-extension",
      });
      expect(appointment.slots).toHaveLength(2);
      expect(appointment.persons).toHaveLength(1);
      expect(appointment.events).toMatchObject([{ kind: "confirmed", actor: "draw" }]);
      expect(appointment.reference).toMatch(/^HA-/);
    }
    const atCounter = await counterDay(drawWeek, Temporal.PlainDate.from("2027-01-13"));
    expect(atCounter.appointments.map((appointment) => appointment.permitSaid)).toEqual(
      tokens.map(() => permitExpiresOn),
    );
    const mails = await db().message.groupBy({ by: ["kind"], _count: true, orderBy: { kind: "asc" } });
    expect(Object.fromEntries(mails.map(({ kind, _count }) => [kind, _count]))).toEqual({
      draw_entry: 3,
      draw_won: 3,
      reminder_24: 3,
      reminder_72: 3,
    });

    const record = (await drawRecord(draw)) ?? expect.fail("no record");
    expect(drawRecordSchema.parse(record)).toEqual(record);
    expect(record.places).toHaveLength(slotsOfWeek);
    expect(verify(JSON.parse(JSON.stringify(record)), commitment)).toBeNull();
    expect(JSON.stringify(record)).not.toMatch(/Person|example\.org|1990/);
  });

  it("gives a person with losses behind, or with a permit that runs out, more weight, until a win", async () => {
    const departmentLosses = async (person: string, outcome: string, week: string) => {
      await db().$executeRaw`
        WITH old AS (
          INSERT INTO draw (week_id, office, department, week, opens_at, closes_at, policy, seed, commitment, announced_at, drawn_at, record)
          SELECT week_id, office, department, ${week}, opens_at - interval '9 days', closes_at - interval '9 days', policy, seed,
            commitment, announced_at, closes_at - interval '8 days' + right(${week}, 2)::int * interval '1 minute', '{}'
          FROM draw WHERE id = ${draw}::uuid
          ON CONFLICT (office, department, week) WHERE cancelled_at IS NULL DO UPDATE SET week_id = draw.week_id RETURNING id
        )
        INSERT INTO draw_entry (draw_id, pseudonym, person_key, given_name, family_name, birth_date, email, mail_key, locale, concern, units, entered_at, confirmed_at, outcome)
        SELECT old.id, 'OLD', e.person_key, '', '', '1990-01-01', '', '', 'de', 'card-pickup', 1, portal_now(), portal_now(), ${outcome}
        FROM old, draw_entry e WHERE e.email = ${person}`;
    };
    await setClock(duringDraw);
    for (const index of [1, 2, 3, 4])
      await enter(draw, index, index === 4 ? { permitExpiresOn: "2027-01-31" } : {});
    for (const week of ["2026-W01", "2026-W02"]) await departmentLosses("person-2@example.org", "lost", week);
    for (const [week, outcome] of [
      ["2026-W03", "lost"],
      ["2026-W04", "won"],
      ["2026-W05", "lost"],
    ] as const)
      await departmentLosses("person-3@example.org", outcome, week);
    await setClock(afterDraw);
    await runDueDraws();
    const names = await db().drawEntry.findMany({ where: { drawId: draw }, orderBy: { email: "asc" } });
    const record = await drawRecord(draw);
    const weights = names.map(
      ({ pseudonym }) => record?.entries?.find((e) => e.pseudonym === pseudonym)?.weight,
    );
    expect(weights).toEqual([2, 4, 3, 4]);
    expect(verify(JSON.parse(JSON.stringify(record)))).toBeNull();
  });

  it("leaves out who has got an appointment since, and says so", async () => {
    await setClock(duringDraw);
    const [first, second] = [await enter(draw, 1), await enter(draw, 2)];
    await publishHagenAt("2027-W01");
    expect(await holdAppointment(holdRequest(1, { startsAt: "2027-01-08T10:00:00+01:00" }))).toMatchObject({
      ok: true,
    });
    await setClock("2026-12-28T12:00:01+01:00");
    await db().$executeRaw`UPDATE appointment SET state = 'confirmed', occupied_until = NULL`;
    await runDueDraws();
    expect((await entryByToken(first))?.state).toBe("excluded");
    expect((await entryByToken(second))?.state).toBe("won");
    const record = await drawRecord(draw);
    expect(record).toMatchObject({ entryCount: 2, excluded: [(await entryByToken(first))?.pseudonym] });
    expect(verify(JSON.parse(JSON.stringify(record)))).toBeNull();
    expect(await db().message.count({ where: { kind: "draw_excluded" } })).toBe(1);
  });

  it("does not run before closing", async () => {
    await setClock(duringDraw);
    await enter(draw, 1);
    const letItRun = await stopClock(url, "2026-12-28T11:59:59.9+01:00");
    expect(await runDueDraws()).toEqual([]);
    await letItRun();
    const goOn = await stopClock(url, closing);
    expect(await runDueDraws()).toEqual([draw]);
    await goOn();
  });
});

async function publishHagenAt(week: string) {
  await planSlots({ ...drawWeek, week }, "test");
  await publishWeek({ ...drawWeek, week }, "test");
}

it("is repeated without somebody who gets an appointment in this very moment", async () => {
  await setClock(duringDraw);
  const tokens = [await enter(draw, 1), await enter(draw, 2)];
  expect(tokens).toHaveLength(2);
  await setClock(afterDraw);
  const person = await db().drawEntry.findFirstOrThrow({ where: { email: "person-1@example.org" } });
  const other = new pg.Client({ connectionString: url });
  await other.connect();
  await other.query("BEGIN");
  // Somebody else's transaction, not committed yet: the draw cannot see it, only run into it.
  await other.query("SET CONSTRAINTS ALL DEFERRED");
  await other.query(
    `INSERT INTO appointment_person (appointment_id, position, office, department, given_name, family_name, birth_date, person_key, active)
     VALUES ('5b6b3a4e-7f0c-4d52-9a55-0d8f5f1f6c01', 0, 'hagen', 'auslaenderbehoerde', 'Test', 'Person', '1990-03-27', $1,
       tstzrange(portal_now() - interval '1 second' + $2::interval, NULL))`,
    [person.personKey, process.env.PORTAL_CLOCK_OFFSET],
  );
  const run = runDueDraws();
  await expect.poll(() => writing(url)).toHaveLength(1);
  await other.query(
    `INSERT INTO appointment (id, reference, office, department, concern, counter, units, starts_at, ends_at, state, held_at,
       hold_expires_at, confirmed_at, given_name, family_name, birth_date, person_key, email, mail_key, locale)
     VALUES ('5b6b3a4e-7f0c-4d52-9a55-0d8f5f1f6c01', 'HA-TEST', 'hagen', 'auslaenderbehoerde', 'card-pickup', 1, 1,
       '2027-01-08T10:00:00+01:00', '2027-01-08T10:15:00+01:00', 'confirmed', '2026-12-28T11:00:00+01:00',
       '2026-12-28T11:00:00+01:00', '2026-12-28T11:00:00+01:00', 'Test', 'Person', '1990-03-27', $1, 'x@example.org', 'x', 'de')`,
    [person.personKey],
  );
  await other.query("COMMIT");
  await other.end();
  expect(await run).toEqual([draw]);
  expect(await drawRecord(draw)).toMatchObject({
    excluded: [person.pseudonym],
    entries: [{}],
    result: [{ place: {} }],
  });
});
