import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  announceComing,
  cancelAppointment,
  cancelForOffice,
  moveAppointment,
} from "@/lib/booking/changes/commands";
import { confirmAppointment, holdAppointment } from "@/lib/booking/commands";
import type { HoldRequest } from "@/lib/booking/types";
import type { Locale } from "@/lib/i18n/routing";
import { requeueMessages } from "@/lib/notifications/commands";
import { readMailbox } from "@/lib/notifications/mailbox";
import { signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { startMailbox } from "../../scripts/mailbox.mjs";
import { holdRequest, publishHagen } from "../support/booking";
import { createDatabase, setClock } from "../support/database";
import { deliverDue, useMailServer } from "../support/mail";
import { clerk, emptyWeeks, idOf } from "../support/weeks";

// Mails that tell of an appointment after it was confirmed: reminders, and that it was moved or cancelled by the office.
let url: string;
let drop: () => Promise<void>;
let mailbox: Awaited<ReturnType<typeof startMailbox>>;
const dir = mkdtempSync(path.join(tmpdir(), "mawid-reminders-"));

beforeAll(async () => {
  ({ url, drop } = await createDatabase());
  mailbox = await startMailbox({ dir, port: 0 });
  process.env.MAILBOX_DIR = dir;
  process.env.PORTAL_URL = "https://mawid.example";
});
afterAll(async () => {
  await mailbox.stop();
  rmSync(dir, { recursive: true, force: true });
  await drop();
});

let address = 0;
let email: string;
let id: string;
let manage: string;

beforeEach(async () => {
  await setClock("2027-01-05T12:00:00+01:00");
  await emptyWeeks(url);
  await db().message.deleteMany();
  await db().$executeRaw`DELETE FROM pgboss.job`;
  useMailServer(mailbox.url);
  address += 1;
  email = `reminded-${address}@example.org`;
});

/** A confirmed appointment on Wednesday, 13 January 2027, 10:00, whose first mails are out. */
async function confirmed(changes: Partial<HoldRequest> = {}, week = "2027-W02"): Promise<void> {
  await publishHagen(week);
  id = idOf(await holdAppointment(holdRequest(1, { email, locale: "de", ...changes })));
  await confirmAppointment(signToken("confirm", id));
  manage = signToken("manage", id);
  await deliverDue();
}

/** Lets the one clock show `instant`, and the queue find out what is due by it. */
async function at(instant: string): Promise<number> {
  await setClock(instant);
  await requeueMessages();
  return deliverDue();
}

const newest = () => (readMailbox() ?? []).find((mail) => mail.to.includes(email));
const reference = async () => (await db().appointment.findUniqueOrThrow({ where: { id } })).reference;
const reminders = () =>
  db().message.findMany({
    where: { kind: { startsWith: "reminder" } },
    orderBy: { id: "asc" },
    select: { kind: true, dueAt: true, sentAt: true, skippedAt: true },
  });

describe("reminders", () => {
  it("are due 72 and 24 hours before, and go out then and not earlier", async () => {
    await confirmed();
    expect((await reminders()).map(({ kind, dueAt }) => [kind, dueAt.toISOString()])).toEqual([
      ["reminder_72", "2027-01-10T09:00:00.000Z"],
      ["reminder_24", "2027-01-12T09:00:00.000Z"],
    ]);
    expect(await at("2027-01-10T09:59:00+01:00")).toBe(0);
    expect(await at("2027-01-10T10:00:00+01:00")).toBe(1);
    expect(newest()?.subject).toBe("Kommen Sie? Ihr Termin am Mittwoch, 13. Januar 2027 um 10:00 Uhr");
    expect(await at("2027-01-12T09:59:00+01:00")).toBe(0);
    expect(await at("2027-01-12T10:00:00+01:00")).toBe(1);
    expect(newest()?.subject).toBe("Erinnerung: Ihr Termin am Mittwoch, 13. Januar 2027 um 10:00 Uhr");
  });

  it("count hours that pass, over a clock change too", async () => {
    await setClock("2028-03-14T12:00:00+01:00");
    await confirmed({ startsAt: "2028-03-27T14:30:00+02:00" }, "2028-W13");
    expect((await reminders()).map(({ dueAt }) => dueAt.toISOString())).toEqual([
      "2028-03-24T12:30:00.000Z",
      "2028-03-26T12:30:00.000Z",
    ]);
  });

  it("do not exist when their time is over already", async () => {
    await setClock("2027-01-11T10:00:00+01:00");
    await confirmed();
    expect((await reminders()).map(({ kind }) => kind)).toEqual(["reminder_24"]);
  });

  it("of an appointment that was moved since are skipped, and the new time has its own", async () => {
    await confirmed();
    expect(await moveAppointment(manage, "2027-01-15T09:00:00+01:00")).toEqual({ ok: true, id });
    await deliverDue();
    expect(await at("2027-01-12T10:00:01+01:00")).toBe(1);
    const [first, second] = [await reminders(), newest()];
    expect(first.map(({ kind, sentAt, skippedAt }) => [kind, sentAt !== null, skippedAt !== null])).toEqual([
      ["reminder_72", false, true],
      ["reminder_24", false, true],
      ["reminder_72", true, false],
      ["reminder_24", false, false],
    ]);
    expect(second?.subject).toContain("Freitag, 15. Januar 2027 um 09:00 Uhr");
  });

  it("of a cancelled appointment are skipped", async () => {
    await confirmed();
    await cancelAppointment(manage);
    await deliverDue();
    expect(await at("2027-01-12T10:00:01+01:00")).toBe(0);
    for (const { skippedAt } of await reminders()) expect(skippedAt).not.toBeNull();
    expect(newest()?.subject).toContain("Abgesagt");
  });

  it("that could not go out before the appointment began are skipped", async () => {
    await confirmed();
    expect(await at("2027-01-13T10:00:00+01:00")).toBe(0);
    for (const { skippedAt } of await reminders()) expect(skippedAt).not.toBeNull();
  });

  it("name everything to bring, of every concern of the visit", async () => {
    const furtherConcerns = ["change-of-conditions"];
    await confirmed({ concern: "residence-permit-extension", furtherConcerns });
    await at("2027-01-10T10:00:00+01:00");
    expect(newest()?.text).toContain("Anliegen: Aufenthaltserlaubnis verlängern + ");
    expect(newest()?.text).toContain("Bitte mitbringen:\n- Antragsformular\n- Gültiger Pass\n");
    expect(newest()?.text).toContain(`https://mawid.example/de/appointments/${manage}`);
  });

  it("name only what is still open when the applicant shared it, or that nothing is", async () => {
    await confirmed({ concern: "residence-permit-extension" });
    await db().appointment.update({
      where: { id },
      data: { documentsSharedAt: new Date("2027-01-06T12:00:00Z"), openDocuments: ["residence-title"] },
    });
    await at("2027-01-10T10:00:00+01:00");
    expect(newest()?.text).toContain("Das fehlt Ihnen noch:\n- Bisheriger Aufenthaltstitel\n\n");
    expect(newest()?.text).not.toContain("Gültiger Pass");
    await db().appointment.update({ where: { id }, data: { openDocuments: [] } });
    await at("2027-01-12T10:00:00+01:00");
    expect(newest()?.text).toContain("Sie haben alle Unterlagen beisammen.");
    expect(newest()?.html).toContain("Sie haben alle Unterlagen beisammen.");
    expect(newest()?.text).not.toContain("Das fehlt Ihnen noch");
  });

  it("do not ask again who has said that they will come", async () => {
    await confirmed();
    await announceComing(manage);
    await at("2027-01-10T10:00:00+01:00");
    expect(newest()?.text).toContain("Sie haben schon gesagt, dass Sie kommen.");
    expect(newest()?.text).not.toContain("geben Sie den Termin frei?");
  });
});

const inEveryLanguage = it.each<[Locale, string]>([
  ["ar", "rtl"],
  ["de", "ltr"],
  ["en", "ltr"],
]);

describe("the mail of an appointment", () => {
  inEveryLanguage("that was moved names the old and the new time, in %s", async (locale, direction) => {
    await confirmed({ locale });
    await moveAppointment(manage, "2027-01-15T09:00:00+01:00");
    expect(await deliverDue()).toBe(1);
    const mail = newest();
    for (const text of [mail?.text ?? "", mail?.html ?? ""]) {
      expect(text).toMatch(/13\D+2027\D+10:00/);
      expect(text).toMatch(/15\D+2027/);
      expect(text).toContain("09:00");
      expect(text).toContain(`https://mawid.example/${locale}/appointments/${manage}`);
      expect(text).not.toMatch(/[{}]|undefined/);
    }
    expect(mail?.subject).toMatch(/15\D+2027\D+09:00/);
    expect(mail?.html).toContain(`<html lang="${locale}" dir="${direction}">`);
  });

  inEveryLanguage(
    "that the office cancelled leads to a new booking and lists nothing to bring, in %s",
    async (locale, direction) => {
      await confirmed({ locale });
      await cancelForOffice(await reference(), "hagen", clerk);
      expect(await deliverDue()).toBe(1);
      const mail = newest();
      for (const text of [mail?.text ?? "", mail?.html ?? ""]) {
        expect(text).toContain(`https://mawid.example/${locale}/offices/hagen/book?concern=card-pickup`);
        expect(text).toContain(await reference());
        expect(text).not.toContain("<li>");
        expect(text).not.toMatch(/[{}]|undefined/);
      }
      expect(mail?.html).toContain(`<html lang="${locale}" dir="${direction}">`);
      expect(mail?.subject).toMatch(/13\D+2027\D+10:00/);
    },
  );

  it("that was moved and cancelled before the mail left speaks of the cancellation only", async () => {
    await confirmed();
    await moveAppointment(manage, "2027-01-15T09:00:00+01:00");
    await cancelForOffice(await reference(), "hagen", clerk);
    expect(await deliverDue()).toBe(1);
    expect(newest()?.subject).toContain("Leider abgesagt");
  });
});
