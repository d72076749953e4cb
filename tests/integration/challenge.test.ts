import { createChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { forgetPasses, holdWithPass } from "@/lib/booking/challenge/commands";
import { newChallenge } from "@/lib/booking/challenge/queries";
import { challengeUses } from "@/lib/booking/challenge/rules";
import type { Challenge } from "@/lib/booking/challenge/types";
import { keyedHash } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { forgetEnv } from "@/lib/platform/env";
import { holdRequest, leaveOneCounter, publishHagen } from "../support/booking";
import { encode, solve } from "../support/challenge";
import { asOwner, createDatabase, setClock, stopClock } from "../support/database";
import { emptyWeeks } from "../support/weeks";

let database: Awaited<ReturnType<typeof createDatabase>>;
const noon = "2027-01-04T12:00:00+01:00";

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
  await setClock(noon);
  await publishHagen("2027-W02");
});

const solved = async () => solve(await newChallenge());
const read = (challenge: string) => JSON.parse(Buffer.from(challenge, "base64").toString());
const reasonOf = (result: { ok: boolean; reason?: string }) => (result.ok ? "ok" : result.reason);
const hold = async (index: number, challenge?: string, key?: string) =>
  reasonOf(await holdWithPass(holdRequest(index), { challenge }, key));
const appointments = () => db().appointment.count();

describe("a solved challenge", () => {
  it("is good for one hold", async () => {
    const challenge = await solved();
    expect([await hold(1, challenge), await hold(2, challenge)]).toEqual(["ok", "challenge_failed"]);
    expect(await hold(2, await solved())).toBe("ok");
  });

  it("is asked of everybody while it costs anything, and of nobody when it costs nothing", async () => {
    expect(await hold(1)).toBe("challenge_failed");
    process.env.CHALLENGE_COST = "0";
    forgetEnv();
    try {
      expect(await hold(1)).toBe("ok");
      // A client need not know.
      expect(await hold(2, await solved())).toBe("ok");
    } finally {
      process.env.CHALLENGE_COST = "40";
      forgetEnv();
    }
  });

  it("is refused when anything in it was changed, and whatever else comes in its place", async () => {
    const { challenge, solution } = read(await solved());
    const change = (parameters: object, more: object = {}) =>
      encode({
        challenge: { ...challenge, parameters: { ...challenge.parameters, ...parameters }, ...more },
        solution,
      });
    const later = { ...challenge.parameters.data, expiresAt: challenge.parameters.data.expiresAt + 600 };
    const foreign = await createChallenge({
      algorithm: "PBKDF2/SHA-256",
      cost: 1,
      counter: 0,
      deriveKey,
      data: challenge.parameters.data,
      hmacSignatureSecret: keyedHash("challenge", "something else"),
      hmacKeySignatureSecret: keyedHash("challenge", "key"),
    });
    const wrong = [
      "",
      "nonsense",
      encode(null),
      encode({ challenge }),
      encode({ challenge, solution: { ...solution, derivedKey: "00".repeat(32) } }),
      encode({ challenge, solution: { ...solution, counter: -1 } }),
      change({ cost: 1 }),
      change({ data: later }),
      change({ nonce: "00".repeat(16) }),
      change({ keyPrefix: "00", keySignature: undefined }),
      change({}, { signature: "00".repeat(32) }),
      change({}, { signature: undefined }),
      await solve(foreign as Challenge),
    ];
    for (const payload of wrong) expect(await hold(1, payload), payload).toBe("challenge_failed");
    expect(await appointments()).toBe(0);
    expect(await hold(1, encode({ challenge, solution }))).toBe("ok");
  });

  it("runs out after ten minutes of the portal's clock, wherever that has been moved to", async () => {
    for (const start of [noon, "2020-01-06T12:00:00+01:00"]) {
      const startClock = await stopClock(database.url, start);
      const challenge = await solved();
      const minutes = async (offset: string) => {
        await startClock();
        await stopClock(database.url, offset);
      };
      const at = (minute: string) => start.replace("12:00:00", `12:${minute}`);
      await minutes(at("10:00"));
      expect(await hold(1, challenge)).toBe("challenge_failed");
      await minutes(at("09:59"));
      // In 2020 nothing can be booked, but the challenge was good.
      expect(await hold(1, challenge)).toBe(start === noon ? "ok" : "outside_window");
      await startClock();
    }
  });
});

