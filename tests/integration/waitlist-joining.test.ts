import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { changeWaiting, joinForEarlier, joinWaitlist } from "@/lib/waitlist/commands";
import { makeOffers } from "@/lib/waitlist/offers/commands";
import { lineOf, waitingByToken } from "@/lib/waitlist/queries";
import { leaveOneCounter, publishHagen } from "../support/booking";
import { asOwner, createDatabase, setClock } from "../support/database";
import { booked, department, emptyLine, waiting, waitRequest } from "../support/waitlist";

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

const child = { givenName: "Kind", familyName: "Person", birthDate: "2015-02-03" };

/** What the owner of a mail address does with the newest entry there. */
async function press(email: string, step: "confirm" | "leave") {
  const { id } = await db().waitlistEntry.findFirstOrThrow({
    where: { email },
    orderBy: { joinedAt: "desc" },
  });
  return changeWaiting(signToken("waitlist", id), step);
}

describe("joining", () => {
  it("counts only from the mail's button on, and from the moment of joining", async () => {
    await joinWaitlist(waitRequest(1));
    const first = await db().waitlistEntry.findFirstOrThrow();
    const token = signToken("waitlist", first.id);
    expect(await waitingByToken(token)).toMatchObject({ state: "unconfirmed", place: null, waiting: 0 });
    expect(await mails("waitlist_joined")).toBe(1);
    await setClock("2027-01-05T12:10:00+01:00");
    const second = await waiting(2);
    expect(await placeOf(second.token)).toBe(1);
    await changeWaiting(token, "confirm");
    expect(await waitingByToken(token)).toMatchObject({ state: "waiting", place: 1, waiting: 2 });
    expect(await placeOf(second.token)).toBe(2);
  });

  it("answers the same to somebody who is on the list, keeps their place, and tells their own mail alone", async () => {
    const { id, token } = await waiting(1);
    await waiting(2);
    const { person } = waitRequest(1);
    expect(await joinWaitlist(waitRequest(1, { reason: "permit-expires" }))).toEqual({ ok: true });
    expect(await joinWaitlist(waitRequest(3, { person }))).toEqual({ ok: true });
    expect(await joinWaitlist(waitRequest(4))).toEqual({ ok: true });
    expect(await placeOf(token)).toBe(1);
    const told = await db().message.findMany({ where: { kind: "waitlist_joined", subjectId: id } });
    expect(told).toHaveLength(3);
    expect(await db().waitlistEntry.count({ where: { email: "person-3@example.org" } })).toBe(0);
  });

  it("lets a newer entry with another address take the place of one that nobody confirmed", async () => {
    const { person } = waitRequest(1);
    await joinWaitlist(waitRequest(2, { person }));
    const stranger = await db().waitlistEntry.findFirstOrThrow();
    const own = await waiting(1);
    expect(own.id).not.toBe(stranger.id);
    expect(await changeWaiting(signToken("waitlist", stranger.id), "confirm")).toEqual({
      ok: false,
      reason: "over",
    });
    expect(await lineOf("hagen", department)).toEqual({ waiting: 1, openOffers: 0 });
  });

  it("sends at most three mails a day to an address, and says nothing about it", async () => {
    for (let index = 1; index <= 5; index += 1) {
      expect(await joinWaitlist(waitRequest(index, { email: "one@example.org" }))).toEqual({ ok: true });
    }
    expect(await mails("waitlist_joined")).toBe(3);
  });

  it("twenty times at once makes one entry", async () => {
    await Promise.all(Array.from({ length: 20 }, () => joinWaitlist(waitRequest(1))));
    expect(await db().waitlistEntry.count()).toBe(1);
  });

  it("ends when it is not confirmed within a day", async () => {
    await joinWaitlist(waitRequest(1));
    const { id } = await db().waitlistEntry.findFirstOrThrow();
    await setClock("2027-01-06T12:10:00+01:00");
    expect((await waitingByToken(signToken("waitlist", id)))?.state).toBe("left");
    expect(await changeWaiting(signToken("waitlist", id), "confirm")).toEqual({ ok: false, reason: "over" });
    await offers();
    expect((await db().waitlistEntry.findFirstOrThrow()).leftAt).not.toBeNull();
    await setClock("2027-02-06T12:20:00+01:00");
    await offers();
    expect(await db().waitlistEntry.count()).toBe(0);
  });

  it.each([
    ["an office that is none", { office: "nowhere" }, "unknown_office"],
    ["a concern that is none", { concern: "nothing" }, "unknown_concern"],
    ["concerns of two departments", { furtherConcerns: ["loss-report"] }, "not_together"],
    ["a reason that the policy does not know", { reason: "because" }, "unknown_reason"],
  ])("is refused for %s", async (_, changes, reason) => {
    expect(await joinWaitlist(waitRequest(1, changes))).toEqual({ ok: false, reason });
  });

  it("counts everybody once, whoever joined with them, and says so to the mail's owner alone", async () => {
    const first = await waiting(1, { companions: [child] });
    const others = [
      waitRequest(2, { companions: [child] }),
      waitRequest(3, { person: child }),
      waitRequest(4, { companions: [waitRequest(1).person] }),
      waitRequest(5, { companions: [waitRequest(5).person] }),
    ];
    for (const request of others) {
      expect(await joinWaitlist(request)).toEqual({ ok: true });
      expect(await press(request.email, "confirm")).toEqual({ ok: false, reason: "elsewhere" });
    }
    expect(await lineOf("hagen", department)).toEqual({ waiting: 1, openOffers: 0 });
    await changeWaiting(first.token, "leave");
    expect(await press("person-2@example.org", "confirm")).toEqual({ ok: true });
    expect(await press("person-3@example.org", "confirm")).toEqual({ ok: false, reason: "elsewhere" });
  });

  it("for an earlier time counts everybody of the appointment, and nobody twice", async () => {
    const appointment = await booked(1, { companions: [child] });
    await waiting(2, { companions: [child] });
    expect(await joinForEarlier(signToken("manage", appointment))).toEqual({
      ok: false,
      reason: "elsewhere",
    });
    await press("person-2@example.org", "leave");
    expect(await joinForEarlier(signToken("manage", appointment))).toMatchObject({ ok: true });
    expect(await joinForEarlier(signToken("manage", appointment))).toMatchObject({ ok: true });
    await joinWaitlist(waitRequest(3, { companions: [child] }));
    expect(await press("person-3@example.org", "confirm")).toEqual({ ok: false, reason: "elsewhere" });
  });

  it("ten families with the same child at once are one in line, and several without the key (negative control)", async () => {
    const atOnce = async () => {
      await emptyLine();
      const indexes = Array.from({ length: 10 }, (_, index) => index);
      for (const index of indexes) await joinWaitlist(waitRequest(index, { companions: [child] }));
      const pressed = await Promise.all(
        indexes.map((index) => press(`person-${index}@example.org`, "confirm")),
      );
      return pressed.filter(({ ok }) => ok).length;
    };
    expect(await atOnce()).toBe(1);
    await asOwner(url, "ALTER TABLE waiting_person DROP CONSTRAINT waiting_person_pkey");
    try {
      expect(await atOnce()).toBe(10);
    } finally {
      await emptyLine();
      await asOwner(url, "ALTER TABLE waiting_person ADD PRIMARY KEY (office, department, person_key)");
    }
  });

  it("takes a token of its own purpose only", async () => {
    const { id } = await waiting(1);
    for (const purpose of ["manage", "confirm", "hold", "offer"]) {
      expect(await waitingByToken(signToken(purpose, id))).toBeNull();
      expect(await changeWaiting(signToken(purpose, id), "leave")).toMatchObject({ reason: "not_found" });
    }
  });
});
