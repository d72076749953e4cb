import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { jobs } from "@/lib/booking/jobs";
import { db } from "@/lib/platform/db";
import { forgetEnv } from "@/lib/platform/env";
import { holdRequest, publishHagen } from "../support/booking";
import { createDatabase, setClock, stopClock } from "../support/database";
import { callRoute, json } from "../support/routes";
import { emptyWeeks } from "../support/weeks";

let database: Awaited<ReturnType<typeof createDatabase>>;
let startClock: () => Promise<void>;

const held = "2027-01-05T12:00:00+01:00";
const beforeTheEnd = "2027-01-07T11:59:59.999+01:00";
const theEnd = "2027-01-07T12:00:00+01:00";

beforeAll(async () => {
  process.env.CHALLENGE_COST = "0";
  process.env.RATE_LIMITS = "off";
  database = await createDatabase();
});
afterAll(async () => {
  delete process.env.CHALLENGE_COST;
  delete process.env.RATE_LIMITS;
  forgetEnv();
  await database.drop();
});
beforeEach(async () => {
  await setClock(held);
  await emptyWeeks(database.url);
  await publishHagen("2027-W02");
  await setClock(undefined);
});

/** Looks at everything as it would be at one instant. */
async function at<Result>(instant: string, look: () => Promise<Result>): Promise<Result> {
  startClock = await stopClock(database.url, instant);
  try {
    return await look();
  } finally {
    await startClock();
  }
}

async function hold(index: number, key: string, office = "hagen") {
  const { office: _office, ...body } = holdRequest(index);
  const call = await callRoute(
    "POST /api/v1/offices/{office}/appointments",
    { office },
    json(body, { "Idempotency-Key": key }),
  );
  return { status: call.response.status, body: await call.response.json() };
}

const forget = async () => {
  for (const { run } of jobs.sweeps ?? []) await run();
};

describe("an idempotency key", () => {
  it("gives the same answer until 48 hours after, to the millisecond, and then names a new request", async () => {
    const first = await at(held, () => hold(1, "key"));
    expect(first.status).toBe(201);
    expect(await at(beforeTheEnd, () => hold(1, "key"))).toEqual(first);
    expect(await db().appointment.count()).toBe(1);
    const anew = await at(theEnd, () => hold(1, "key"));
    expect(anew.status).toBe(201);
    expect(anew.body.reference).not.toBe(first.body.reference);
    expect(await db().appointment.count()).toBe(2);
  });

  it("is refused for another request as long as it is kept", async () => {
    await at(held, () => hold(1, "key"));
    const mismatch = { status: 422, body: { code: "idempotency_mismatch" } };
    expect(await at(held, () => hold(2, "key"))).toMatchObject(mismatch);
    expect(await at(beforeTheEnd, () => hold(2, "key"))).toMatchObject(mismatch);
    expect(await at(theEnd, () => hold(2, "key"))).toMatchObject({ status: 201 });
  });

  it("does not mind the order of the members, spaces around names, or what the challenge was", async () => {
    const first = await at(held, () => hold(1, "key"));
    const { office, person, ...rest } = holdRequest(1);
    const { givenName, familyName, birthDate } = person;
    const turned = {
      challenge: "x",
      ...rest,
      person: { birthDate, familyName: ` ${familyName} `, givenName },
    };
    const again = await at(held, () =>
      callRoute(
        "POST /api/v1/offices/{office}/appointments",
        { office },
        json(turned, { "Idempotency-Key": "key" }),
      ),
    );
    expect(await again.response.json()).toEqual(first.body);
  });

  it("of a request that came to nothing is free: the next try is a new one", async () => {
    const { office, ...body } = holdRequest(1, { startsAt: "2027-01-13T03:00:00+01:00" });
    const init = json(body, { "Idempotency-Key": "key" });
    const refused = await at(held, () =>
      callRoute("POST /api/v1/offices/{office}/appointments", { office }, init),
    );
    expect(refused.response.status).toBe(422);
    expect((await at(held, () => hold(1, "key"))).status).toBe(201);
  });

  it("has 1 to 200 characters", async () => {
    for (const key of ["", "k".repeat(201)])
      expect(await at(held, () => hold(1, key))).toMatchObject({
        status: 422,
        body: { code: "invalid", errors: [{ pointer: "/Idempotency-Key", code: "idempotency_key" }] },
      });
    expect((await at(held, () => hold(1, "k".repeat(200)))).status).toBe(201);
  });

  it("is stored as a hash, and forgotten by a job when 48 hours are over", async () => {
    const { body } = await at(held, () => hold(1, "key"));
    await at("2027-01-06T12:00:00+01:00", () => hold(2, "younger"));
    const stored = () =>
      db().appointment.findUniqueOrThrow({
        where: { reference: body.reference },
        select: { idempotencyKey: true, requestHash: true },
      });
    await at(beforeTheEnd, forget);
    const hash = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(await stored()).toEqual({ idempotencyKey: hash, requestHash: hash });
    await at(theEnd, forget);
    expect(await stored()).toEqual({ idempotencyKey: null, requestHash: null });
    expect(await db().appointment.count({ where: { idempotencyKey: { not: null } } })).toBe(1);
  });

  it("is found by the job without a look at every appointment there ever was", async () => {
    await at(held, () => hold(1, "key"));
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    // In a table with one row every plan is cheap: without the cheapest, the other that there is shows.
    await client.query("SET enable_seqscan = off");
    const forgetting = readFileSync(resolve(import.meta.dirname, "../../lib/booking/commands.ts"), "utf8");
    const [, statement = ""] = /(UPDATE appointment SET idempotency_key[^`]+)`/.exec(forgetting) ?? [];
    const { rows } = await client.query(`EXPLAIN ${statement}`);
    await client.end();
    expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("appointment_keys_to_forget");
  });
});

it("the jobs of every domain are started with the server", () => {
  const root = resolve(import.meta.dirname, "../..");
  const domains = readdirSync(resolve(root, "lib"), { recursive: true, encoding: "utf8" })
    .filter((file) => /.\/jobs\.ts$/.test(file) && file !== "platform/jobs.ts")
    .map((file) => `import("@/lib/${file.replace(/\.ts$/, "")}")`);
  const started = readFileSync(resolve(root, "instrumentation.ts"), "utf8");
  expect(domains.length).toBeGreaterThan(3);
  expect(domains.filter((domain) => !started.includes(domain))).toEqual([]);
});
