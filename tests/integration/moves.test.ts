import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cancelAppointment, extendHold, moveAppointment } from "@/lib/booking/changes/commands";
import { confirmAppointment, holdAppointment } from "@/lib/booking/commands";
import { appointmentById } from "@/lib/booking/queries";
import type { HoldRequest } from "@/lib/booking/types";
import { signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { holdRequest, leaveOneCounter, publishHagen } from "../support/booking";
import { createDatabase, setClock } from "../support/database";

let url: string;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ url, drop } = await createDatabase());
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

const move = (id: string, startsAt: string) => moveAppointment(signToken("manage", id), startsAt);
const slotsOf = async (id: string) =>
  (await db().slot.findMany({ where: { appointmentId: id }, orderBy: { startsAt: "asc" } })).map((slot) =>
    slot.startsAt.toISOString().slice(11, 16),
  );
/** A return that takes no time, so that one place can be moved to and from again and again. */
const atOnce = JSON.stringify({
  zone: "Europe/Berlin",
  leadMinutes: 0,
  returnMinutes: [0, 0],
  night: ["00:00", "00:00"],
});

describe("moving", () => {
  it("takes the new place, gives the old one back later, and tells so", async () => {
    await leaveOneCounter(url);
    const id = await booked();
    expect(await move(id, "2027-01-13T11:00:00+01:00")).toEqual({ ok: true, id });
    expect(await slotsOf(id)).toEqual(["10:00"]);
    expect(await appointmentById(id)).toMatchObject({
      startsAt: "2027-01-13T11:00:00+01:00",
      endsAt: "2027-01-13T11:15:00+01:00",
      sequence: 1,
      state: "confirmed",
    });
    const event = await db().appointmentEvent.findFirstOrThrow({ where: { kind: "moved" } });
    expect(event).toMatchObject({ actor: "applicant" });
    expect(event.data).toMatchObject({ from: expect.stringContaining("2027-01-13T09:00") });
    expect(await db().message.count({ where: { kind: "moved" } })).toBe(1);
    const reminders = await db().message.findMany({ where: { kind: "reminder_72" }, orderBy: { id: "asc" } });
    expect(reminders.map((reminder) => reminder.data)).toEqual([{ sequence: 0 }, { sequence: 1 }]);
    expect(reminders[1]?.dueAt.toISOString()).toBe("2027-01-10T10:00:00.000Z");

    expect(await holdAppointment(holdRequest(2))).toMatchObject({ ok: false, reason: "slot_taken" });
    await setClock("2027-01-05T14:01:00+01:00");
    expect(await holdAppointment(holdRequest(2))).toMatchObject({ ok: true });
  });

  it("takes a place that somebody else had in between and gave up", async () => {
    await leaveOneCounter(url);
    const id = await booked();
    const other = await booked(2, { startsAt: "2027-01-13T11:00:00+01:00" });
    await cancelAppointment(signToken("manage", other));
    await setClock("2027-01-05T15:00:00+01:00");
    expect(await move(id, "2027-01-13T11:00:00+01:00")).toEqual({ ok: true, id });
    expect(await slotsOf(id)).toEqual(["10:00"]);
  });

  it("keeps the old place when the new one is taken, and offers others", async () => {
    await leaveOneCounter(url);
    const id = await booked();
    await booked(2, { startsAt: "2027-01-13T11:00:00+01:00" });
    const result = await move(id, "2027-01-13T11:00:00+01:00");
    expect(result).toMatchObject({ ok: false, reason: "slot_taken" });
    expect(result.ok || result.reason !== "slot_taken" ? [] : result.alternatives).toHaveLength(5);
    expect(await slotsOf(id)).toEqual(["09:00"]);
    expect(await appointmentById(id)).toMatchObject({ sequence: 0 });
  });

  it("may overlap with the place it leaves", async () => {
    await leaveOneCounter(url);
    const id = await booked(1, { concern: "family-reunification" });
    expect(await slotsOf(id)).toEqual(["09:00", "09:15", "09:30"]);
    expect(await move(id, "2027-01-13T10:15:00+01:00")).toEqual({ ok: true, id });
    expect(await slotsOf(id)).toEqual(["09:15", "09:30", "09:45"]);
    const left = await db().slot.findFirstOrThrow({ where: { startsAt: "2027-01-13T09:00:00Z" } });
    expect(left).toMatchObject({ appointmentId: null, publicAt: expect.any(Date) });
  });

  it("to where it is already changes nothing, and tells nobody", async () => {
    const id = await booked();
    expect(await move(id, "2027-01-13T10:00:00+01:00")).toEqual({ ok: true, id });
    expect(await db().message.count({ where: { kind: "moved" } })).toBe(0);
  });

  it.each([
    ["a time that is none", "tomorrow", "outside_window"],
    ["a time without slots", "2027-01-12T10:00:00+01:00", "outside_window"],
    ["a time that is over", "2027-01-04T15:00:00+01:00", "outside_window"],
  ])("is refused to %s", async (_, startsAt, reason) => {
    const id = await booked();
    expect(await move(id, startsAt)).toEqual({ ok: false, reason });
  });

  it("is refused for a hold, after the beginning, and with another token", async () => {
    const id = await hold();
    expect(await move(id, "2027-01-13T11:00:00+01:00")).toEqual({ ok: false, reason: "not_confirmed" });
    await confirmAppointment(signToken("confirm", id));
    expect(await moveAppointment(signToken("hold", id), "2027-01-13T11:00:00+01:00")).toEqual({
      ok: false,
      reason: "not_found",
    });
    await setClock("2027-01-13T10:00:00+01:00");
    expect(await move(id, "2027-01-13T11:45:00+01:00")).toEqual({ ok: false, reason: "too_late" });
  });

  it("200 at once between two places leaves everybody one place, twenty times", async () => {
    await leaveOneCounter(url);
    const ids = [await booked(1), await booked(2, { startsAt: "2027-01-13T10:15:00+01:00" })];
    const places = ["2027-01-13T10:00:00+01:00", "2027-01-13T10:15:00+01:00", "2027-01-13T10:30:00+01:00"];
    for (let round = 0; round < 20; round += 1) {
      const outcomes = await Promise.all(
        Array.from({ length: 200 }, async (_, index) => {
          const [row] = await db().$queryRaw<{ outcome: string }[]>`
            SELECT move_appointment(${ids[index % 2]}::uuid, 15, ${places[(index + round) % 3]}::timestamptz,
              interval '0', 'applicant', ${atOnce}::jsonb) AS outcome`;
          return row?.outcome;
        }),
      );
      expect(new Set(outcomes.filter((outcome) => outcome !== "moved" && outcome !== "slot_taken"))).toEqual(
        new Set(),
      );
      const held = await db().slot.groupBy({
        by: ["appointmentId"],
        where: { appointmentId: { in: ids } },
        _count: true,
      });
      expect(held.map((row) => row._count)).toEqual([1, 1]);
      const apart = await db().$queryRaw<{ n: number }[]>`
        SELECT count(*)::int AS n FROM appointment a JOIN slot s ON s.appointment_id = a.id AND s.starts_at = a.starts_at AND s.counter = a.counter`;
      expect(apart[0]?.n).toBe(2);
    }
  });
});

