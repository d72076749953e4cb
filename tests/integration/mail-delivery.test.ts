import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { holdAppointment } from "@/lib/booking/commands";
import { resendMessage } from "@/lib/notifications/commands";
import { countFailedMessages, failedMessages } from "@/lib/notifications/queries";
import { db } from "@/lib/platform/db";
import { holdRequest, publishHagen } from "../support/booking";
import { createDatabase, setClock } from "../support/database";
import { deliverDue, hurryJobs, useMailServer } from "../support/mail";
import { type Behaviour, startSmtp } from "../support/smtp";

let drop: () => Promise<void>;
let smtp: Awaited<ReturnType<typeof startSmtp>>;

beforeAll(async () => {
  process.env.PORTAL_URL = "https://mawid.example";
  process.env.SMTP_TIMEOUT = "0.3";
  ({ drop } = await createDatabase());
  await setClock("2027-01-05T12:00:00+01:00");
  await publishHagen("2027-W02");
});
afterAll(async () => {
  delete process.env.SMTP_TIMEOUT;
  await drop();
});

beforeEach(async () => {
  await db().$executeRaw`UPDATE slot SET appointment_id = NULL, claimed_until = NULL`;
  await db().appointment.deleteMany();
  await db().message.deleteMany();
  await db().$executeRaw`DELETE FROM pgboss.job`;
  smtp = await startSmtp();
  useMailServer(smtp.url);
  return () => smtp.stop();
});

const theMessage = () => db().message.findFirstOrThrow();
const theId = async () => (await db().appointment.findFirstOrThrow()).id;
const jobs = () =>
  db().$queryRaw<{ state: string; retry_count: number; wait: number }[]>`
    SELECT state::text, retry_count, extract(epoch FROM start_after - now())::float8 AS wait
    FROM pgboss.job WHERE name = 'mail' ORDER BY created_on`;

describe("a mail server that does not take a mail now", () => {
  const expectLater = async (code: string) => {
    const held = await holdAppointment(holdRequest(1, { email: "later@example.org" }));
    // Booking does not wait for the mail server.
    expect(held.ok).toBe(true);
    expect(await deliverDue()).toBe(0);
    expect(await theMessage()).toMatchObject({ attempts: 1, sentAt: null, failedAt: null, lastError: code });
    const [job] = await jobs();
    expect(job).toMatchObject({ state: "retry" });
    // Five to ten seconds, less the moment since.
    expect(job?.wait).toBeGreaterThan(0);
    expect(job?.wait).toBeLessThanOrEqual(10);

    if (code === "ESOCKET") await smtp.start();
    smtp.behave("accept");
    await hurryJobs();
    expect(await deliverDue()).toBe(1);
    expect(smtp.received.map(({ to, messageId }) => ({ to, messageId }))).toEqual([
      {
        to: ["later@example.org"],
        messageId: `<hold.${await theId()}.${(await theMessage()).id}@mawid.example>`,
      },
    ]);
    expect(await theMessage()).toMatchObject({ attempts: 2, lastError: null });
  };

  it.each<[string, Behaviour, string]>([
    ["hangs", "hang", "ETIMEDOUT"],
    ["says try again", "busy", "451 4.3.0"],
    ["closes after the mail without an answer", "close_after_data", "ECONNECTION"],
  ])("%s: the mail waits, and goes out with the same Message-ID", async (_what, behaviour, code) => {
    smtp.behave(behaviour);
    await expectLater(code);
  });

  it("is away: the mail waits, and goes out with the same Message-ID", async () => {
    await smtp.stop();
    await expectLater("ESOCKET");
  });

  it("gets a mail whose answer it swallowed again under the same Message-ID", async () => {
    smtp.behave("close_after_data");
    await holdAppointment(holdRequest(1));
    await deliverDue();
    smtp.behave("accept");
    await hurryJobs();
    await deliverDue();
    expect(smtp.taken).toHaveLength(2);
    expect(new Set(smtp.taken).size).toBe(1);
  });

  it("is asked at most every five minutes, for two days; then staff see the mail", async () => {
    smtp.behave("busy");
    await holdAppointment(holdRequest(1));
    for (let attempt = 0; attempt < 12; attempt++) {
      await hurryJobs();
      await deliverDue();
    }
    const [job] = await jobs();
    expect(job?.retry_count).toBe(11);
    expect(job?.wait).toBeGreaterThan(290);
    expect(job?.wait).toBeLessThanOrEqual(300);
    expect(await theMessage()).toMatchObject({ attempts: 12, failedAt: null });

    await setClock("2027-01-07T12:10:00+01:00");
    await hurryJobs();
    await deliverDue();
    expect((await theMessage()).failedAt).not.toBeNull();
    expect(await jobs()).toMatchObject([{ state: "completed" }]);
    expect(await failedMessages("hagen")).toMatchObject([{ reason: "too_long", code: "451 4.3.0" }]);
    await setClock("2027-01-05T12:00:00+01:00");
  });
});

