import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { confirmAppointment, holdAppointment } from "@/lib/booking/commands";
import { readToken, signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { holdRequest, leaveOneCounter, publishHagen, removeGuards } from "../support/booking";
import { createDatabase, setClock } from "../support/database";

let url: string;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ url, drop } = await createDatabase());
  await setClock("2027-01-05T12:00:00+01:00");
  await publishHagen("2027-W02");
});
afterAll(() => drop());

beforeEach(async () => {
  await db().$executeRaw`UPDATE slot SET appointment_id = NULL, claimed_until = NULL`;
  await db().$executeRaw`TRUNCATE appointment, message CASCADE`;
  await db().$executeRaw`DELETE FROM slot`;
  await db().week.deleteMany();
  await publishHagen("2027-W02");
});

async function race(clients: number) {
  const results = await Promise.all(
    Array.from({ length: clients }, (_, index) => holdAppointment(holdRequest(index))),
  );
  return {
    won: results.filter((result) => result.ok).length,
    taken: results.filter((result) => !result.ok && result.reason === "slot_taken").length,
    stored: await db().appointment.count(),
    alternatives: results.flatMap((result) =>
      !result.ok && result.reason === "slot_taken" ? [result.alternatives] : [],
    ),
  };
}

describe("one free place", () => {
  beforeEach(() => leaveOneCounter(url));

  it.each([2, 10, 20, 50, 200])("goes to exactly one of %i simultaneous applicants", async (clients) => {
    const { won, taken, stored, alternatives } = await race(clients);
    expect({ won, taken, stored }).toEqual({ won: 1, taken: clients - 1, stored: 1 });
    expect(alternatives.every((times) => times.length === 5)).toBe(true);
  });

  it("goes to several when the guards are removed (negative control)", async () => {
    const restore = await removeGuards(url);
    try {
      const { stored } = await race(20);
      expect(stored).toBeGreaterThan(1);
    } finally {
      await restore();
    }
  });

  it("still goes to one when only the lock is removed, since the constraint judges", async () => {
    const restore = await removeGuards(url);
    try {
      await db().$executeRawUnsafe(`ALTER TABLE appointment ADD CONSTRAINT appointment_one_place EXCLUDE USING gist (
        office WITH =, department WITH =, counter WITH =,
        tstzrange(starts_at, ends_at) WITH &&, tstzrange(held_at, occupied_until) WITH &&)`);
      const { stored } = await race(20);
      expect(stored).toBe(1);
    } finally {
      await db().$executeRaw`ALTER TABLE appointment DROP CONSTRAINT appointment_one_place`;
      await restore();
    }
  });
});

