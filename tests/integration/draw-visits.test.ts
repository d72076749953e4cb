import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { confirmAppointment, holdAppointment } from "@/lib/booking/commands";
import { confirmEntry, enterDraw, runDueDraws, withdrawEntry } from "@/lib/booking/draw/commands";
import { drawRecord, entryByToken } from "@/lib/booking/draw/queries";
import { signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { planSlots, publishWeek } from "@/lib/schedule/commands";
import { verify } from "../../scripts/verify-draw.mjs";
import { holdRequest } from "../support/booking";
import { asOwner, createDatabase, setClock } from "../support/database";
import {
  afterDraw,
  beforeDraw,
  drawWeek,
  duringDraw,
  enter,
  entryRequest,
  mailToken,
  publishDraw,
} from "../support/draws";
import { idOf } from "../support/weeks";

let url: string;
let drop: () => Promise<void>;
let draw: string;

beforeAll(async () => {
  ({ url, drop } = await createDatabase());
});
afterAll(() => drop());

beforeEach(async () => {
  await asOwner(url, "TRUNCATE appointment, week, message, staff_event CASCADE");
  await setClock(beforeDraw);
  draw = await publishDraw();
  await setClock(duringDraw);
});

const child = { givenName: "Kind", familyName: "Person", birthDate: "2015-02-03" };
const baby = { givenName: "Kleines", familyName: "Person", birthDate: "2024-05-06" };
const limited = { ok: false, reason: "limit_person" };
const kinds = async () => (await db().message.findMany({ select: { kind: true } })).map(({ kind }) => kind);

async function run() {
  await setClock(afterDraw);
  expect(await runDueDraws()).toEqual([draw]);
  const record = (await drawRecord(draw)) ?? expect.fail("no record");
  expect(verify(JSON.parse(JSON.stringify(record)))).toBeNull();
  return record;
}

describe("a family with several concerns", () => {
  it("is one entry, and wins one appointment of consecutive slots for all of them, as in booking", async () => {
    const visit = { furtherConcerns: ["residence-permit-extension"], companions: [child] };
    const token = await enter(draw, 1, visit);
    const units = idOf(await holdAppointment(holdRequest(50, { ...visit, ...(await otherWeek()) })));
    const booked = await db().appointment.findUniqueOrThrow({ where: { id: units } });
    const record = await run();
    expect(record.entries).toMatchObject([{ units: booked.units }]);
    expect(booked.units).toBeGreaterThan(2);
    const won = await db().appointment.findFirstOrThrow({
      where: { state: "confirmed" },
      include: { persons: { orderBy: { position: "asc" } }, slots: { orderBy: { startsAt: "asc" } } },
    });
    expect(won).toMatchObject({ units: booked.units, furtherConcerns: ["residence-permit-extension"] });
    expect(won.persons.map(({ givenName }) => givenName)).toEqual(["Test", "Kind"]);
    expect(won.slots).toHaveLength(booked.units);
    expect(new Set(won.slots.map(({ counter }) => counter)).size).toBe(1);
    won.slots.reduce((before, slot) => {
      expect(slot.startsAt).toEqual(before.endsAt);
      return slot;
    });
    expect(await entryByToken(token)).toMatchObject({
      state: "won",
      furtherConcerns: ["residence-permit-extension"],
      companions: [{ givenName: "Kind" }],
    });
    expect(JSON.stringify(record)).not.toContain("Kind");
  });

  it.each([
    ["concerns of two departments", { furtherConcerns: ["loss-report"] }, "not_together"],
    ["a concern that is none", { furtherConcerns: ["nothing"] }, "unknown_concern"],
    ["more persons than a visit holds", { companions: Array(20).fill(child) }, "too_many_persons"],
    ["the same person twice", { companions: [child, child] }, "limit_person"],
  ])("is refused for %s", async (_name, visit, reason) => {
    expect(await enterDraw(entryRequest(draw, 1, visit))).toEqual({ ok: false, reason });
  });

  it("counts each of its members once, whoever entered them, until it is withdrawn", async () => {
    const token = await enter(draw, 1, { companions: [child] });
    expect(await enterDraw(entryRequest(draw, 2, { companions: [child] }))).toEqual(limited);
    expect(await enterDraw(entryRequest(draw, 3, { person: child }))).toEqual(limited);
    expect(await enterDraw(entryRequest(draw, 4, { companions: [entryRequest(draw, 1).person] }))).toEqual(
      limited,
    );
    expect(await withdrawEntry(token)).toEqual({ ok: true });
    await enter(draw, 2, { companions: [child] });
  });

  it("is left out when one of its members has an appointment", async () => {
    await enter(draw, 1, { companions: [child] });
    await confirmed({ person: child });
    expect(await run()).toMatchObject({ entries: [], excluded: [expect.any(String)] });
  });

  it("takes with it what its applicant has lost before, in whatever entry", async () => {
    await enter(draw, 1, { companions: [child] });
    await asOwner(url, "UPDATE slot SET open = false");
    expect((await run()).result).toMatchObject([{ place: null }]);
    await setClock("2027-01-03T10:00:00+01:00");
    const next = await publishDraw({ ...drawWeek, week: "2027-W03" });
    await setClock("2027-01-04T09:00:00+01:00");
    await enter(next, 9, { person: child });
    const [row] = await db().$queryRaw<{ losses: number }[]>`
      SELECT earlier_losses AS losses FROM counting_entries(${next}::uuid, portal_now())`;
    expect(row?.losses).toBe(1);
  });
});

/** Ten at once confirm entries of families that share their members crosswise: how many count. */
async function confirmCrosswise(): Promise<number> {
  const family = [child, baby];
  const entered = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      enterDraw(entryRequest(draw, index, { companions: index % 2 ? family : [...family].reverse() })),
    ),
  );
  const tokens = entered.map((result) => (result.ok ? mailToken(result.sentToken) : ""));
  const answers = await Promise.all(tokens.map(confirmEntry));
  for (const answer of answers) if (!answer.ok) expect(answer).toEqual(limited);
  return answers.filter(({ ok }) => ok).length;
}

