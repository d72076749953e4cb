import { type ChildProcess, spawn } from "node:child_process";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { confirmEntry, enterDraw, runDueDraws } from "@/lib/booking/draw/commands";
import { drawRecord } from "@/lib/booking/draw/queries";
import { db } from "@/lib/platform/db";
import { withdrawWeek } from "@/lib/schedule/commands";
import { verify } from "../../scripts/verify-draw.mjs";
import { asOwner, createDatabase, setClock } from "../support/database";
import {
  afterDraw,
  beforeDraw,
  drawWeek,
  duringDraw,
  enterMany,
  entryRequest,
  mailToken,
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
  await asOwner(url, "TRUNCATE appointment, week, message, staff_event CASCADE");
  await setClock(beforeDraw);
  draw = await publishDraw();
  await setClock(duringDraw);
});

/** What a draw has left behind. */
async function traces() {
  const { rows } = await asOwner(
    url,
    `SELECT (SELECT count(*)::int FROM draw WHERE drawn_at IS NOT NULL) AS drawn,
       (SELECT count(*)::int FROM appointment) AS appointments,
       (SELECT count(*)::int FROM slot WHERE appointment_id IS NOT NULL) AS slots,
       (SELECT count(*)::int FROM draw_entry WHERE outcome = 'won') AS won,
       (SELECT count(*)::int FROM draw_entry WHERE outcome IS NOT NULL) AS answered,
       (SELECT count(*)::int FROM message WHERE kind IN ('draw_won', 'draw_lost')) AS mails,
       (SELECT count(*)::int FROM appointment_event) AS events`,
  );
  return rows[0];
}
const nothing = { drawn: 0, appointments: 0, slots: 0, won: 0, answered: 0, mails: 0, events: 0 };

/** That a draw of `entries` has happened exactly once, completely, and can be checked. */
async function expectDrawnOnce(entries: number) {
  const found = await traces();
  expect(found).toMatchObject({ drawn: 1, slots: slotsOfWeek, answered: entries, mails: entries });
  expect(found.won).toBeGreaterThan(slotsOfWeek / 2);
  expect(found).toMatchObject({ appointments: found.won, events: found.won });
  const record = await drawRecord(draw);
  expect(verify(JSON.parse(JSON.stringify(record)))).toBeNull();
  const winners = record?.result?.filter(({ place }) => place).map(({ pseudonym }) => pseudonym);
  const { rows } = await asOwner(url, "SELECT pseudonym FROM draw_entry WHERE appointment_id IS NOT NULL");
  expect(rows.map(({ pseudonym }) => pseudonym).sort()).toEqual(winners?.sort());
}

describe("fifty entries of one person at once", () => {
  async function confirmFifty(): Promise<number> {
    const entered = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        enterDraw(entryRequest(draw, 1, { email: `address-${index}@example.org` })),
      ),
    );
    const tokens = entered.map((result) => (result.ok ? mailToken(result.sentToken) : ""));
    const results = await Promise.all(tokens.map(confirmEntry));
    const counting = await db().drawEntry.count({ where: { confirmedAt: { not: null } } });
    expect(results.filter((result) => result.ok)).toHaveLength(counting);
    expect(results.filter((result) => !result.ok && result.reason === "limit_person")).toHaveLength(
      50 - counting,
    );
    return counting;
  }

  it("count once", async () => {
    expect(await confirmFifty()).toBe(1);
  });

  it("count often without the index (negative control)", async () => {
    const index = "draw_entry_one_per_person";
    const { rows } = await asOwner(url, `SELECT indexdef FROM pg_indexes WHERE indexname = '${index}'`);
    await asOwner(url, `DROP INDEX ${index}`);
    try {
      expect(await confirmFifty()).toBe(50);
    } finally {
      await asOwner(url, `DELETE FROM draw_entry; ${rows[0].indexdef}`);
    }
  });
});

const running = new Set<ChildProcess>();
afterEach(async () => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
  await asOwner(url, "DROP TRIGGER IF EXISTS slowly ON appointment_event; DROP FUNCTION IF EXISTS slowly");
});

/** Runs the draws in a process of its own. */
function anotherProcess() {
  const child = spawn(
    process.execPath,
    [
      "--import",
      "./scripts/register.mjs",
      "--input-type=module",
      "--eval",
      `import { runDueDraws } from "@/lib/booking/draw/commands";
       const drawn = await runDueDraws();
       console.log(JSON.stringify(drawn));
       process.exit();`,
    ],
    { env: process.env, stdio: ["ignore", "pipe", "inherit"] },
  );
  running.add(child);
  let said = "";
  child.stdout.on("data", (text) => {
    said += text;
  });
  const ended = new Promise<string>((resolve) => child.on("close", () => resolve(said.trim())));
  return { child, ended };
}

