import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { holdWithPass } from "@/lib/booking/challenge/commands";
import { newChallenge } from "@/lib/booking/challenge/queries";
import type { HoldRequest } from "@/lib/booking/types";
import { db } from "@/lib/platform/db";
import { forgetEnv } from "@/lib/platform/env";
import { holdRequest, leaveOneCounter, publishHagen } from "../support/booking";
import { solve } from "../support/challenge";
import { asOwner, createDatabase, setClock } from "../support/database";
import { emptyWeeks } from "../support/weeks";

let database: Awaited<ReturnType<typeof createDatabase>>;

beforeAll(async () => {
  process.env.CHALLENGE_COST = "0";
  database = await createDatabase();
});
afterAll(async () => {
  delete process.env.CHALLENGE_COST;
  forgetEnv();
  await database.drop();
});
beforeEach(async () => {
  await emptyWeeks(database.url);
  await asOwner(database.url, "TRUNCATE spent_challenge");
  await setClock("2027-01-05T12:00:00+01:00");
  await publishHagen("2027-W02");
  await leaveOneCounter(database.url);
});

const hold = (index: number, changes: Partial<HoldRequest> = {}, key?: string) =>
  holdWithPass(holdRequest(index, changes), {}, key);

/** While something is done, nobody else can read a slot. */
async function whileNobodyReadsSlots(run: () => Promise<void>): Promise<void> {
  const other = new pg.Client({ connectionString: database.url });
  await other.connect();
  try {
    await other.query("BEGIN; LOCK TABLE slot IN ACCESS EXCLUSIVE MODE");
    await run();
  } finally {
    await other.end();
  }
}

it("whoever asks for what was lost a moment ago is told so, with what else is free, and no slot is looked at", async () => {
  expect(await hold(1, {}, "winner")).toMatchObject({ ok: true });
  const lost = await hold(2);
  expect(lost).toMatchObject({ ok: false, reason: "slot_taken", alternatives: expect.any(Array) });
  await whileNobodyReadsSlots(async () => {
    expect(await hold(3)).toEqual(lost);
    expect(await Promise.all([4, 5, 6].map((index) => hold(index, {}, `key ${index}`)))).toEqual([
      lost,
      lost,
      lost,
    ]);
    // Another time, and another length, is asked of the database (negative control).
    for (const other of [{ startsAt: "2027-01-13T10:30:00+01:00" }, { concern: "family-reunification" }]) {
      const asked = hold(7, other).catch(() => "cut off");
      expect(await Promise.race([asked, pause(200, "waits")])).toBe("waits");
    }
  });
});

it("what was lost is not offered instead, even where the free times were read before it was taken", async () => {
  const other = { startsAt: "2027-01-13T10:30:00+01:00" };
  await hold(1, other);
  expect(await hold(2, other)).toMatchObject({
    alternatives: expect.arrayContaining(["2027-01-13T10:00:00+01:00"]),
  });
  await hold(3);
  expect(await hold(4)).toMatchObject({
    alternatives: expect.not.arrayContaining(["2027-01-13T10:00:00+01:00"]),
  });
});

it("the winner who asks again with the same key is given the same place, also while others lose it", async () => {
  const won = await hold(1, {}, "winner");
  await hold(2);
  expect(await hold(1, {}, "winner")).toEqual(won);
  expect(await hold(3, {}, "winner")).toMatchObject({ reason: "idempotency_mismatch" });
});

it("a place that comes back is found after a second", async () => {
  await hold(1);
  await hold(2);
  await asOwner(
    database.url,
    "UPDATE slot SET appointment_id = NULL, claimed_until = NULL; DELETE FROM appointment",
  );
  expect(await hold(3)).toMatchObject({ reason: "slot_taken" });
  await pause(1_100);
  expect(await hold(3)).toMatchObject({ ok: true });
});

it("a loss that is known already costs a solved challenge nothing, and none is not enough", async () => {
  process.env.CHALLENGE_COST = "40";
  forgetEnv();
  try {
    const challenge = async () => ({ challenge: await solve(await newChallenge()) });
    expect(await holdWithPass(holdRequest(1), await challenge())).toMatchObject({ ok: true });
    expect(await holdWithPass(holdRequest(2), await challenge())).toMatchObject({ reason: "slot_taken" });
    expect(await hold(3)).toMatchObject({ reason: "challenge_failed" });
    const mine = await challenge();
    expect(await holdWithPass(holdRequest(3), mine)).toMatchObject({ reason: "slot_taken" });
    const later = holdRequest(3, { startsAt: "2027-01-13T10:30:00+01:00" });
    expect(await holdWithPass(later, mine)).toMatchObject({ ok: true });
    expect(await db().appointment.count()).toBe(2);
  } finally {
    process.env.CHALLENGE_COST = "0";
    forgetEnv();
  }
});
