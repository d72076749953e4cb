import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { cancelAppointment, cancelForOffice, moveAppointment } from "@/lib/booking/changes/commands";
import { holdAppointment } from "@/lib/booking/commands";
import { readMailbox } from "@/lib/notifications/mailbox";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { startMailbox } from "../../scripts/mailbox.mjs";
import { bookedAppointment, newestMail } from "../support/appointment";
import { holdRequest, publishHagen } from "../support/booking";
import { entryIn } from "../support/calendar";
import { createDatabase, setClock } from "../support/database";
import { deliverDue, useMailServer } from "../support/mail";
import { closely, pagesOf } from "../support/pdf";
import { startSmtp } from "../support/smtp";

let drop: () => Promise<void>;
let mailbox: Awaited<ReturnType<typeof startMailbox>>;
const dir = mkdtempSync(path.join(tmpdir(), "mawid-attachments-"));

beforeAll(async () => {
  ({ drop } = await createDatabase());
  mailbox = await startMailbox({ dir, port: 0 });
  process.env.MAILBOX_DIR = dir;
  process.env.PORTAL_URL = "https://mawid.example";
  await setClock("2027-01-05T12:00:00+01:00");
  await publishHagen("2027-W02");
});
afterAll(async () => {
  await mailbox.stop();
  rmSync(dir, { recursive: true, force: true });
  await drop();
});
beforeEach(async () => {
  await db().$executeRaw`UPDATE slot SET appointment_id = NULL, claimed_until = NULL, public_at = NULL`;
  await db().appointment.deleteMany();
  await db().message.deleteMany();
  await db().$executeRaw`DELETE FROM pgboss.job`;
  useMailServer(mailbox.url);
});

describe("the mail", () => {
  it("that asks to confirm brings nothing with it", async () => {
    await holdAppointment(holdRequest(900, { email: "held@example.org" }));
    expect((await newestMail("held@example.org")).attachments).toEqual([]);
  });

  it("that confirms brings the entry for the calendar and the confirmation to print", async () => {
    const { id, email, reference } = await bookedAppointment({
      locale: "ar",
      furtherConcerns: ["change-of-conditions"],
      companions: [{ givenName: "Begleitet", familyName: "Person", birthDate: "2015-05-05" }],
    });
    const { attachments } = await newestMail(email);
    expect(attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
      [`Termin-${reference}.ics`, "text/calendar"],
      [`Termin-${reference}.pdf`, "application/pdf"],
    ]);
    const [calendar, confirmation] = attachments.map(({ content }) => content);
    expect(entryIn(String(calendar))).toEqual({
      method: "PUBLISH",
      uid: `${id}@mawid.example`,
      sequence: 0,
      status: "CONFIRMED",
      start: "2027-01-13T09:00:00.000Z",
    });
    const text = closely(pagesOf(confirmation ?? Buffer.of()).join());
    for (const part of [
      reference,
      "Begleitet Person",
      "Karte abholen",
      "Nebenbestimmungen ändern",
      "استلام البطاقة",
    ])
      expect(text).toContain(closely(part));
  });

  it("that tells of another time changes the entry", async () => {
    const { id, email, token } = await bookedAppointment();
    await newestMail(email);
    await moveAppointment(token, "2027-01-13T11:00:00+01:00");
    const { attachments } = await newestMail(email);
    expect(entryIn(String(attachments[0]?.content))).toMatchObject({
      method: "PUBLISH",
      uid: `${id}@mawid.example`,
      sequence: 1,
      start: "2027-01-13T10:00:00.000Z",
    });
    expect(pagesOf(attachments[1]?.content ?? Buffer.of()).join()).toContain("11:00 Uhr");
  });

  it.each([
    ["the applicant", ({ token }: { token: string }) => cancelAppointment(token)],
    [
      "the office",
      ({ reference }: { reference: string }) => cancelForOffice(reference, "hagen", "clerk@example.org"),
    ],
  ])("that tells of a cancellation by %s takes the entry back", async (_who, cancel) => {
    const appointment = await bookedAppointment();
    await newestMail(appointment.email);
    await moveAppointment(appointment.token, "2027-01-13T11:00:00+01:00");
    expect(await cancel(appointment)).toMatchObject({ ok: true });
    const { attachments } = await newestMail(appointment.email);
    expect(attachments.map(({ filename }) => filename)).toEqual([`Termin-${appointment.reference}.ics`]);
    expect(entryIn(String(attachments[0]?.content))).toMatchObject({
      method: "CANCEL",
      uid: `${appointment.id}@mawid.example`,
      sequence: 2,
      status: "CANCELLED",
    });
  });

  it("that confirms brings nothing when the appointment was cancelled before it went out", async () => {
    const { email, token } = await bookedAppointment();
    await cancelAppointment(token);
    await deliverDue();
    const confirmed = readMailbox()?.find(
      ({ to, subject }) => to === email && subject.startsWith("Bestätigt"),
    );
    expect(confirmed?.attachments).toEqual([]);
  });

  it("names the method beside the type, by which mail programs know what to do", async () => {
    const smtp = await startSmtp();
    useMailServer(smtp.url);
    const { token, email } = await bookedAppointment();
    await deliverDue();
    await cancelAppointment(token);
    await deliverDue();
    const raw = smtp.received
      .filter(({ to }) => to.includes(email))
      .map((mail) => mail.raw.replace(/\r\n[ \t]+/g, " "));
    expect(raw.find((mail) => mail.includes("application/pdf"))).toMatch(
      /^Content-Type: text\/calendar; charset=utf-8; method=PUBLISH/im,
    );
    expect(
      raw.some((mail) => /^Content-Type: text\/calendar; charset=utf-8; method=CANCEL/im.test(mail)),
    ).toBe(true);
    await smtp.stop();
  });

  it("goes out without the confirmation when that cannot be printed", async () => {
    const broken = vi.spyOn(NodeCompiler.prototype, "compile").mockImplementation(() => {
      throw new Error("broken");
    });
    const logged = vi.spyOn(log, "error").mockImplementation(() => {});
    const { email, reference } = await bookedAppointment();
    const { attachments } = await newestMail(email);
    expect(attachments.map(({ filename }) => filename)).toEqual([`Termin-${reference}.ics`]);
    expect(logged).toHaveBeenCalledOnce();
    broken.mockRestore();
    logged.mockRestore();
  });
});