describe("extending a hold", () => {
  const extend = (id: string) => extendHold(signToken("hold", id));

  it("gives ten minutes more, once, to the place and to the person", async () => {
    await leaveOneCounter(url);
    const id = await hold();
    await setClock("2027-01-05T12:15:00+01:00");
    const before = await db().appointment.findUniqueOrThrow({ where: { id } });
    expect(await extend(id)).toMatchObject({ ok: true });
    const after = await db().appointment.findUniqueOrThrow({ where: { id } });
    expect(after.holdExpiresAt.getTime() - before.holdExpiresAt.getTime()).toBe(600_000);
    expect(await extend(id)).toEqual({ ok: false, reason: "already_extended" });
    await setClock("2027-01-05T12:25:00+01:00");
    expect(await holdAppointment(holdRequest(2))).toMatchObject({ reason: "slot_taken" });
    expect(await holdAppointment(holdRequest(1, { startsAt: "2027-01-13T11:00:00+01:00" }))).toMatchObject({
      reason: "limit_person",
    });
    expect(await confirmAppointment(signToken("confirm", id))).toMatchObject({ ok: true });
  });

  it("is refused when it has run out, when it is confirmed, and with another token", async () => {
    const id = await hold();
    expect(await extendHold(signToken("manage", id))).toEqual({ ok: false, reason: "not_found" });
    await setClock("2027-01-05T12:20:01+01:00");
    expect(await extend(id)).toEqual({ ok: false, reason: "hold_expired" });
    const other = await booked(2);
    expect(await extend(other)).toEqual({ ok: false, reason: "hold_expired" });
  });
});
