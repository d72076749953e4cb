import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { confirmAppointment, holdAppointment } from "@/lib/booking/commands";
import { signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { holdRequest, publishHagen } from "../support/booking";
import { asOwner, createDatabase, setClock } from "../support/database";
import { deliverDue, useMailServer } from "../support/mail";
import { startSmtp } from "../support/smtp";

let url: string;
let drop: () => Promise<void>;
let smtp: Awaited<ReturnType<typeof startSmtp>>;

beforeAll(async () => {
  process.env.PORTAL_URL = "https://mawid.example";
  ({ url, drop } = await createDatabase());
  await setClock("2027-01-05T12:00:00+01:00");
  await publishHagen("2027-W02");
  smtp = await startSmtp();
  useMailServer(smtp.url);
});
afterAll(async () => {
  await smtp.stop();
  await drop();
});

beforeEach(async () => {
  await db().$executeRaw`UPDATE slot SET appointment_id = NULL, claimed_until = NULL`;
  await db().appointment.deleteMany();
  await db().message.deleteMany();
  await db().$executeRaw`DELETE FROM pgboss.job`;
  smtp.received.length = 0;
});

const theId = async () => (await db().appointment.findFirstOrThrow()).id;
const jobs = () =>
  db().$queryRaw<{ state: string; wait: number; data: unknown }[]>`
    SELECT state::text, data, extract(epoch FROM start_after - now())::float8 AS wait
    FROM pgboss.job WHERE name = 'mail' ORDER BY created_on`;

describe("a booking and its mail", () => {
  it("commit together, the mail with a job that has the options of the queue", async () => {
    await holdAppointment(holdRequest(1));
    const { id } = await db().message.findFirstOrThrow();
    expect(await jobs()).toMatchObject([{ state: "created", data: { message: Number(id) } }]);
    // What pg-boss itself would have written for this queue.
    const columns =
      "expire_seconds, deletion_seconds, heartbeat_seconds, retry_limit, retry_delay, retry_backoff, retry_delay_max, policy";
    const [job, queue] = await Promise.all([
      asOwner(
        url,
        `SELECT ${columns}, extract(epoch FROM keep_until - start_after)::int AS kept FROM pgboss.job`,
      ),
      asOwner(url, `SELECT ${columns}, retention_seconds AS kept FROM pgboss.queue WHERE name = 'mail'`),
    ]);
    expect(job.rows).toEqual(queue.rows);
  });

  it("are both gone when the transaction is rolled back, even at its very end", async () => {
    // A rule that is asked at the commit, when message and job have long been written.
    await asOwner(
      url,
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'rolled back'; END $$;
       CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON appointment DEFERRABLE INITIALLY DEFERRED
         FOR EACH ROW WHEN (NEW.email LIKE 'refused%') EXECUTE FUNCTION refuse()`,
    );
    const morning = (index: number) => `2027-01-13T${["09", "10", "11"][index]}:00:00+01:00`;
    const results = await Promise.allSettled(
      [0, 1, 2].flatMap((index) => [
        holdAppointment(
          holdRequest(index, { email: `refused-${index}@example.org`, startsAt: morning(index) }),
        ),
        holdAppointment(
          holdRequest(index + 10, { email: `kept-${index}@example.org`, startsAt: morning(index) }),
        ),
      ]),
    );
    expect(results.map(({ status }) => status)).toEqual(
      Array.from({ length: 3 }, () => ["rejected", "fulfilled"]).flat(),
    );
    expect(await db().message.count()).toBe(3);
    expect(await jobs()).toHaveLength(3);
    expect(await deliverDue()).toBe(3);
    expect(smtp.received.flatMap(({ to }) => to).sort()).toEqual(
      [0, 1, 2].map((index) => `kept-${index}@example.org`),
    );
    await asOwner(url, "DROP TRIGGER refuse ON appointment; DROP FUNCTION refuse");
  });
});

describe("the time of a mail", () => {
  const remind = async (at: string, data: object) => {
    await holdAppointment(holdRequest(1));
    const id = await theId();
    await confirmAppointment(signToken("confirm", id));
    await db().message.deleteMany();
    await db().$executeRaw`DELETE FROM pgboss.job`;
    await db()
      .$executeRaw`SELECT send_message('confirmed', ${id}::uuid, ${at}::timestamptz, ${JSON.stringify(data)}::jsonb)`;
  };

  it("is carried over to the real clock of the queue", async () => {
    await remind("2027-01-10T10:00:00+01:00", {});
    expect(await deliverDue()).toBe(0);
    const [job] = await jobs();
    // Four days and 22 hours after noon of 5 January.
    expect(job?.wait).toBeGreaterThan(118 * 3600 - 600);
    expect(job?.wait).toBeLessThanOrEqual(118 * 3600);
  });

  it("is kept when the clock is moved, outside production", async () => {
    await remind("2027-01-10T10:00:00+01:00", {});
    await setClock("2027-01-10T10:00:30+01:00");
    expect(await deliverDue()).toBe(0);
    await db().$executeRaw`SELECT requeue_messages()`;
    expect(await deliverDue()).toBe(1);
    await setClock("2027-01-05T12:00:00+01:00");
  });
});

describe("a mail without a job", () => {
  it("gets one, and no second one", async () => {
    await holdAppointment(holdRequest(1));
    await db().$executeRaw`DELETE FROM pgboss.job`;
    expect(await deliverDue()).toBe(0);
    expect(await db().$queryRaw`SELECT requeue_messages() AS count`).toEqual([{ count: 1 }]);
    expect(await db().$queryRaw`SELECT requeue_messages() AS count`).toEqual([{ count: 0 }]);
    expect(await jobs()).toHaveLength(1);
    expect(await deliverDue()).toBe(1);
    expect(await db().$queryRaw`SELECT requeue_messages() AS count`).toEqual([{ count: 0 }]);
  });

  it("cannot be written at all when there is no queue for it", async () => {
    await db().$executeRaw`UPDATE pgboss.queue SET name = 'mail_away' WHERE name = 'mail'`;
    await expect(holdAppointment(holdRequest(1))).rejects.toThrow(/there is no queue for mails/);
    expect(await db().appointment.count()).toBe(0);
    await db().$executeRaw`UPDATE pgboss.queue SET name = 'mail' WHERE name = 'mail_away'`;
  });
});
