import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { db } from "@/lib/platform/db";
import { forgetEnv } from "@/lib/platform/env";
import { attempts } from "@/lib/platform/rate-limits";
import { saveStaff, signIn } from "@/lib/staff/commands";
import { asOwner, createDatabase } from "../support/database";
import { clerk } from "../support/weeks";

// The cookies of whoever asks, and a network of its own for each attempt: Next tells both within a request only.
let jar = new Map<string, string>();
let network = 0;
vi.mock("next/headers", () => ({
  headers: async () => {
    network += 1;
    return new Headers({ "X-Forwarded-For": `198.51.${network % 250}.7` });
  },
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}));

let database: Awaited<ReturnType<typeof createDatabase>>;
const password = "a long enough password";
const right = () => signIn(clerk, password);
const wrong = (email = clerk) => signIn(email, "another long password");
const tooMany = { ok: false, reason: "too_many" };
const refused = { ok: false, reason: "credentials" };

beforeAll(async () => {
  database = await createDatabase();
  await saveStaff({ email: clerk, name: "Clerk", office: "hagen", password });
});
afterAll(() => database.drop());
beforeEach(async () => {
  jar = new Map();
  await asOwner(database.url, "TRUNCATE network_use, staff_rate_limit, staff_session");
});

/** Strangers guess from many networks, all at once. */
async function guess(times = attempts.requests + 5, email = clerk) {
  const mine = jar;
  jar = new Map();
  const answers = await Promise.all(Array.from({ length: times }, () => wrong(email)));
  jar = mine;
  return answers.filter(({ ok }) => !ok).map((answer) => ("reason" in answer ? answer.reason : ""));
}

it("guessing from many networks at once gets ten answers, for an address that has no account as well", async () => {
  for (const email of [clerk, clerk.toUpperCase(), "nobody@hagen.example"]) {
    await asOwner(database.url, "TRUNCATE network_use");
    const answers = await guess(attempts.requests + 5, email);
    expect(answers.filter((reason) => reason === "credentials")).toHaveLength(attempts.requests);
    expect(answers.filter((reason) => reason === "too_many")).toHaveLength(5);
  }
});

it("keeps nobody out of their own device, on which they were signed in before", async () => {
  expect(await right()).toEqual({ ok: true });
  await guess();
  expect(await right()).toEqual({ ok: true });
  jar = new Map();
  expect(await right()).toEqual(tooMany);
});

it("is not made easier by a device of another account, or by one that is made up", async () => {
  await saveStaff({ email: "second@hagen.example", name: "Second", office: "hagen", password });
  await signIn("second@hagen.example", password);
  const [cookie = ""] = jar.values();
  jar = new Map();
  await right();
  const [name = ""] = jar.keys();
  await guess();
  for (const value of [cookie, "made up", cookie.replace(/^..../, "AAAA")]) {
    jar = new Map([[name, value]]);
    expect(await right()).toEqual(tooMany);
  }
});

it("a known device that guesses is slowed down itself, and only itself", async () => {
  await right();
  for (let attempt = 0; attempt < attempts.requests; attempt += 1) expect(await wrong()).toEqual(refused);
  expect(await wrong()).toEqual(tooMany);
  jar = new Map();
  expect(await right()).toEqual({ ok: true });
});

it("goes on in the next window; what succeeds counts for nothing", async () => {
  for (let attempt = 0; attempt < attempts.requests + 5; attempt += 1) {
    jar = new Map();
    expect(await right()).toEqual({ ok: true });
  }
  await guess();
  await asOwner(database.url, "UPDATE network_use SET expire = 1");
  jar = new Map();
  expect(await right()).toEqual({ ok: true });
});

it("does not slow anybody down when limits are off (negative control)", async () => {
  process.env.RATE_LIMITS = "off";
  forgetEnv();
  try {
    expect(await guess()).toEqual(Array(attempts.requests + 5).fill("credentials"));
  } finally {
    delete process.env.RATE_LIMITS;
    forgetEnv();
  }
  expect(await db().staffSession.count()).toBe(0);
});
