import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { holdAppointment } from "@/lib/booking/commands";
import { returnPolicy } from "@/lib/booking/rules";
import { getOffice } from "@/lib/offices/queries";
import { db } from "@/lib/platform/db";
import { acceptOffer, makeOffers, sweepOffers } from "@/lib/waitlist/offers/commands";
import { holdRequest, leaveOneCounter, publishHagen } from "../support/booking";
import { createDatabase, setClock, stopClock } from "../support/database";
import {
  booked,
  cancel,
  department,
  emptyLine,
  freed,
  offersSent,
  openOffers,
  returning,
  waiting,
} from "../support/waitlist";

let url: string;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ url, drop } = await createDatabase());
});
afterAll(() => drop());

beforeEach(async () => {
  await setClock("2027-01-05T12:00:00+01:00");
  await emptyLine();
  await publishHagen("2027-W02");
  await leaveOneCounter(url);
});

const place = "2027-01-13T10:00:00+01:00";
const offers = () => makeOffers("hagen", department);
const at = (text: string) => Date.parse(text);
const minutes = (from: string, to: Date) => (to.getTime() - at(from)) / 60_000;
const hagen = getOffice("hagen");
const unit = hagen?.departments[0];
const policy = JSON.stringify(hagen && unit && returnPolicy(hagen, unit));

/** The instants of so many returns from `now`, for a place that begins at `startsAt`. */
async function returns(now: string, count: number, startsAt = place): Promise<Date[]> {
  const rows = await db().$queryRaw<{ at: Date }[]>`
    SELECT return_instant('hagen', ${department}, ${startsAt}::timestamptz, ${now}::timestamptz, ${policy}::jsonb) AS at
    FROM generate_series(1, ${count}::int)`;
  return rows.map((row) => row.at);
}

/** Does something while the one clock stands still. */
async function standing<T>(instant: string, run: () => Promise<T>): Promise<T> {
  const goOn = await stopClock(url, instant);
  try {
    return await run();
  } finally {
    await goOn();
  }
}

describe("the way back to everybody", () => {
  it("ends at a random moment, 10 to 120 minutes later", async () => {
    const found = (await returns("2027-01-05T12:00:00+01:00", 200)).map((instant) =>
      minutes("2027-01-05T12:00:00+01:00", instant),
    );
    expect(found.every((after) => after >= 10 && after <= 120)).toBe(true);
    expect(new Set(found).size).toBeGreaterThan(190);
    // Even over the whole span: a quarter of it holds a quarter of them, give or take five standard deviations.
    for (const from of [10, 37.5, 65, 92.5]) {
      const within = found.filter((after) => after >= from && after < from + 27.5).length;
      expect(within).toBeGreaterThan(19);
      expect(within).toBeLessThan(81);
    }
  });

  it("is random for a place that begins soon, too, and early enough to take it", async () => {
    // Bookable until 12:30 of that day: half an hour before, it is back.
    const soon = await returns("2027-01-13T11:00:00+01:00", 100, "2027-01-13T14:30:00+01:00");
    const found = soon.map((instant) => minutes("2027-01-13T11:00:00+01:00", instant));
    expect(found.every((after) => after >= 10 && after <= 60)).toBe(true);
    expect(new Set(found).size).toBeGreaterThan(90);
  });

  it("waits for the morning while somebody waits, and is as by day while nobody does", async () => {
    const night = "2027-01-05T22:00:00+01:00";
    for (const instant of await returns(night, 50)) expect(minutes(night, instant)).toBeLessThanOrEqual(120);
    await waiting(1);
    for (const now of [night, "2027-01-06T03:00:00+01:00"]) {
      for (const instant of await returns(now, 50)) {
        const after = minutes("2027-01-06T07:30:00+01:00", instant);
        expect(after).toBeGreaterThanOrEqual(10);
        expect(after).toBeLessThanOrEqual(120);
      }
    }
    // In the morning it would be too late to offer this one, so it does not wait.
    const [early] = await returns("2027-01-12T22:00:00+01:00", 1, "2027-01-13T08:30:00+01:00");
    expect(minutes("2027-01-12T22:00:00+01:00", early ?? new Date(0))).toBeLessThanOrEqual(120);
  });

  it("keeps the morning on both days of a clock change", async () => {
    await waiting(1);
    const policyAt = async (now: string) => (await returns(now, 20, "2027-12-01T10:00:00+01:00")).map(String);
    for (const instant of await policyAt("2027-03-27T22:00:00+01:00"))
      expect(minutes("2027-03-28T07:30:00+02:00", new Date(instant))).toBeGreaterThanOrEqual(9.9);
    for (const instant of await policyAt("2027-10-30T22:00:00+02:00"))
      expect(minutes("2027-10-31T07:30:00+01:00", new Date(instant))).toBeGreaterThanOrEqual(9.9);
  });

  it("is one way for all slots of a place", async () => {
    await cancel(await booked(5, { concern: "family-reunification", startsAt: place }));
    const times = (await returning()).map((instant) => instant.getTime());
    expect(times).toHaveLength(3);
    expect(new Set(times).size).toBe(1);
  });
});