describe("a mail that the server refuses for good", () => {
  beforeEach(async () => {
    smtp.behave({ answer: 550, text: "5.1.1 <gone@example.org> does not exist" });
    await holdAppointment(holdRequest(1, { email: "gone@example.org" }));
    expect(await deliverDue()).toBe(0);
  });

  it("is not tried again, and staff of its office see it with the server's code", async () => {
    await hurryJobs();
    await deliverDue();
    expect(smtp.recipients()).toBe(1);
    const { reference } = await db().appointment.findFirstOrThrow();
    const shown = await failedMessages("hagen");
    expect(shown).toMatchObject([
      { kind: "hold", reference, attempts: 1, reason: "address", code: "550 5.1.1" },
    ]);
    expect(shown[0]?.failedAt).toMatch(/^2027-01-05T12:0\d:\d\d\+01:00$/);
    expect(JSON.stringify(shown)).not.toContain("gone@");
    expect(await countFailedMessages("hagen")).toBe(1);
    expect(await failedMessages("elsewhere")).toEqual([]);
  });

  it("is sent again when staff ask for it, once, and it is written down who did", async () => {
    smtp.behave("accept");
    const id = String((await theMessage()).id);
    expect(await resendMessage(id, "hagen", "clerk@hagen.example")).toEqual({ ok: true });
    expect(await resendMessage(id, "hagen", "clerk@hagen.example")).toEqual({
      ok: false,
      reason: "not_found",
    });
    expect(await failedMessages("hagen")).toEqual([]);
    expect(await deliverDue()).toBe(1);
    expect(smtp.received).toHaveLength(1);
    const events = await db().staffEvent.findMany({ where: { action: "message.resent" } });
    expect(events).toMatchObject([{ actor: "clerk@hagen.example", subject: { message: id, kind: "hold" } }]);
  });

  it.each(["0", "-1", "x", "9".repeat(40), "1; DROP TABLE message"])(
    "is none of another office, and none by a made-up number: %s",
    async (made) => {
      expect(await resendMessage(made, "hagen", "clerk@hagen.example")).toMatchObject({ ok: false });
      const id = String((await theMessage()).id);
      expect(await resendMessage(id, "elsewhere", "clerk@elsewhere.example")).toMatchObject({ ok: false });
      expect((await theMessage()).failedAt).not.toBeNull();
    },
  );
});

it("waits for somebody who knows its kind", async () => {
  await db().$executeRaw`SELECT send_message('of_a_newer_release', gen_random_uuid())`;
  expect(await deliverDue()).toBe(0);
  expect(await theMessage()).toMatchObject({ sentAt: null, failedAt: null });
  expect(await jobs()).toMatchObject([{ state: "retry" }]);
});

it("is skipped when its subject is gone", async () => {
  await db().$executeRaw`SELECT send_message('confirmed', gen_random_uuid())`;
  expect(await deliverDue()).toBe(0);
  const { skippedAt, failedAt, sentAt } = await theMessage();
  expect(skippedAt).not.toBeNull();
  expect({ failedAt, sentAt }).toEqual({ failedAt: null, sentAt: null });
  expect(await jobs()).toMatchObject([{ state: "completed" }]);
  expect(smtp.recipients()).toBe(0);
});
