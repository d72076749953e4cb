import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { confirmAppointment, holdAppointment } from "@/lib/booking/commands";
import { readMailbox } from "@/lib/notifications/mailbox";
import { signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { startMailbox } from "../../scripts/mailbox.mjs";
import { holdRequest, publishHagen } from "../support/booking";
import { createDatabase, setClock } from "../support/database";
import { deliverDue, useMailServer } from "../support/mail";

let drop: () => Promise<void>;
let mailbox: Awaited<ReturnType<typeof startMailbox>>;
const dir = mkdtempSync(path.join(tmpdir(), "mawid-mails-"));

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
  await db().$executeRaw`UPDATE slot SET appointment_id = NULL, claimed_until = NULL`;
  await db().appointment.deleteMany();
  await db().message.deleteMany();
  await db().$executeRaw`DELETE FROM pgboss.job`;
  useMailServer(mailbox.url);
});

const mails = (to: string) => (readMailbox() ?? []).filter((mail) => mail.to.includes(to));
const theId = async () => (await db().appointment.findFirstOrThrow()).id;

describe("the mail of a hold", () => {
  it.each([
    ["ar", "rtl", "أكّد موعدك", "تأكيد الموعد"],
    ["de", "ltr", "Bitte bestätigen", "Termin bestätigen"],
    ["en", "ltr", "Please confirm", "Confirm appointment"],
  ] as const)("is in %s, runs %s and leads to the confirmation", async (locale, dir, subject, button) => {
    const email = `${locale}@example.org`;
    await holdAppointment(holdRequest(1, { locale, email }));
    expect(await deliverDue()).toBe(1);
    const [mail] = mails(email);
    expect(mail?.subject).toContain(subject);
    expect(mail?.html).toContain(`<html lang="${locale}" dir="${dir}">`);
    expect(mail?.html).toContain(button);
    const link = `https://mawid.example/${locale}/appointments/confirm?token=${signToken("confirm", await theId())}`;
    expect(mail?.text).toContain(link);
    expect(mail?.html).toContain(link);
    expect(mail?.text).not.toMatch(/[{}]|undefined/);
  });

  it("shows markup in a name as text", async () => {
    await holdAppointment(
      holdRequest(1, {
        email: "o@example.org",
        person: { givenName: "O'B&a", familyName: "X", birthDate: "1990-01-01" },
      }),
    );
    await deliverDue();
    expect(mails("o@example.org")[0]?.html).toContain("O&#39;B&amp;a");
  });
});

it("sends one more mail when the hold is confirmed, with the link to manage it and the documents", async () => {
  await holdAppointment(
    holdRequest(1, { locale: "de", email: "two@example.org", concern: "residence-permit-extension" }),
  );
  expect(await deliverDue()).toBe(1);
  const id = await theId();
  await confirmAppointment(signToken("confirm", id));
  expect(await deliverDue()).toBe(1);
  const [confirmed, hold] = mails("two@example.org");
  expect(hold?.subject).toContain("Bitte bestätigen");
  expect(confirmed?.text).toContain(`https://mawid.example/de/appointments/${signToken("manage", id)}`);
  expect(confirmed?.text).toContain("Bitte mitbringen:");
});

it("asks nobody to confirm what is confirmed already", async () => {
  await holdAppointment(holdRequest(1, { locale: "de", email: "proven@example.org" }));
  await confirmAppointment(signToken("confirm", await theId()));
  expect(await deliverDue()).toBe(1);
  expect(mails("proven@example.org").map((mail) => mail.subject)).toEqual([
    expect.stringMatching(/^Bestätigt:/),
  ]);
});

it("is not sent for a hold that was refused", async () => {
  await holdAppointment(holdRequest(1, { startsAt: "2027-01-12T10:00:00+01:00" }));
  expect(await db().message.count()).toBe(0);
});