describe("the night", () => {
  it.each([
    ["2027-01-05T07:29:59+01:00", 0],
    ["2027-01-05T07:30:00+01:00", 1],
    ["2027-01-05T19:30:00+01:00", 1],
    ["2027-01-05T19:30:01+01:00", 0],
    ["2027-01-05T20:00:00+01:00", 0],
    ["2027-01-05T23:59:59+01:00", 0],
    ["2027-01-06T00:00:00+01:00", 0],
  ])("at %s there are %i offers: a whole offer lies in the day", async (instant, expected) => {
    await waiting(1);
    await freed(place);
    await db().$executeRaw`UPDATE slot SET public_at = '2027-01-08T12:00:00Z' WHERE public_at IS NOT NULL`;
    expect(await standing(instant, offers)).toBe(expected);
  });

  it("keeps what is given up in it for the morning, when the first in line is asked", async () => {
    const { id } = await waiting(1);
    await setClock("2027-01-05T23:00:00+01:00");
    await freed(place);
    expect(await offers()).toBe(0);
    await setClock("2027-01-06T07:25:00+01:00");
    expect(await holdAppointment(holdRequest(2))).toMatchObject({ reason: "slot_taken" });
    await setClock("2027-01-06T07:30:00+01:00");
    await sweepOffers();
    expect((await openOffers()).map(({ entryId }) => entryId)).toEqual([id]);
  });
});

describe("an offer", () => {
  it("keeps the place for one, then for the next, then opens it to everybody at a random moment", async () => {
    const first = await waiting(1);
    const second = await waiting(2);
    await freed(place);
    await offers();
    await offersSent();
    const [offer] = await openOffers();
    expect(offer?.entryId).toBe(first.id);
    expect(minutes("2027-01-05T12:30:00+01:00", offer?.expiresAt ?? new Date(0))).toBeLessThan(1);
    expect(await holdAppointment(holdRequest(3))).toMatchObject({ reason: "slot_taken" });

    await setClock("2027-01-05T12:31:00+01:00");
    expect(await acceptOffer(first.token, offer?.id ?? "")).toEqual({ ok: false, reason: "offer_expired" });
    await offers();
    await offersSent();
    const [next] = await openOffers();
    expect(next?.entryId).toBe(second.id);
    expect(await holdAppointment(holdRequest(3))).toMatchObject({ reason: "slot_taken" });

    await setClock("2027-01-05T13:02:00+01:00");
    expect(await offers()).toBe(0);
    const [opens] = await returning();
    const after = (opens?.getTime() ?? 0) - (next?.expiresAt.getTime() ?? 0);
    expect(after).toBeGreaterThanOrEqual(10 * 60_000);
    expect(after).toBeLessThanOrEqual(120 * 60_000);
    await setClock("2027-01-05T15:02:00+01:00");
    expect(await holdAppointment(holdRequest(3))).toMatchObject({ ok: true });
  });

  it("accepted makes a confirmed appointment with its mails; accepted again, the same", async () => {
    const { token } = await waiting(1, {
      companions: [{ givenName: "Second", familyName: "Person", birthDate: "2015-02-03" }],
      concern: "change-of-conditions",
    });
    await db()
      .$executeRaw`UPDATE slot SET public_at = portal_now() + interval '1 hour' WHERE starts_at >= ${new Date(place)} AND starts_at < ${new Date("2027-01-13T10:30:00+01:00")}`;
    expect(await offers()).toBe(1);
    const [offer] = await openOffers();
    const answers = await Promise.all(Array.from({ length: 5 }, () => acceptOffer(token, offer?.id ?? "")));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const [appointment, ...others] = await db().appointment.findMany({
      include: { persons: true, slots: true },
    });
    expect(others).toEqual([]);
    expect(appointment).toMatchObject({ state: "confirmed", units: 2, email: "person-1@example.org" });
    expect([appointment?.persons.length, appointment?.slots.length]).toEqual([2, 2]);
    const kinds = (await db().message.findMany({ orderBy: { id: "asc" } })).map(({ kind }) => kind);
    expect(kinds).toEqual(["waitlist_joined", "offer", "confirmed", "reminder_72", "reminder_24"]);
  });
});
