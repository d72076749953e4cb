import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { holdAppointment } from "@/lib/booking/commands";
import { mailText } from "@/lib/booking/rules";
import { keyedHash } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { planSlots, publishWeek, withdrawWeek } from "@/lib/schedule/commands";
import { holdRequest, publishHagen } from "../support/booking";
import { asOwner, createDatabase, setClock } from "../support/database";
import { address, claimed, clerk, emptyWeeks, slotsOfWeek, stateOf } from "../support/weeks";

let url: string;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ url, drop } = await createDatabase());
  await setClock("2027-01-05T12:00:00+01:00");
});
afterAll(() => drop());
beforeEach(() => emptyWeeks(url));

describe("two clerks at once", () => {
  const twice = <Result>(step: () => Promise<Result>) => Promise.all([step(), step()]);
  const won = (results: { ok: boolean }[]) => results.filter((result) => result.ok).length;

  it("plan a week, and its slots exist once", async () => {
    expect(won(await twice(() => planSlots(address, clerk)))).toBe(2);
    expect(await db().slot.count()).toBe(slotsOfWeek);
  });

  it("publish a week, and one is told that it is published", async () => {
    await planSlots(address, clerk);
    const results = await twice(() => publishWeek(address, clerk));
    expect(won(results)).toBe(1);
    expect(results).toContainEqual({ ok: false, reason: "already_published" });
  });

  it("withdraw a week, and one is told that it is not published any more", async () => {
    await publishHagen(address.week);
    const results = await twice(() => withdrawWeek(address, clerk));
    expect(won(results)).toBe(1);
    expect(results).toContainEqual({ ok: false, reason: "not_published" });
    expect(await db().staffEvent.count({ where: { action: "week.withdrawn" } })).toBe(1);
  });
});

describe("a withdrawal and a claim at once", () => {
  it("end with one or the other, never with both, twenty times", async () => {
    for (let round = 0; round < 20; round += 1) {
      await emptyWeeks(url);
      await publishHagen(address.week);
      const soon = (step: () => Promise<{ ok: boolean; reason?: string }>) => sleep(randomInt(4)).then(step);
      const [hold, withdrawal] = await Promise.all([
        soon(() => holdAppointment(holdRequest(round))),
        soon(() => withdrawWeek(address, clerk)),
      ]);
      expect(hold.ok, `round ${round}: ${JSON.stringify({ hold, withdrawal })}`).toBe(!withdrawal.ok);
      expect(await stateOf()).toBe(hold.ok ? "published" : "withdrawn");
      expect(await claimed()).toBe(hold.ok ? 1 : 0);
      if (hold.ok) expect(withdrawal.reason).toBe("has_appointments");
    }
  });

  let blocker: pg.Client | undefined;
  const release = async () => {
    await blocker?.end();
    blocker = undefined;
  };
  // Also when a test has failed in between: a claim that stays in flight would stop all tests after it.
  afterEach(release);

  /** Stops a claim after it has locked its slots and before it has written them, until `release` is called. */
  async function claimInFlight(email: string) {
    const mailKey = keyedHash("mail", mailText(email));
    blocker = new pg.Client({ connectionString: url });
    await blocker.connect();
    await blocker.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [mailKey]);
    const hold = holdAppointment(holdRequest(1, { email }));
    await expect.poll(() => waiting("hold_appointment")).toBe(1);
    return { hold };
  }

  async function waiting(what: string): Promise<number> {
    const { rows } = await asOwner(
      url,
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%${what}%'`,
    );
    return rows[0].n;
  }

  it("let the claim win that was first, although nothing of it is written yet", async () => {
    await publishHagen(address.week);
    const { hold } = await claimInFlight("in-flight@example.org");
    const withdrawal = withdrawWeek(address, clerk);
    await expect.poll(() => waiting("FROM slot WHERE week_id")).toBe(1);
    // What a withdrawal would see that did not wait: nobody has anything in this week.
    expect(await claimed()).toBe(0);
    await release();
    expect(await hold).toMatchObject({ ok: true });
    expect(await withdrawal).toEqual({ ok: false, reason: "has_appointments" });
    expect(await stateOf()).toBe("published");
  });

  it("both succeed when the withdrawal does not wait (negative control)", async () => {
    await publishHagen(address.week);
    const { hold } = await claimInFlight("in-flight@example.org");
    const { rows } = await asOwner(url, "SELECT id FROM slot WHERE appointment_id IS NOT NULL");
    expect(rows).toEqual([]);
    const unguarded = asOwner(url, "UPDATE week SET state = 'withdrawn'; UPDATE slot SET open = false");
    await expect.poll(() => waiting("UPDATE slot")).toBe(1);
    await release();
    expect(await hold).toMatchObject({ ok: true });
    await unguarded;
    expect([await stateOf(), await claimed()]).toEqual(["withdrawn", 1]);
  });
});