describe("a hold", () => {
  it("takes as many slots in a row of one counter as the concern is long", async () => {
    const result = await holdAppointment(holdRequest(1, { concern: "family-reunification" }));
    expect(result).toMatchObject({
      ok: true,
      startsAt: "2027-01-13T10:00:00+01:00",
      endsAt: "2027-01-13T10:45:00+01:00",
    });
    const slots = await db().slot.findMany({ where: { appointmentId: { not: null } } });
    expect(slots).toHaveLength(3);
    expect(new Set(slots.map((slot) => slot.counter)).size).toBe(1);
  });

  it("is refused when the run of slots would go past the opening hours", async () => {
    await leaveOneCounter(url);
    const result = await holdAppointment(
      holdRequest(1, { concern: "family-reunification", startsAt: "2027-01-13T11:30:00+01:00" }),
    );
    expect(result).toMatchObject({ ok: false, reason: "slot_taken" });
  });

  it("is free again by rule when it has run out, and cannot be confirmed then", async () => {
    await leaveOneCounter(url);
    await holdAppointment(holdRequest(1));
    const first = await db().appointment.findFirstOrThrow();
    await setClock("2027-01-05T12:20:30+01:00");
    expect(await holdAppointment(holdRequest(2))).toMatchObject({ ok: true });
    expect(await confirmAppointment(signToken("confirm", first.id))).toEqual({
      ok: false,
      reason: "hold_expired",
    });
    await setClock("2027-01-05T12:00:00+01:00");
  });

  it("is one per person and department, however the name is typed", async () => {
    const person = { givenName: "Élodie", familyName: "Groß-Müller", birthDate: "1980-01-02" };
    await holdAppointment(holdRequest(1, { person }));
    const again = { givenName: "GROSS MULLER", familyName: "elodie", birthDate: "1980-01-02" };
    const second = holdRequest(2, { person: again, startsAt: "2027-01-13T11:00:00+01:00" });
    expect(await holdAppointment(second)).toEqual({ ok: false, reason: "limit_person" });
    expect(await db().appointment.count()).toBe(1);
  });

  it("is one per person even if ten requests come at once", async () => {
    const requests = Array.from({ length: 10 }, (_, index) =>
      holdAppointment(
        holdRequest(7, {
          email: `other-${index}@example.org`,
          startsAt: `2027-01-13T${9 + (index % 3)}:${index % 2 ? "15" : "30"}:00+01:00`,
        }),
      ),
    );
    const results = await Promise.all(requests);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await db().appointment.count()).toBe(1);
  });

  it("is refused when a mail address has three unconfirmed ones on that day, also at once", async () => {
    const times = ["09:00", "09:15", "09:30", "09:45", "10:15", "10:30", "10:45", "11:00"];
    const results = await Promise.all(
      times.map((time, index) =>
        holdAppointment(
          holdRequest(index, { email: "One@Example.org", startsAt: `2027-01-13T${time}:00+01:00` }),
        ),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(3);
    expect(results.filter((result) => !result.ok && result.reason === "limit_mail")).toHaveLength(5);
    expect(await db().appointment.count()).toBe(3);
  });

  it("is refused when a mail address has ten coming appointments in the department, also at once", async () => {
    const email = "one@example.org";
    const beginnings = Array.from({ length: 13 }, (_, index) => {
      const [hour, quarter] = [8 + Math.floor((index + 2) / 4), (index + 2) % 4];
      return `2027-01-13T${String(hour).padStart(2, "0")}:${String(15 * quarter).padStart(2, "0")}:00+01:00`;
    });
    const hold = async (index: number) =>
      holdAppointment(holdRequest(index, { email, startsAt: beginnings[index] ?? "" }));
    for (let index = 0; index < 9; index += 1) {
      const held = await hold(index);
      if (!held.ok) throw new Error(held.reason);
      const id = readToken("hold", held.holdToken) ?? "";
      expect(await confirmAppointment(signToken("confirm", id))).toMatchObject({ ok: true });
    }
    // One more is held and confirmed; the eleventh is refused, whoever it is for.
    const last = await hold(9);
    expect(last.ok).toBe(true);
    const id = readToken("hold", last.ok ? last.holdToken : "") ?? "";
    await confirmAppointment(signToken("confirm", id));
    const more = await Promise.all([hold(10), hold(11), hold(12)]);
    expect(more.map((result) => (result.ok ? "held" : result.reason))).toEqual(Array(3).fill("limit_mail"));
  });

  it("is given once for one idempotency key, also at once, and refuses another request under it", async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, () => holdAppointment(holdRequest(1), "key-1")),
    );
    const references = new Set(results.map((result) => (result.ok ? result.reference : result.reason)));
    expect(references.size).toBe(1);
    expect(await db().appointment.count()).toBe(1);
    expect(await holdAppointment(holdRequest(2), "key-1")).toEqual({
      ok: false,
      reason: "idempotency_mismatch",
    });
  });

  it.each([
    ["the past", "2027-01-04T14:30:00+01:00"],
    ["a time between two slots", "2027-01-13T10:07:00+01:00"],
    ["a Tuesday", "2027-01-12T10:00:00+01:00"],
    ["a week that nobody published", "2027-01-20T10:00:00+01:00"],
    ["nonsense", "tomorrow"],
  ])("is refused for %s", async (_name, startsAt) => {
    expect(await holdAppointment(holdRequest(1, { startsAt }))).toEqual({
      ok: false,
      reason: "outside_window",
    });
    expect(await db().appointment.count()).toBe(0);
  });

  it("is refused for an office or a concern that does not exist", async () => {
    expect(await holdAppointment(holdRequest(1, { office: "nowhere" }))).toEqual({
      ok: false,
      reason: "unknown_office",
    });
    expect(await holdAppointment(holdRequest(1, { concern: "none" }))).toEqual({
      ok: false,
      reason: "unknown_concern",
    });
  });
});
