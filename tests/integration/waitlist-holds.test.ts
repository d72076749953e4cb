import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { confirmAppointment, holdAppointment } from "@/lib/booking/commands";
import { signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { acceptOffer, makeOffers } from "@/lib/waitlist/offers/commands";
import { waitingByToken } from "@/lib/waitlist/queries";
import { holdRequest, leaveOneCounter, publishHagen } from "../support/booking";
import { asOwner, createDatabase, setClock } from "../support/database";
import { department, emptyLine, freed, offersSent, openOffers, waiting } from "../support/waitlist";
import { idOf } from "../support/weeks";

let url: string;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ url, drop } = await createDatabase());
});
afterAll(() => drop());

const freshWeek = async () => {
  await emptyLine();
  await publishHagen("2027-W02");
  await leaveOneCounter(url);
};
beforeEach(async () => {
  await setClock("2027-01-05T12:00:00+01:00");
  await freshWeek();
});

const place = "2027-01-13T10:00:00+01:00";
const elsewhere = "2027-01-13T11:00:00+01:00";
const offers = () => makeOffers("hagen", department);
const stranger = { email: "stranger@example.org", startsAt: elsewhere };
const hold = async (index: number, changes = {}) =>
  idOf(await holdAppointment(holdRequest(index, { startsAt: elsewhere, ...changes })));
const confirm = (id: string) => confirmAppointment(signToken("confirm", id));

/** Two in line, a place for the first of them, and a hold in the first one's name. */
async function lineWithHold(changes = {}) {
  const first = await waiting(1);
  const second = await waiting(2);
  const held = await hold(1, changes);
  await freed(place);
  await offers();
  await offersSent();
  const [offer] = await openOffers();
  return { first, second, held, offer };
}

describe("a hold that nobody confirmed", () => {
  it.each([
    ["one's own", {}],
    ["a stranger's, in one's name", stranger],
  ])("takes neither place nor turn from who waits: %s", async (_whose, changes) => {
    const { first, offer } = await lineWithHold(changes);
    expect(await waitingByToken(first.token)).toMatchObject({ state: "waiting", place: 1, waiting: 2 });
    expect(offer?.entryId).toBe(first.id);
  });

  it("passes the first one over where it counts as an appointment (negative control)", async () => {
    const { rows } = await asOwner(url, "SELECT pg_get_functiondef('has_appointment_of'::regproc) AS text");
    const counts: string = rows[0].text.replace("AND a.state <> 'held'", "");
    if (counts === rows[0].text) throw new Error("the rule was not found");
    await asOwner(url, counts);
    try {
      const { second, offer } = await lineWithHold(stranger);
      expect(offer?.entryId).toBe(second.id);
    } finally {
      await asOwner(url, rows[0].text);
    }
  });

  it("gives way to the offer that its person accepts, and its slots are free when its time is over", async () => {
    const { first, held, offer } = await lineWithHold(stranger);
    expect(await acceptOffer(first.token, offer?.id ?? "")).toMatchObject({ ok: true });
    expect(await confirm(held)).toEqual({ ok: false, reason: "hold_expired" });
    const appointments = await db().appointment.findMany({ where: { state: "confirmed" } });
    expect(appointments.map(({ startsAt }) => startsAt)).toEqual([new Date(place)]);
    expect(await holdAppointment(holdRequest(5, { startsAt: elsewhere }))).toMatchObject({
      reason: "slot_taken",
    });
    await setClock("2027-01-05T12:20:01+01:00");
    expect(await holdAppointment(holdRequest(5, { startsAt: elsewhere }))).toMatchObject({ ok: true });
  });

  it("of somebody who comes along gives way, too", async () => {
    const { person } = holdRequest(7);
    const { token } = await waiting(1, { companions: [person] });
    const held = await hold(7);
    await freed(place);
    await freed("2027-01-13T10:15:00+01:00", 901);
    await offers();
    const [offer] = await openOffers();
    expect(await acceptOffer(token, offer?.id ?? "")).toMatchObject({ ok: true });
    expect(await confirm(held)).toMatchObject({ ok: false });
  });

  it("stays when the offer cannot be taken", async () => {
    const { first, held, offer } = await lineWithHold();
    await setClock("2027-01-05T12:15:00+01:00");
    await db().$executeRaw`UPDATE offer SET expires_at = portal_now(), open_until = portal_now()`;
    expect(await acceptOffer(first.token, offer?.id ?? "")).toEqual({ ok: false, reason: "offer_expired" });
    expect(await confirm(held)).toMatchObject({ ok: true });
  });
});

describe("a hold that is confirmed while there is an offer", () => {
  it("ends the offer, and the next in line is asked", async () => {
    const { first, second, held, offer } = await lineWithHold();
    expect(await confirm(held)).toMatchObject({ ok: true });
    expect(await waitingByToken(first.token)).toMatchObject({ place: null });
    await offers();
    expect((await openOffers()).map(({ entryId }) => entryId)).toEqual([second.id]);
    expect(await acceptOffer(first.token, offer?.id ?? "")).toEqual({ ok: false, reason: "limit_person" });
    // It counts for nothing: nobody was kept waiting.
    expect(await db().waitlistEntry.findUnique({ where: { id: first.id } })).toMatchObject({ unanswered: 0 });
  });

  it("in the same instant as the offer is accepted leaves one appointment", async () => {
    for (let round = 0; round < 12; round += 1) {
      await freshWeek();
      const { first, held, offer } = await lineWithHold(round % 3 === 0 ? stranger : {});
      const later = (on: boolean) => new Promise((resolve) => setTimeout(resolve, on ? round % 5 : 0));
      const [accepted, confirmed] = await Promise.all([
        later(round % 2 === 0).then(() => acceptOffer(first.token, offer?.id ?? "")),
        later(round % 2 === 1).then(() => confirm(held)),
      ]);
      const kept = await db().appointment.findMany({ where: { state: "confirmed" } });
      expect(kept.map(({ startsAt }) => startsAt)).toEqual([new Date(accepted.ok ? place : elsewhere)]);
      expect(confirmed.ok).toBe(!accepted.ok);
    }
  }, 120_000);
});
