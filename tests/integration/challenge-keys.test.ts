import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { holdWithPass } from "@/lib/booking/challenge/commands";
import { newChallenge } from "@/lib/booking/challenge/queries";
import { mailText } from "@/lib/booking/rules";
import { keyedHash } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { forgetEnv } from "@/lib/platform/env";
import { holdRequest, publishHagen } from "../support/booking";
import { solve } from "../support/challenge";
import { asOwner, createDatabase, setClock } from "../support/database";
import { emptyWeeks } from "../support/weeks";

let database: Awaited<ReturnType<typeof createDatabase>>;
let blocker: pg.Client | undefined;

const elsewhen = "2027-01-13T10:15:00+01:00";

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
// Also when a test has failed in between: a hold that stays in flight would stop all tests after it.
afterEach(() => letGo());

/** Stops every hold of the first person after its pass and its slots, until `letGo` is called. */
async function stopHolds() {
  blocker = new pg.Client({ connectionString: database.url });
  await blocker.connect();
  const mailKey = keyedHash("mail", mailText(holdRequest(1).email));
  await blocker.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [mailKey]);
}

async function letGo() {
  await blocker?.end();
  blocker = undefined;
}

/** How many statements wait for a lock. */
async function waiting(): Promise<number> {
  const { rows } = await asOwner(
    database.url,
    "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
  );
  return rows[0].n;
}

const solved = async () => solve(await newChallenge());
const hold = (challenge: string, key?: string, startsAt?: string) =>
  holdWithPass(holdRequest(1, startsAt ? { startsAt } : {}), { challenge }, key).then((result) =>
    result.ok ? result.reference : result.reason,
  );
const passes = () => db().spentChallenge.findMany({ select: { spent: true, uses: true } });

/** Two requests with one key and, behind them, another one with the same pass, all while the first is not done yet. */
async function race(challenge: string) {
  await stopHolds();
  const first = hold(challenge, "twins");
  await expect.poll(waiting).toBe(1);
  const twin = hold(challenge, "twins");
  await expect.poll(waiting).toBe(2);
  const other = hold(challenge, "other", elsewhen);
  await expect.poll(waiting).toBe(3);
  await letGo();
  return Promise.all([first, twin, other]);
}

/** Runs something while a function of the database is changed. */
async function mutated<Result>(name: string, change: (body: string) => string, run: () => Promise<Result>) {
  const { rows } = await asOwner(database.url, `SELECT pg_get_functiondef('${name}'::regproc) AS body`);
  const original: string = rows[0].body;
  const mutant = change(original);
  expect(mutant).not.toBe(original);
  await asOwner(database.url, mutant);
  try {
    return await run();
  } finally {
    await asOwner(database.url, original);
  }
}

describe("a process that dies while it makes a hold", () => {
  it("takes nobody's pass with it: neither a hold is there nor a use", async () => {
    const challenge = await solved();
    await stopHolds();
    const dying = expect(hold(challenge, "key")).rejects.toThrow();
    await expect.poll(waiting).toBe(1);
    await asOwner(
      database.url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    await dying;
    await letGo();
    expect(await db().appointment.count()).toBe(0);
    expect(await passes()).toEqual([]);
    expect(await hold(challenge, "another")).toMatch(/^HA-/);
  });
});

describe("twins under one key", () => {
  it("get one hold, and nobody else gets one of their pass", async () => {
    const [first, twin, other] = await race(await solved());
    expect(first).toMatch(/^HA-/);
    expect([twin, other]).toEqual([first, "challenge_failed"]);
    expect(await passes()).toEqual([{ spent: true, uses: 1 }]);
    expect(await db().appointment.count()).toBe(1);
  });

  it("that come to nothing leave the pass to the next try, which counts", async () => {
    expect(await hold(await solved())).toMatch(/^HA-/);
    await asOwner(database.url, "TRUNCATE spent_challenge");
    expect(await race(await solved())).toEqual(["limit_person", "limit_person", "limit_person"]);
    expect(await passes()).toEqual([{ spent: false, uses: 3 }]);
  });

  it("are not told of each other without the lock of the key (negative control)", async () => {
    const withoutLock = (body: string) => body.replace(/PERFORM pg_advisory_xact_lock[^;]+;/, "");
    const challenge = await solved();
    const [first, twin] = await mutated("hold_with_pass", withoutLock, () => race(challenge));
    expect(first).toMatch(/^HA-/);
    expect(twin).toBe("challenge_failed");
  });

  it("get two holds of one pass with others when no hold uses it up (negative control)", async () => {
    const challenge = await solved();
    const both = () => Promise.all([1, 2].map((index) => holdWithPass(holdRequest(index), { challenge })));
    const mutant = (body: string) => body.replace("INSERT INTO spent_challenge", "RETURN true; $&");
    expect((await mutated("spend_challenge", mutant, both)).map(({ ok }) => ok)).toEqual([true, true]);
  });
});

describe("a key that was used before, with another request,", () => {
  it("brings no pass back that is spent: neither its own nor another one", async () => {
    const [first, second] = [await solved(), await solved()];
    const person = async (index: number, challenge: string, key: string) => {
      const result = await holdWithPass(holdRequest(index), { challenge }, key);
      return result.ok ? "ok" : result.reason;
    };
    expect([await person(1, first, "one"), await person(2, second, "two")]).toEqual(["ok", "ok"]);
    expect([await person(3, first, "one"), await person(3, second, "one")]).toEqual([
      "idempotency_mismatch",
      "idempotency_mismatch",
    ]);
    // The same person, by whom alone a pass that was given back can be used.
    expect([await person(1, first, "three"), await person(2, second, "four")]).toEqual([
      "challenge_failed",
      "challenge_failed",
    ]);
    expect(await db().spentChallenge.count({ where: { spent: false } })).toBe(0);
  });
});

describe("a key that is older than 48 hours", () => {
  it("opens nothing: a new request needs a pass of its own", async () => {
    const challenge = await solved();
    expect(await hold(challenge, "key")).toMatch(/^HA-/);
    await setClock("2027-01-06T12:00:01+01:00");
    expect(await hold(challenge, "key")).toBe("challenge_failed");
    expect(await hold(await solved(), "key")).toMatch(/^HA-/);
  });
});
