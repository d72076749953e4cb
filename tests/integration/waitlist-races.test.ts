import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { holdAppointment } from "@/lib/booking/commands";
import { db } from "@/lib/platform/db";
import { changeWaiting } from "@/lib/waitlist/commands";
import { acceptOffer, makeOffers } from "@/lib/waitlist/offers/commands";
import { holdRequest, leaveOneCounter, publishHagen } from "../support/booking";
import { asOwner, createDatabase, setClock } from "../support/database";
import { department, emptyLine, freed, openOffers, waiting } from "../support/waitlist";

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
const giveUpEverything = () => db().$executeRaw`UPDATE slot SET public_at = portal_now() + interval '1 hour'`;

/** Twenty deal at once: how many offers an entry and a place got at most, and whether the order was kept. */
async function dealAtOnce() {
  const line = [];
  for (let index = 0; index < 8; index += 1) line.push(await waiting(index));
  await giveUpEverything();
  const results = await Promise.allSettled(Array.from({ length: 20 }, offers));
  const made = await openOffers();
  const most = (names: string[]) =>
    Math.max(0, ...names.map((name) => names.filter((n) => n === name).length));
  return {
    refused: results.filter(({ status }) => status === "rejected").length,
    offers: made.length,
    perEntry: most(made.map(({ entryId }) => entryId)),
    perPlace: most(made.map(({ counter, startsAt }) => `${counter}/${startsAt.toISOString()}`)),
  };
}

describe("twenty hands at once, with many places and eight who wait", () => {
  it("make one offer to each, each of another place", async () => {
    expect(await dealAtOnce()).toEqual({ refused: 0, offers: 8, perEntry: 1, perPlace: 1 });
  });

  it("do so without the one hand, too, since rows and constraints judge", async () => {
    const restore = await removeGuards("the hand");
    try {
      expect(await dealAtOnce()).toMatchObject({ refused: 0, perEntry: 1, perPlace: 1 });
    } finally {
      await restore();
    }
  });

  it("without either they offer several at a time (negative control)", async () => {
    const restore = await removeGuards("everything");
    try {
      const seen = await dealAtOnce();
      expect(Math.max(seen.perEntry, seen.perPlace)).toBeGreaterThan(1);
    } finally {
      await restore();
    }
  });
});

/** Takes away the one hand, or the locks of rows and the constraints as well. */
async function removeGuards(what: "the hand" | "everything"): Promise<() => Promise<void>> {
  const { rows } = await asOwner(
    url,
    `SELECT pg_get_functiondef('lock_line'::regproc) AS lock, pg_get_functiondef('make_offers'::regproc) AS deal,
      (SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'offer_one_per_entry') AS entry,
      (SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'offer_one_per_place') AS place`,
  );
  const { lock = "", deal = "", entry, place: perPlace }: Record<string, string> = rows[0];
  const open = lock.replace(/SELECT pg_advisory_xact_lock\(.*\)\n/, "SELECT\n");
  const blind = deal
    .replace("FOR UPDATE SKIP LOCKED", "")
    .replace("v_made := v_made + 1", "PERFORM pg_sleep(0.2); v_made := v_made + 1");
  if (open === lock || blind === deal) throw new Error("the guard was not found");
  const unguarded = `; ALTER TABLE offer DROP CONSTRAINT offer_one_per_entry, DROP CONSTRAINT offer_one_per_place; ${blind}`;
  const guarded = `; ${deal}; ALTER TABLE offer ADD CONSTRAINT offer_one_per_entry ${entry}, ADD CONSTRAINT offer_one_per_place ${perPlace}`;
  await asOwner(url, `${open}${what === "everything" ? unguarded : ""}`);
  return async () => {
    await emptyLine();
    await asOwner(url, `${lock}${what === "everything" ? guarded : ""}`);
  };
}

describe("at the end of an offer", () => {
  it("it is accepted or it goes to the next, never both, 50 ms to either side", async () => {
    const seen = { accepted: 0, next: 0 };
    for (let round = 0; round < 40; round += 1) {
      await emptyLine();
      await publishHagen("2027-W02");
      await leaveOneCounter(url);
      const first = await waiting(1);
      const second = await waiting(2);
      await freed(place);
      await offers();
      const [offer] = await openOffers();
      // The end of the offer is put so that the answer comes up to 50 ms before or after it.
      await db().$executeRaw`
        UPDATE offer SET expires_at = t.at, open_until = t.at
        FROM (SELECT portal_now() + make_interval(secs => ${0.02 + (round % 20) * 0.005}::float8) AS at) t`;
      await new Promise((resolve) => setTimeout(resolve, 50));
      const [answer] = await Promise.all([acceptOffer(first.token, offer?.id ?? ""), offers(), offers()]);
      await offers();
      const booked = await db().appointment.count({ where: { state: "confirmed" } });
      const open = await openOffers();
      const toNext = open.filter(({ entryId }) => entryId === second.id).length;
      expect([booked, toNext]).toEqual(answer.ok ? [1, 0] : [0, 1]);
      seen[answer.ok ? "accepted" : "next"] += 1;
    }
    expect(Math.min(seen.accepted, seen.next)).toBeGreaterThan(0);
  }, 120_000);

  it("the place goes to the one it was offered to, or to the public, never to both", async () => {
    for (let round = 0; round < 15; round += 1) {
      await emptyLine();
      await publishHagen("2027-W02");
      await leaveOneCounter(url);
      const { token } = await waiting(1);
      await freed(place);
      await offers();
      const [offer] = await openOffers();
      await db().$executeRaw`
        UPDATE slot SET public_at = portal_now() + make_interval(secs => ${(round % 5) * 0.005}::float8)
        WHERE public_at IS NOT NULL`;
      const [answer, ...held] = await Promise.all([
        acceptOffer(token, offer?.id ?? ""),
        ...Array.from({ length: 5 }, (_, index) => holdAppointment(holdRequest(10 + index))),
      ]);
      const winners = [answer, ...held].filter((result) => result.ok);
      expect(winners.length).toBeLessThanOrEqual(1);
      const claimed = await db().slot.findMany({ where: { startsAt: new Date(place) } });
      expect(claimed.filter(({ appointmentId }) => appointmentId).length).toBe(winners.length);
    }
  }, 120_000);

  it("accepting, leaving and dealing at once end in no circle and in one of the two", async () => {
    for (let round = 0; round < 15; round += 1) {
      await emptyLine();
      await publishHagen("2027-W02");
      await leaveOneCounter(url);
      const { token } = await waiting(1);
      await freed(place);
      await offers();
      const [offer] = await openOffers();
      const [answer, left] = await Promise.all([
        acceptOffer(token, offer?.id ?? ""),
        changeWaiting(token, "leave"),
        offers(),
        changeWaiting(token, "pause"),
      ]);
      expect(left.ok).toBe(true);
      expect(await db().appointment.count({ where: { state: "confirmed" } })).toBe(answer.ok ? 1 : 0);
    }
  }, 120_000);
});
