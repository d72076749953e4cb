import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { calendar } from "@/lib/booking/calendar/queries";
import { cancelAppointment } from "@/lib/booking/changes/commands";
import { confirmAppointment, holdAppointment } from "@/lib/booking/commands";
import { availability } from "@/lib/booking/queries";
import { getOffice } from "@/lib/offices/queries";
import type { Office } from "@/lib/offices/types";
import { signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { holdRequest, leaveOneCounter, publishHagen } from "../support/booking";
import { asOwner, createDatabase, setClock } from "../support/database";
import { emptyWeeks, idOf } from "../support/weeks";

let database: Awaited<ReturnType<typeof createDatabase>>;
const hagen = getOffice("hagen") as Office;
const day = { from: "2027-01-13", to: "2027-01-13" };
const forgotten = () => pause(1100);

beforeAll(async () => {
  database = await createDatabase();
  // A sequence counts across all sessions, whatever happens to their transactions.
  const { rows } = await asOwner(database.url, "SELECT pg_get_functiondef('free_times'::regproc) AS body");
  const counting = rows[0].body
    .replace(" STABLE", " VOLATILE")
    .replace(/SELECT run\.starts_at/, "SELECT nextval('looks'); SELECT run.starts_at");
  await asOwner(database.url, `CREATE SEQUENCE looks; ${counting}`);
});
afterAll(async () => {
  await database.drop();
});
beforeEach(async () => {
  await forgotten();
  await emptyWeeks(database.url);
  await setClock("2027-01-04T12:00:00+01:00");
  await publishHagen("2027-W02");
  await leaveOneCounter(database.url);
});

async function looks(during: () => Promise<unknown>): Promise<number> {
  await asOwner(database.url, "ALTER SEQUENCE looks RESTART");
  await during();
  const [row] = await db().$queryRaw<{ next: bigint }[]>`SELECT nextval('looks') AS next`;
  return Number(row?.next) - 1;
}

const atOnce = (look: () => Promise<unknown>) => Promise.all(Array.from({ length: 200 }, look));

describe("two hundred who look at the same time", () => {
  it("cost the database one query for each office and concern, whatever days they ask for", async () => {
    expect(await looks(() => atOnce(() => calendar(hagen, "card-pickup")))).toBe(1);
    await forgotten();
    let turn = 0;
    const mixed = () => {
      turn += 1;
      return turn % 2 ? calendar(hagen, "card-pickup", day) : calendar(hagen, "family-reunification");
    };
    expect(await looks(() => atOnce(mixed))).toBe(2);
  });

  it("would cost it two hundred (negative control)", async () => {
    expect(await looks(() => atOnce(() => availability(hagen, "card-pickup")))).toBe(200);
  });
});

describe("the calendar", () => {
  it("shows what `availability` shows, for the days asked for", async () => {
    const { now: _, ...whole } = (await availability(hagen, "card-pickup")) ?? {};
    expect(await calendar(hagen, "card-pickup")).toMatchObject(whole);
    const { now: __, ...one } = (await availability(hagen, "card-pickup", day)) ?? {};
    expect(await calendar(hagen, "card-pickup", day)).toMatchObject(one);
    expect(await calendar(hagen, "fishing")).toBeNull();
  });

  it("keeps what it knows for a second, and not longer", async () => {
    const begins = async () => (await calendar(hagen, "card-pickup", day))?.days[0]?.times[0]?.startsAt;
    const first = (await begins()) ?? "";
    expect((await holdAppointment(holdRequest(1, { startsAt: first }))).ok).toBe(true);
    expect(await begins()).toBe(first);
    await forgotten();
    expect(await begins()).not.toBe(first);
  });

  it("keeps nothing when the database was away", async () => {
    await asOwner(database.url, "ALTER FUNCTION free_times RENAME TO gone");
    try {
      await expect(calendar(hagen, "card-pickup")).rejects.toThrow();
    } finally {
      await asOwner(database.url, "ALTER FUNCTION gone RENAME TO free_times");
    }
    expect(await calendar(hagen, "card-pickup")).not.toBeNull();
  });

  it("does not tell that a place was given up, nor when it comes back", async () => {
    const startsAt = "2027-01-13T10:00:00+01:00";
    const id = idOf(await holdAppointment(holdRequest(1, { startsAt })));
    expect((await confirmAppointment(signToken("confirm", id))).ok).toBe(true);
    await forgotten();
    const taken = await calendar(hagen, "card-pickup", day);
    expect((await cancelAppointment(signToken("manage", id))).ok).toBe(true);
    expect(await db().slot.count({ where: { publicAt: { not: null } } })).toBe(1);
    await forgotten();
    const { now: _, ...freed } = (await calendar(hagen, "card-pickup", day)) ?? {};
    // To the letter what it was before: no time, no mark, no other number.
    expect(freed).toEqual({ ...taken, now: undefined });
  });
});