describe("ten families with the same children at once", () => {
  it("are one that counts, and nobody waits in a circle", async () => {
    for (let round = 0; round < 5; round += 1) {
      await asOwner(url, "TRUNCATE draw_entry CASCADE");
      expect(await confirmCrosswise()).toBe(1);
    }
  });

  it("are several without the index (negative control)", async () => {
    const { rows } = await asOwner(
      url,
      "SELECT pg_get_indexdef('draw_entry_one_per_person'::regclass) AS index",
    );
    await asOwner(url, "DROP INDEX draw_entry_one_per_person");
    try {
      expect(await confirmCrosswise()).toBe(10);
    } finally {
      await asOwner(url, `TRUNCATE draw_entry CASCADE; ${rows[0].index}`);
    }
  });
});

describe("a hold that nobody has confirmed", () => {
  it("keeps nobody out: neither from entering nor from the draw; who wins has the one that was won, and no other", async () => {
    const id = await held();
    const token = await enter(draw, 1);
    const record = await run();
    expect(record.excluded).toEqual([]);
    expect((await entryByToken(token))?.state).toBe("won");
    expect(await confirmAppointment(signToken("confirm", id))).toEqual({ ok: false, reason: "hold_expired" });
    const active = await db().$queryRaw`
      SELECT FROM appointment_person WHERE active @> portal_now() AND person_key = (SELECT person_key FROM draw_entry)`;
    expect(active).toHaveLength(1);
    expect(
      await db().appointmentEvent.findMany({ where: { appointmentId: id, actor: "draw" } }),
    ).toMatchObject([{ kind: "cancelled" }]);
    expect(await kinds()).toContain("draw_won");
  });

  it("stays with who loses, and its place stays kept", async () => {
    const id = await held();
    await enter(draw, 1, { wishes: { days: ["2027-01-13"], parts: [] } });
    await asOwner(url, `UPDATE slot SET open = false WHERE starts_at::date = '2027-01-13'`);
    await run();
    expect(await confirmAppointment(signToken("confirm", id))).toMatchObject({ ok: true });
  });

  it("that is confirmed after entering leaves its owner out of the draw", async () => {
    await enter(draw, 1);
    const id = await held();
    expect(await confirmAppointment(signToken("confirm", id))).toMatchObject({ ok: true });
    expect(await run()).toMatchObject({ entries: [], excluded: [expect.any(String)] });
  });

  it("confirmed in the very moment of the draw gives one appointment or the other, never both", async () => {
    for (let round = 0; round < 6; round += 1) {
      await asOwner(url, "TRUNCATE appointment, week, message, staff_event CASCADE");
      await setClock(beforeDraw);
      draw = await publishDraw();
      await setClock("2026-12-28T11:55:00+01:00");
      await enter(draw, 1);
      const id = await held();
      await setClock(afterDraw);
      const [answer] = await Promise.all([
        new Promise((resolve) => setTimeout(resolve, round * 8)).then(() =>
          confirmAppointment(signToken("confirm", id)),
        ),
        runDueDraws(),
      ]);
      const won = await db().drawEntry.count({ where: { outcome: "won" } });
      expect([answer.ok, won]).toEqual(answer.ok ? [true, 0] : [false, 1]);
      expect(await db().appointment.count({ where: { state: "confirmed" } })).toBe(1);
    }
  });
});

/** A time of another week, which is open to everybody. */
async function otherWeek() {
  await planSlots({ ...drawWeek, week: "2027-W01" }, "test");
  await publishWeek({ ...drawWeek, week: "2027-W01" }, "test");
  return { startsAt: "2027-01-08T10:00:00+01:00" };
}

/** A hold of the first person, just long enough that it is active when the draw runs. */
async function held(changes = {}) {
  const id = idOf(await holdAppointment(holdRequest(1, { ...(await otherWeek()), ...changes })));
  await db().$executeRaw`
    UPDATE appointment SET hold_expires_at = '2026-12-28T13:00:00+01:00', occupied_until = '2026-12-28T13:00:00+01:00' WHERE id = ${id}::uuid`;
  await db()
    .$executeRaw`UPDATE slot SET claimed_until = '2026-12-28T13:00:00+01:00' WHERE appointment_id = ${id}::uuid`;
  return id;
}

async function confirmed(changes = {}) {
  expect(await confirmAppointment(signToken("confirm", await held(changes)))).toMatchObject({ ok: true });
}