/** Makes the () => writing(url) of a draw slow enough to be interrupted in the middle of it. */
const slowDown = () =>
  asOwner(
    url,
    `CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.015); RETURN NEW; END $$;
     CREATE TRIGGER slowly BEFORE INSERT ON appointment_event FOR EACH ROW EXECUTE FUNCTION slowly()`,
  );
describe("a draw", () => {
  beforeEach(async () => {
    await enterMany(draw, 400);
    await setClock(afterDraw);
  });

  it("runs once although it is run five times at once, here and in two other processes", async () => {
    const others = [anotherProcess(), anotherProcess()];
    const here = await Promise.all([runDueDraws(), runDueDraws(), runDueDraws()]);
    const there = (await Promise.all(others.map(({ ended }) => ended))).map((text) => JSON.parse(text));
    expect([...here, ...there].flat()).toEqual([draw]);
    await expectDrawnOnce(400);
    expect(await runDueDraws()).toEqual([]);
    await expectDrawnOnce(400);
  });

  it("runs twice without its locks (negative control)", async () => {
    const { rows } = await asOwner(url, "SELECT pg_get_functiondef('take_draw'::regproc) AS body");
    const original: string = rows[0].body;
    const mutant = original
      .replace(/ FOR UPDATE( OF w)?/g, "")
      .replace("v_now :=", "PERFORM pg_sleep(0.3); v_now :=");
    await asOwner(url, `${mutant}; ALTER TABLE draw DISABLE TRIGGER draw_stays`);
    try {
      const results = await Promise.all([runDueDraws(), runDueDraws()]);
      expect(results.flat()).toEqual([draw, draw]);
      expect((await traces()).mails).toBe(800);
    } finally {
      await asOwner(url, `${original}; ALTER TABLE draw ENABLE TRIGGER draw_stays`);
    }
  });

  it("leaves nothing behind when its process is killed in the middle, and runs again", async () => {
    await slowDown();
    const { child, ended } = anotherProcess();
    await expect.poll(() => writing(url), { timeout: 20_000 }).toHaveLength(1);
    child.kill("SIGKILL");
    expect(await ended).toBe("");
    // The server notices when the statement is done, and takes everything back.
    await expect.poll(() => writing(url), { timeout: 20_000 }).toHaveLength(0);
    expect(await traces()).toEqual(nothing);
    await asOwner(url, "DROP TRIGGER slowly ON appointment_event");
    expect(await runDueDraws()).toEqual([draw]);
    await expectDrawnOnce(400);
  });

  it("is tried again when the database ends its session in the middle", async () => {
    await slowDown();
    const run = runDueDraws();
    await expect.poll(() => writing(url), { timeout: 20_000 }).toHaveLength(1);
    const [session] = await writing(url);
    await asOwner(url, `SELECT pg_terminate_backend(${session})`);
    await expect.poll(() => writing(url), { timeout: 20_000 }).not.toContain(session);
    expect(await run).toEqual([draw]);
    await expectDrawnOnce(400);
  });

  it("cannot be changed after it was announced, nor after it was drawn", async () => {
    const change = (what: string) => asOwner(url, `UPDATE draw SET ${what} WHERE id = '${draw}'`);
    await expect(
      change("seed = sha256('x'), commitment = encode(sha256(sha256('x')), 'hex')"),
    ).rejects.toThrow(/changed/);
    await expect(change("seed = sha256('x')")).rejects.toThrow();
    await expect(change("closes_at = closes_at + interval '1 hour'")).rejects.toThrow(/changed/);
    await expect(change("drawn_at = closes_at")).rejects.toThrow(/draw_recorded/);
    await runDueDraws();
    await expect(change("drawn_at = NULL, record = NULL")).rejects.toThrow(/changed/);
    await expect(change("record = '{}'")).rejects.toThrow(/changed/);
  });

  it("and a withdrawal at once end with one or the other", async () => {
    const [drawn, withdrawn] = await Promise.all([runDueDraws(), withdrawWeek(drawWeek, "test")]);
    expect(drawn.length === 1).toBe(!withdrawn.ok);
    expect(await traces()).toMatchObject(drawn.length === 1 ? { drawn: 1 } : nothing);
  });
});