describe("after a lost race", () => {
  it("a challenge is good for the same person's next tries, and for nobody else's", async () => {
    await leaveOneCounter(database.url);
    expect(await hold(1, await solved())).toBe("ok");
    const challenge = await solved();
    expect(await hold(2, challenge)).toBe("slot_taken");
    const other = holdRequest(3, { startsAt: "2027-01-13T10:15:00+01:00" });
    expect(reasonOf(await holdWithPass(other, { challenge }))).toBe("challenge_failed");
    const mine = holdRequest(2, { startsAt: "2027-01-13T10:15:00+01:00" });
    expect(reasonOf(await holdWithPass(mine, { challenge }))).toBe("ok");
    expect(reasonOf(await holdWithPass(mine, { challenge }))).toBe("challenge_failed");
  });

  it("it is worth nothing after five tries, so that nobody lies in wait with it", async () => {
    await leaveOneCounter(database.url);
    expect(await hold(1, await solved())).toBe("ok");
    const challenge = await solved();
    const tries = [];
    for (let time = 0; time <= challengeUses; time += 1) {
      // With new connections the losses of the last second, which cost no try, are forgotten.
      await setClock(noon);
      tries.push(await hold(2, challenge));
    }
    expect(tries).toEqual([...Array(challengeUses).fill("slot_taken"), "challenge_failed"]);
  });
});

describe("the same request again", () => {
  it("gets its hold, with the spent challenge, without one that still lives, and after it has run out", async () => {
    const challenge = await solved();
    expect(await hold(1, challenge, "key")).toBe("ok");
    expect(await hold(1, challenge, "key")).toBe("ok");
    await setClock("2027-01-04T12:30:00+01:00");
    expect(await hold(1, challenge, "key")).toBe("ok");
    expect(await hold(2, challenge, "key")).toBe("idempotency_mismatch");
    expect(await appointments()).toBe(1);
  });

  it("sent twenty times at once gets one hold twenty times", async () => {
    const challenge = await solved();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => holdWithPass(holdRequest(1), { challenge }, "twins")),
    );
    expect(new Set(answers.map((answer) => (answer.ok ? answer.reference : answer.reason))).size).toBe(1);
    expect(answers[0]?.ok).toBe(true);
    expect(await appointments()).toBe(1);
  });
});

describe("twenty simultaneous uses", () => {
  const spend = async () => {
    const [row] = await db().$queryRaw<{ spent: boolean }[]>`
      SELECT spend_challenge('challenge:x', 'h', '2027-01-04T11:10:00Z'::timestamptz, 5) AS spent`;
    return row?.spent;
  };
  const uses = async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, spend));
    return answers.filter(Boolean).length;
  };

  it("exactly one passes, each of ten times", async () => {
    for (let round = 0; round < 10; round += 1) {
      await asOwner(database.url, "TRUNCATE spent_challenge");
      expect(await uses()).toBe(1);
    }
  });

  it("and of twenty people with one challenge one gets a hold", async () => {
    const challenge = await solved();
    const people = Array.from({ length: 20 }, (_, index) => hold(index, challenge));
    expect((await Promise.all(people)).sort()).toEqual([...Array(19).fill("challenge_failed"), "ok"]);
  });

  it("without the index several pass (negative control)", async () => {
    const { rows } = await asOwner(
      database.url,
      "SELECT pg_get_functiondef('spend_challenge'::regproc) AS body",
    );
    const original: string = rows[0].body;
    const mutant = original.replace(
      /INSERT INTO spent_challenge[\s\S]+RETURN FOUND;/,
      `IF EXISTS (SELECT FROM spent_challenge c WHERE c.key = p_key) THEN RETURN false; END IF;
       PERFORM pg_sleep(0.5);
       INSERT INTO spent_challenge (key, holder, expires_at) VALUES (p_key, p_holder, p_expires_at);
       RETURN true;`,
    );
    expect(mutant).not.toBe(original);
    await asOwner(
      database.url,
      `ALTER TABLE spent_challenge DROP CONSTRAINT spent_challenge_pkey; ${mutant}`,
    );
    try {
      expect(await uses()).toBeGreaterThan(1);
    } finally {
      await asOwner(
        database.url,
        `TRUNCATE spent_challenge; ${original}; ALTER TABLE spent_challenge ADD PRIMARY KEY (key)`,
      );
    }
    expect(await uses()).toBe(1);
  });
});

it("the sweep forgets what has run out, and nothing else", async () => {
  const challenge = await solved();
  expect(await hold(1, challenge)).toBe("ok");
  await forgetPasses();
  expect(await hold(2, challenge)).toBe("challenge_failed");
  expect(await db().spentChallenge.count()).toBe(1);
  await setClock("2027-01-04T12:11:00+01:00");
  await forgetPasses();
  expect(await db().spentChallenge.count()).toBe(0);
  expect(await hold(2, challenge)).toBe("challenge_failed");
});
