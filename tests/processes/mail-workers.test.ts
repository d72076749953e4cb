import type { ChildProcess } from "node:child_process";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { holdAppointment } from "@/lib/booking/commands";
import { db } from "@/lib/platform/db";
import { holdRequest, publishHagen } from "../support/booking";
import { createDatabase, setClock } from "../support/database";
import { startSmtp } from "../support/smtp";
import { endWorker, startWorker } from "../support/workers";

let drop: () => Promise<void>;
let smtp: Awaited<ReturnType<typeof startSmtp>>;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  process.env.PORTAL_URL = "https://mawid.example";
  ({ drop } = await createDatabase());
  await setClock("2027-01-05T12:00:00+01:00");
  await publishHagen("2027-W02");
  // Seconds instead of minutes between attempts.
  await db().$executeRaw`UPDATE pgboss.queue SET retry_delay = 1, retry_delay_max = 1 WHERE name = 'mail'`;
});
afterAll(() => drop());

beforeEach(async () => {
  await db().$executeRaw`UPDATE slot SET appointment_id = NULL, claimed_until = NULL`;
  await db().appointment.deleteMany();
  await db().message.deleteMany();
  await db().$executeRaw`DELETE FROM pgboss.job`;
  smtp = await startSmtp();
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => endWorker(worker, "SIGKILL")));
  await smtp.stop();
});

async function work(count: number): Promise<void> {
  const settings = { SMTP_URL: smtp.url, SMTP_TIMEOUT: "1" };
  workers.push(...(await Promise.all(Array.from({ length: count }, () => startWorker(settings)))));
}

const times = ["09:00", "09:15", "09:30", "10:00", "10:15", "11:00"].map(
  (time) => `2027-01-13T${time}:00+01:00`,
);

/** Books for `count` persons; every booking is accepted, whatever the mail server does. */
async function book(count: number): Promise<void> {
  const held = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      holdAppointment(
        // Four counters at each time of the morning.
        holdRequest(index, { startsAt: times[index % times.length] }),
      ),
    ),
  );
  expect(held.filter(({ ok }) => ok)).toHaveLength(count);
}

const open = () => db().message.count({ where: { sentAt: null } });
async function untilEmpty(): Promise<void> {
  await expect.poll(open, { timeout: 50_000, interval: 100 }).toBe(0);
}
const recipients = () => smtp.received.flatMap(({ to }) => to).sort();

describe("two processes", () => {
  it("send each mail once", async () => {
    await work(2);
    await book(24);
    await untilEmpty();
    expect(recipients()).toHaveLength(24);
    expect(new Set(recipients()).size).toBe(24);
    expect(await db().message.count({ where: { attempts: 1 } })).toBe(24);
  });

  it("would send a mail twice if it had two jobs (negative control)", async () => {
    smtp.behave({ pauseMs: 700 });
    await book(1);
    // The queue is exclusive by a unique index over its policy; a job without the policy escapes it.
    await db().$executeRaw`
      INSERT INTO pgboss.job (name, data, heartbeat_seconds)
      SELECT name, data, heartbeat_seconds FROM pgboss.job WHERE name = 'mail'`;
    await work(2);
    await expect.poll(() => smtp.received.length, { timeout: 30_000 }).toBe(2);
    expect(new Set(smtp.received.map(({ messageId }) => messageId)).size).toBe(1);
  });
});

describe("a mail server that is away", () => {
  it("does not stop the booking, and gets everything when it is back", async () => {
    await work(2);
    await smtp.stop();
    await book(12);
    await expect
      .poll(() => db().message.count({ where: { attempts: { gt: 1 } } }), { timeout: 30_000 })
      .toBe(12);
    expect(smtp.received).toEqual([]);
    await smtp.start();
    await untilEmpty();
    expect(recipients()).toHaveLength(12);
    expect(new Set(recipients()).size).toBe(12);
  });

  it("may take its time instead: one that hangs costs the others nothing", async () => {
    smtp.behave("hang");
    await work(1);
    await book(12);
    await expect
      .poll(() => db().message.count({ where: { attempts: { gt: 0 } } }), { timeout: 30_000 })
      .toBe(12);
    smtp.behave("accept");
    await untilEmpty();
    expect(new Set(recipients()).size).toBe(12);
  });
});

describe("a process that is asked to end", () => {
  it.each(["SIGTERM", "SIGINT"] as const)("by %s finishes the mail it is sending", async (signal) => {
    await work(1);
    smtp.behave({ pauseMs: 700 });
    await book(1);
    await expect.poll(() => smtp.recipients(), { timeout: 30_000, interval: 20 }).toBe(1);
    const [worker] = workers;
    if (!worker) throw new Error("no worker");
    expect(await endWorker(worker, signal)).toBe(signal);
    expect(recipients()).toHaveLength(1);
    expect(await open()).toBe(0);
    expect(await db().$queryRaw`SELECT state::text FROM pgboss.job WHERE name = 'mail'`).toEqual([
      { state: "completed" },
    ]);
  });
});
