import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { giveBack, holdWithPass, spendPass } from "@/lib/booking/challenge/commands";
import { newChallenge } from "@/lib/booking/challenge/queries";
import { holdAppointment, requestKey } from "@/lib/booking/commands";
import { db } from "@/lib/platform/db";
import { forgetEnv } from "@/lib/platform/env";
import { holdRequest, publishHagen } from "../support/booking";
import { solve } from "../support/challenge";
import { asOwner, createDatabase, setClock } from "../support/database";
import { emptyWeeks } from "../support/weeks";

let database: Awaited<ReturnType<typeof createDatabase>>;

beforeAll(async () => {
  process.env.CHALLENGE_COST = "40";
  database = await createDatabase();
});
afterAll(async () => {
  await database.drop();
  delete process.env.CHALLENGE_COST;
  forgetEnv();
});
beforeEach(async () => {
  await emptyWeeks(database.url);
  await asOwner(database.url, "TRUNCATE spent_challenge");
  await setClock("2027-01-04T12:00:00+01:00");
  await publishHagen("2027-W02");
});

const solved = async () => solve(await newChallenge());
const reasonOf = (result: { ok: boolean; reason?: string }) => (result.ok ? "ok" : result.reason);
const hold = async (index: number, challenge: string, key: string) =>
  reasonOf(await holdWithPass(holdRequest(index), { challenge }, key));

describe("a key that was used before, with another request,", () => {
  it("brings no pass back that is spent: neither its own nor another one", async () => {
    const [first, second] = [await solved(), await solved()];
    expect([await hold(1, first, "one"), await hold(2, second, "two")]).toEqual(["ok", "ok"]);
    expect([await hold(3, first, "one"), await hold(3, second, "one")]).toEqual([
      "idempotency_mismatch",
      "idempotency_mismatch",
    ]);
    // The same person, by whom alone a pass that was given back can be used.
    expect([await hold(1, first, "three"), await hold(2, second, "four")]).toEqual([
      "challenge_failed",
      "challenge_failed",
    ]);
    expect(await db().spentChallenge.count({ where: { spent: false } })).toBe(0);
  });

  it("nor does a twin that lost its race after the other has got a hold", async () => {
    const pass = {
      key: "challenge:twin",
      holder: "holder",
      expiresAt: new Date("2027-01-04T11:10:00Z"),
      uses: 5,
    };
    const twins = requestKey("hagen", "twins");
    expect([await spendPass(pass, twins), await spendPass(pass, twins)]).toEqual([true, true]);
    const held = await holdAppointment(holdRequest(1), "twins");
    expect(held.ok).toBe(true);
    await giveBack(pass, twins);
    expect(await spendPass(pass, requestKey("hagen", "another"))).toBe(false);
  });
});
