import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { holdAppointment } from "@/lib/booking/commands";
import { offerMail } from "@/lib/notifications/mails/waitlist";
import type { Mail } from "@/lib/notifications/types";
import { db } from "@/lib/platform/db";
import { acceptOffer, makeOffers } from "@/lib/waitlist/offers/commands";
import { waitingByToken } from "@/lib/waitlist/queries";
import { holdRequest, leaveOneCounter, publishHagen } from "../support/booking";
import { createDatabase, setClock } from "../support/database";
import { deliverDue, hurryJobs, useMailServer } from "../support/mail";
import { startSmtp } from "../support/smtp";
import { booked, department, emptyLine, freed, openOffers, returning, waiting } from "../support/waitlist";

let url: string;
let drop: () => Promise<void>;
let smtp: Awaited<ReturnType<typeof startSmtp>>;

beforeAll(async () => {
  process.env.PORTAL_URL = "https://mawid.example";
  process.env.SMTP_TIMEOUT = "0.3";
  ({ url, drop } = await createDatabase());
});
afterAll(async () => {
  delete process.env.SMTP_TIMEOUT;
  await drop();
});

beforeEach(async () => {
  await at("12:00:00");
  await emptyLine();
  await publishHagen("2027-W02");
  await leaveOneCounter(url);
  smtp = await startSmtp();
  useMailServer(smtp.url);
  return () => smtp.stop();
});

const place = "2027-01-13T10:00:00+01:00";
const offers = () => makeOffers("hagen", department);
const at = (time: string) => setClock(`2027-01-05T${time}+01:00`);
const answers = async () =>
  (await db().offer.findMany({ orderBy: { offeredAt: "asc" } })).map(({ answer }) => answer);
/** An instant as minutes after noon. */
const afterNoon = (instant: Date | string | undefined) =>
  (new Date(instant ?? 0).getTime() - Date.parse("2027-01-05T12:00:00+01:00")) / 60_000;

/** Every mail that waits is tried now. */
async function attempt(): Promise<number> {
  await hurryJobs();
  return deliverDue();
}

async function offered(index = 1) {
  const entry = await waiting(index);
  await db()
    .$executeRaw`UPDATE message SET skipped_at = portal_now() WHERE kind <> 'offer' AND sent_at IS NULL`;
  await freed(place);
  await db()
    .$executeRaw`UPDATE message SET skipped_at = portal_now() WHERE kind <> 'offer' AND sent_at IS NULL`;
  expect(await offers()).toBe(1);
  const [offer] = await openOffers();
  return { ...entry, offer: offer?.id ?? "" };
}

describe("the time to answer", () => {
  it("counts from when the mail server took the mail, however long that took, and the mail names its end", async () => {
    const { token, offer } = await offered();
    smtp.behave("busy");
    for (const time of ["12:00:10", "12:25:00", "12:45:00"]) {
      await at(time);
      expect(await attempt()).toBe(0);
      await offers();
      expect(await holdAppointment(holdRequest(5))).toMatchObject({ reason: "slot_taken" });
    }
    await at("12:50:00");
    smtp.behave("accept");
    expect(await attempt()).toBe(1);
    const [told] = await openOffers();
    expect(afterNoon(told?.expiresAt)).toBeCloseTo(80, 0);
    expect(smtp.received.at(-1)?.raw).toMatch(/13:20/);
    expect(afterNoon((await waitingByToken(token))?.offer?.expiresAt)).toBeCloseTo(80, 0);
    for (const opens of await returning()) {
      expect(afterNoon(opens)).toBeGreaterThanOrEqual(90);
      expect(afterNoon(opens)).toBeLessThanOrEqual(80 + 121);
    }
    await at("13:19:00");
    await offers();
    expect(await acceptOffer(token, offer)).toMatchObject({ ok: true });
  });

  it("is never promised shorter than it is: the page of an offer whose mail is on its way counts from now", async () => {
    const { token } = await offered();
    expect(afterNoon((await waitingByToken(token))?.offer?.expiresAt)).toBeCloseTo(30, 0);
    await at("12:45:00");
    expect(afterNoon((await waitingByToken(token))?.offer?.expiresAt)).toBeCloseTo(60, 0);
  });

  it("is kept as the mail says it, although nobody heard that the mail arrived", async () => {
    const { token, offer } = await offered();
    await at("12:58:00");
    const mail = (await offerMail({
      id: 1n,
      kind: "offer",
      subjectId: offer,
      data: {},
      dueAt: new Date(0),
    })) as Mail;
    expect(mail.text).toMatch(/13:28/);
    await at("13:27:00");
    await offers();
    expect(await acceptOffer(token, offer)).toMatchObject({ ok: true });
  });
});

