import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { holdAppointment } from "@/lib/booking/commands";
import { enterDraw, runDueDraws, withdrawEntry } from "@/lib/booking/draw/commands";
import { drawRecord, entryByToken } from "@/lib/booking/draw/queries";
import { readMailbox } from "@/lib/notifications/mailbox";
import { db } from "@/lib/platform/db";
import { stopJobs } from "@/lib/platform/jobs";
import { withdrawWeek } from "@/lib/schedule/commands";
import { startMailbox } from "../../scripts/mailbox.mjs";
import { holdRequest } from "../support/booking";
import { asOwner, createDatabase, setClock } from "../support/database";
import {
  afterDraw,
  beforeDraw,
  drawWeek,
  duringDraw,
  enter,
  entryRequest,
  mailToken,
  publishDraw,
} from "../support/draws";
import { deliverDue } from "../support/mail";

let url: string;
let drop: () => Promise<void>;
let draw: string;
let mailbox: Awaited<ReturnType<typeof startMailbox>>;
const dir = mkdtempSync(path.join(tmpdir(), "mawid-draw-mails-"));

beforeAll(async () => {
  ({ url, drop } = await createDatabase());
  mailbox = await startMailbox({ dir, port: 0 });
  process.env.SMTP_URL = mailbox.url;
  process.env.MAILBOX_DIR = dir;
  process.env.PORTAL_URL = "https://mawid.example";
});
afterAll(async () => {
  await stopJobs();
  await mailbox.stop();
  rmSync(dir, { recursive: true, force: true });
  await drop();
});

beforeEach(async () => {
  await asOwner(url, "TRUNCATE appointment, week, message, staff_event CASCADE; DELETE FROM pgboss.job");
  await setClock(beforeDraw);
  draw = await publishDraw();
  await atTime(duringDraw);
});

/** The clock shows this, for the jobs as well. */
async function atTime(instant: string) {
  await stopJobs();
  await setClock(instant);
}

const mails = (to: string) => (readMailbox() ?? []).filter((mail) => mail.to.includes(to));

it.each([
  ["ar", "rtl", "أكّد مشاركتك", "تأكيد المشاركة", "الاثنين 28 ديسمبر، الساعة 12:00"],
  ["de", "ltr", "Bitte bestätigen", "Teilnahme bestätigen", "Montag, 28. Dezember, 12:00 Uhr"],
  ["en", "ltr", "Please confirm", "Confirm entry", "Monday 28 December, 12:00"],
] as const)(
  "about an entry is in %s, runs %s, and holds what is needed for checking",
  async (locale, dir, subject, button, until) => {
    const email = `entry-${locale}@example.org`;
    const entered = await enterDraw(entryRequest(draw, 1, { locale, email }));
    const token = entered.ok ? mailToken(entered.sentToken) : "";
    expect(await deliverDue()).toBe(1);
    const [mail] = mails(email);
    expect(mail?.subject).toContain(subject);
    expect(mail?.html).toContain(`<html lang="${locale}" dir="${dir}">`);
    expect(mail?.html).toContain(button);
    expect(mail?.html).toContain(until);
    const known = [
      `https://mawid.example/${locale}/draws/entry/${token}`,
      (await entryByToken(token))?.pseudonym ?? "none",
      (await drawRecord(draw))?.commitment ?? "none",
    ];
    for (const text of known) {
      expect(mail?.text).toContain(text);
      expect(mail?.html).toContain(text);
    }
    expect(mail?.text).not.toMatch(/[{}]|undefined/);
  },
);

it("tell everybody what came of the draw", async () => {
  const won = await enter(draw, 1, { locale: "de", email: "won@example.org" });
  const wishes = { days: ["2027-01-11"], parts: ["morning" as const] };
  const lost = await enter(draw, 2, { locale: "ar", email: "lost@example.org", wishes });
  await enter(draw, 3, { locale: "en", email: "excluded@example.org" });
  await enterDraw(entryRequest(draw, 4, { email: "never@example.org" }));
  await db().$executeRaw`UPDATE slot SET public_at = NULL WHERE starts_at = '2027-01-15T10:00:00+01:00'`;
  expect(await holdAppointment(holdRequest(3, { startsAt: "2027-01-15T10:00:00+01:00" }))).toMatchObject({
    ok: true,
  });
  await db().$executeRaw`UPDATE appointment SET state = 'confirmed', occupied_until = NULL`;
  await deliverDue();
  await atTime(afterDraw);
  await runDueDraws();
  expect(await deliverDue()).toBe(3);

  const entry = await entryByToken(won);
  const [good] = mails("won@example.org");
  expect(good?.subject).toContain("Gewonnen: Ihr Termin am");
  expect(good?.text).toContain(`https://mawid.example/de/appointments/${entry?.appointment?.manageToken}`);
  expect(good?.text).toContain(entry?.appointment?.reference ?? "none");
  expect(good?.text).toContain("Bitte mitbringen:");
  const [bad] = mails("lost@example.org");
  expect(bad?.subject).toContain("لم يحالفك الحظ");
  expect(bad?.text).toContain(`https://mawid.example/ar/draws/entry/${lost}`);
  expect(mails("excluded@example.org")[0]?.subject).toContain("you have an appointment already");
  expect(mails("never@example.org")).toHaveLength(1);
});

it("are not sent for what is no longer true", async () => {
  const entered = await enterDraw(entryRequest(draw, 1, { email: "late@example.org" }));
  expect(entered.ok).toBe(true);
  const token = await enter(draw, 2, { email: "withdrawn@example.org" });
  await withdrawEntry(token);
  await atTime(afterDraw);
  await runDueDraws();
  expect(await deliverDue()).toBe(0);
  expect(await db().message.count({ where: { skippedAt: { not: null } } })).toBe(2);
});

it("tell whoever entered that the draw is cancelled", async () => {
  await enter(draw, 1, { locale: "de", email: "cancelled@example.org" });
  await deliverDue();
  await withdrawWeek(drawWeek, "test");
  expect(await deliverDue()).toBe(1);
  const [mail] = mails("cancelled@example.org");
  expect(mail?.subject).toBe("Die Verlosung fällt aus");
  expect(mail?.text).toContain("https://mawid.example/de/offices/hagen/book?concern=card-pickup");
});
