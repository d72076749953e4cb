import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { confirmAppointment, holdAppointment } from "@/lib/booking/commands";
import { appointmentById, availability } from "@/lib/booking/queries";
import type { HoldRequest } from "@/lib/booking/types";
import { getOffice } from "@/lib/offices/queries";
import { signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { holdRequest, publishHagen } from "../support/booking";
import { createDatabase, setClock } from "../support/database";

let drop: () => Promise<void>;

beforeAll(async () => {
  ({ drop } = await createDatabase());
});
afterAll(() => drop());

beforeEach(async () => {
  await setClock("2027-01-05T12:00:00+01:00");
  await db().$executeRaw`TRUNCATE appointment, week, message CASCADE`;
  await publishHagen("2027-W02");
});

async function hold(index = 1, changes: Partial<HoldRequest> = {}): Promise<string> {
  const result = await holdAppointment(holdRequest(index, changes));
  if (!result.ok) throw new Error(result.reason);
  return (await db().appointment.findFirstOrThrow({ where: { reference: result.reference } })).id;
}

async function booked(index = 1, changes: Partial<HoldRequest> = {}): Promise<string> {
  const id = await hold(index, changes);
  await confirmAppointment(signToken("confirm", id));
  return id;
}

describe("a visit of several", () => {
  const companions = [
    { givenName: "Second", familyName: "Person", birthDate: "2015-02-03" },
    { givenName: "Third", familyName: "Person", birthDate: "2018-06-07" },
  ];

  it("takes the slots of all concerns and persons, at one counter", async () => {
    const id = await booked(1, {
      furtherConcerns: ["change-of-conditions"],
      companions: companions.slice(0, 1),
    });
    const hagen = getOffice("hagen");
    const view = await appointmentById(id);
    expect(view).toMatchObject({
      furtherConcerns: ["change-of-conditions"],
      companions: companions.slice(0, 1),
    });
    const slots = await db().slot.findMany({ where: { appointmentId: id } });
    expect(slots).toHaveLength(view?.units ?? -1);
    expect(new Set(slots.map((slot) => slot.counter)).size).toBe(1);
    const alone = hagen && (await availability(hagen, "card-pickup"));
    const together = hagen && (await availability(hagen, "card-pickup", {}, { persons: 3 }));
    const count = (free: typeof alone) => free?.days.reduce((sum, day) => sum + day.times.length, 0) ?? 0;
    expect(count(together)).toBeLessThan(count(alone));
  });

  it("counts for everybody who comes: none of them can book another one, in whatever order they are named", async () => {
    await booked(1, { companions });
    for (const person of companions) {
      expect(await holdAppointment(holdRequest(9, { person }))).toMatchObject({ reason: "limit_person" });
    }
    expect(await holdAppointment(holdRequest(8, { companions: [...companions].reverse() }))).toMatchObject({
      reason: "limit_person",
    });
    expect(await db().appointment.count()).toBe(1);
    expect(await db().appointmentPerson.count()).toBe(3);
  });

  it("two families with common members at once: one has it, and nobody waits in a circle", async () => {
    for (let round = 0; round < 10; round += 1) {
      const results = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          holdAppointment(
            holdRequest(index, { companions: index % 2 ? companions : [...companions].reverse() }),
          ),
        ),
      );
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      expect(
        results.every((result) => result.ok || ["limit_person", "slot_taken"].includes(result.reason)),
      ).toBe(true);
      await db().$executeRaw`DELETE FROM appointment_event`;
      await db().$executeRaw`UPDATE slot SET appointment_id = NULL, claimed_until = NULL`;
      await db().appointment.deleteMany();
    }
  });

  it.each([
    ["a concern of another department", { furtherConcerns: ["loss-report"] }, "not_together"],
    ["an unknown one", { furtherConcerns: ["nothing"] }, "unknown_concern"],
    [
      "too many concerns",
      { furtherConcerns: ["settlement-permit", "change-of-conditions"] },
      "too_many_concerns",
    ],
    [
      "too many persons",
      {
        companions: Array.from({ length: 6 }, () => ({
          givenName: "A",
          familyName: "B",
          birthDate: "2000-01-01",
        })),
      },
      "too_many_persons",
    ],
  ])("is refused for %s", async (_, changes, reason) => {
    expect(await holdAppointment(holdRequest(1, changes))).toMatchObject({ ok: false, reason });
  });

  it("of one person named twice is refused", async () => {
    const { person } = holdRequest(1);
    expect(await holdAppointment(holdRequest(1, { companions: [person] }))).toMatchObject({
      reason: "limit_person",
    });
  });
});