describe("an offer whose mail does not go out", () => {
  it("goes to the next after an hour, is held against nobody, and after two goes to everybody", async () => {
    const first = await offered(1);
    await waiting(2);
    await waiting(3);
    await at("13:01:00");
    expect(await offers()).toBe(1);
    expect(await answers()).toEqual(["unsent", null]);
    expect(await db().waitlistEntry.count({ where: { unanswered: { gt: 0 } } })).toBe(0);
    await at("14:03:00");
    expect(await offers()).toBe(0);
    expect(await answers()).toEqual(["unsent", "unsent"]);
    expect(await waitingByToken(first.token)).toMatchObject({ place: 1, offer: null });
    await at("16:01:00");
    expect(await holdAppointment(holdRequest(5))).toMatchObject({ ok: true });
    // Too late: of what somebody else has nobody is told.
    await attempt();
    expect(smtp.received.filter(({ messageId }) => messageId.startsWith("<offer."))).toEqual([]);
  });

  it("goes to the next at once when the address is refused for good", async () => {
    await offered(1);
    const second = await waiting(2);
    await db().$executeRaw`UPDATE message SET skipped_at = portal_now() WHERE kind <> 'offer'`;
    smtp.behave({ answer: 550, text: "5.1.1 No such user" });
    expect(await attempt()).toBe(0);
    expect(await answers()).toEqual(["undeliverable"]);
    expect(await offers()).toBe(1);
    expect((await openOffers()).map(({ entryId }) => entryId)).toEqual([second.id]);
  });

  it("never at night: a mail that would go out then is not sent, and the same one is asked in the morning", async () => {
    await at("19:25:00");
    const { id } = await offered();
    await at("19:31:00");
    expect(await attempt()).toBe(0);
    expect(await answers()).toEqual(["withdrawn"]);
    expect(await holdAppointment(holdRequest(5))).toMatchObject({ reason: "slot_taken" });
    await setClock("2027-01-06T07:31:00+01:00");
    expect(await offers()).toBe(1);
    expect((await openOffers()).map(({ entryId }) => entryId)).toEqual([id]);
  });

  it("tells nothing of a place that the office took back meanwhile", async () => {
    await offered();
    await db().slot.updateMany({ where: { publicAt: { not: null } }, data: { open: false } });
    expect(await attempt()).toBe(0);
    expect(await answers()).toEqual(["withdrawn"]);
  });
});

describe("an offer that cannot be taken", () => {
  it("is over when the office took the place back; the place in line stays", async () => {
    const { token, offer } = await offered();
    await db().$executeRaw`UPDATE week SET state = 'withdrawn'`;
    for (const _ of [1, 2])
      expect(await acceptOffer(token, offer)).toEqual({ ok: false, reason: "slot_taken" });
    expect(await waitingByToken(token)).toMatchObject({ state: "waiting", place: 1, offer: null });
  });

  it("is over when its owner has an appointment, and the next is asked at once; the place in line stays", async () => {
    const { token, offer } = await offered();
    const second = await waiting(2);
    await booked(1, { startsAt: "2027-01-13T11:00:00+01:00" });
    for (const _ of [1, 2])
      expect(await acceptOffer(token, offer)).toEqual({ ok: false, reason: "limit_person" });
    expect((await openOffers()).map(({ entryId }) => entryId)).toEqual([second.id]);
    expect(await waitingByToken(token)).toMatchObject({ state: "waiting", offer: null });
    expect(await db().appointmentPerson.count()).toBe(2);
  });
});
