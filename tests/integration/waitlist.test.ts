import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { changeWaiting, joinForEarlier } from "@/lib/waitlist/commands";
import { acceptOffer, declineOffer, makeOffers } from "@/lib/waitlist/offers/commands";
import { waitingByToken } from "@/lib/waitlist/queries";
import { leaveOneCounter, publishHagen } from "../support/booking";
import { createDatabase, setClock } from "../support/database";
import {
  booked,
  cancel,
  department,
  emptyLine,
  freed,
  offersSent,
  openOffers,
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

const offers = () => makeOffers("hagen", department);
const placeOf = async (token: string) => (await waitingByToken(token))?.place;
const mails = (kind: string) => db().message.count({ where: { kind } });

describe("the order", () => {
  it("is urgency first, then the time of joining", async () => {
    const line = [];
    for (const [index, reason] of ["", "new-job", "", "grave-family-matter", "permit-expires"].entries()) {
      await setClock(`2027-01-05T12:0${index}:00+01:00`);
      line.push(await waiting(index, reason ? { reason } : {}));
    }
    const places = await Promise.all(line.map(({ token }) => placeOf(token)));
    expect(places).toEqual([4, 3, 5, 1, 2]);

    for (const [index, expected] of [3, 4, 1, 0, 2].entries()) {
      await freed(`2027-01-13T1${index < 4 ? "0" : "1"}:${["00", "15", "30", "45", "00"][index]}:00+01:00`);
      expect(await offers()).toBe(1);
      expect((await openOffers()).at(-1)?.entryId).toBe(line[expected]?.id);
    }
    expect(await mails("offer")).toBe(5);
  });

  it("passes over whom a place does not suit: day, part of the day, length", async () => {
    await waiting(1, { days: ["mon"] });
    await waiting(2, { parts: ["afternoon"] });
    await waiting(3, { concern: "family-reunification" });
    const suited = await waiting(4, { days: ["wed", "fri"], parts: ["morning"] });
    await freed("2027-01-13T10:00:00+01:00");
    expect(await offers()).toBe(1);
    expect((await openOffers()).map(({ entryId }) => entryId)).toEqual([suited.id]);
  });

  it("does not ask those who pause, and lets them keep their place", async () => {
    const first = await waiting(1);
    const second = await waiting(2);
    await changeWaiting(first.token, "pause");
    expect(await waitingByToken(first.token)).toMatchObject({ state: "paused", place: null, waiting: 1 });
    await freed("2027-01-13T10:00:00+01:00");
    await offers();
    expect((await openOffers()).map(({ entryId }) => entryId)).toEqual([second.id]);
    await changeWaiting(first.token, "resume");
    expect(await placeOf(first.token)).toBe(1);
  });

  it("does not ask who has an appointment in the department, nor who has had it", async () => {
    const { id, token } = await waiting(1);
    const appointment = await booked(1, { startsAt: "2027-01-13T11:00:00+01:00" });
    await freed("2027-01-13T10:00:00+01:00");
    expect(await offers()).toBe(0);
    expect(await waitingByToken(token)).toMatchObject({ state: "waiting", place: null });
    await cancel(appointment);
    expect(await placeOf(token)).toBe(1);
    expect(await offers()).toBe(1);
    await acceptOffer(token, (await openOffers())[0]?.id ?? "");
    expect((await db().waitlistEntry.findUniqueOrThrow({ where: { id } })).servedAt).not.toBeNull();
  });

  it("ends an entry whose owner booked otherwise, when that appointment is over", async () => {
    const { token } = await waiting(1);
    await booked(1);
    await setClock("2027-01-13T10:20:00+01:00");
    await offers();
    expect((await waitingByToken(token))?.state).toBe("served");
  });
});

describe("leaving, pausing and saying no", () => {
  it.each(["leave", "pause"] as const)("%s gives the offered place to the next at once", async (step) => {
    const first = await waiting(1);
    const second = await waiting(2);
    await freed("2027-01-13T10:00:00+01:00");
    await offers();
    expect((await openOffers()).map(({ entryId }) => entryId)).toEqual([first.id]);
    expect(await changeWaiting(first.token, step)).toEqual({ ok: true });
    expect((await openOffers()).map(({ entryId }) => entryId)).toEqual([second.id]);
    expect(await changeWaiting(first.token, step)).toEqual({ ok: true });
  });

  it("declining asks the next at once, and not the same again about that place", async () => {
    const first = await waiting(1);
    const second = await waiting(2);
    await freed("2027-01-13T10:00:00+01:00");
    await offers();
    const [offer] = await openOffers();
    expect(await declineOffer(second.token, offer?.id ?? "")).toEqual({ ok: false, reason: "not_found" });
    expect(await declineOffer(first.token, offer?.id ?? "")).toEqual({ ok: true });
    expect(await declineOffer(first.token, offer?.id ?? "")).toEqual({ ok: true });
    const [next] = await openOffers();
    expect(next?.entryId).toBe(second.id);
    await declineOffer(second.token, next?.id ?? "");
    expect(await openOffers()).toEqual([]);
    expect(await acceptOffer(first.token, offer?.id ?? "")).toEqual({ ok: false, reason: "offer_expired" });
  });

  it("holds no offer against anybody whose mail did not go out, or whose place the office took back", async () => {
    const { id } = await waiting(1);
    const unanswered = async () => (await db().waitlistEntry.findUniqueOrThrow({ where: { id } })).unanswered;
    const ways = [
      async () => {},
      async () => {
        await offersSent();
        await db().slot.updateMany({ where: { publicAt: { not: null } }, data: { open: false } });
      },
      offersSent,
    ];
    const counted: number[] = [];
    for (const [index, way] of ways.entries()) {
      await setClock(`2027-01-05T1${3 + index}:0${index}:00+01:00`);
      await freed(`2027-01-13T10:${["00", "15", "30"][index]}:00+01:00`);
      expect(await offers()).toBe(1);
      await way();
      await setClock(`2027-01-05T1${4 + index}:0${index}:30+01:00`);
      await offers();
      counted.push(await unanswered());
    }
    // The third could have been taken.
    expect(counted).toEqual([0, 0, 1]);
  });

  it("pauses after three offers without an answer, and says so", async () => {
    const { token } = await waiting(1);
    for (const [index, time] of ["10:00", "10:15", "10:30"].entries()) {
      await setClock(`2027-01-05T1${3 + index}:00:00+01:00`);
      await freed(`2027-01-13T${time}:00+01:00`);
      expect(await offers()).toBe(1);
      await offersSent();
      await setClock(`2027-01-05T1${3 + index}:31:00+01:00`);
      await offers();
      expect((await waitingByToken(token))?.state).toBe(index === 2 ? "paused" : "waiting");
    }
    expect(await mails("waitlist_paused")).toBe(1);
    await changeWaiting(token, "resume");
    expect(await waitingByToken(token)).toMatchObject({ state: "waiting", place: 1 });
  });
});

describe("waiting for an earlier time", () => {
  it("moves the appointment when an offer is accepted, and gives the old place back", async () => {
    const appointment = await booked(1, { startsAt: "2027-01-15T11:00:00+01:00" });
    const joined = await joinForEarlier(signToken("manage", appointment));
    if (!joined.ok) throw new Error(joined.reason);
    expect(await mails("waitlist_joined")).toBe(0);
    expect(await waitingByToken(joined.token)).toMatchObject({
      state: "waiting",
      place: 1,
      replaces: "2027-01-15T11:00:00+01:00",
    });
    await freed("2027-01-15T11:30:00+01:00");
    expect(await offers()).toBe(0);
    await freed("2027-01-13T10:00:00+01:00", 901);
    expect(await offers()).toBe(1);
    const [offer] = await openOffers();
    expect(await acceptOffer(joined.token, offer?.id ?? "")).toEqual({
      ok: true,
      manageToken: signToken("manage", appointment),
    });
    const moved = await db().appointment.findUniqueOrThrow({ where: { id: appointment } });
    expect(moved.startsAt.toISOString()).toBe("2027-01-13T09:00:00.000Z");
    const old = await db().slot.findFirstOrThrow({ where: { startsAt: "2027-01-15T10:00:00.000Z" } });
    expect([old.appointmentId, old.publicAt !== null]).toEqual([null, true]);
    expect(await mails("moved")).toBe(1);
    expect((await waitingByToken(joined.token))?.state).toBe("served");
  });

  it("ends with the appointment that was to be replaced", async () => {
    const appointment = await booked(1);
    const joined = await joinForEarlier(signToken("manage", appointment));
    await cancel(appointment);
    await offers();
    expect((await waitingByToken(joined.ok ? joined.token : ""))?.state).toBe("left");
    expect(await joinForEarlier(signToken("manage", appointment))).toEqual({
      ok: false,
      reason: "not_confirmed",
    });
    expect(await joinForEarlier(signToken("confirm", appointment))).toEqual({
      ok: false,
      reason: "not_found",
    });
  });
});
