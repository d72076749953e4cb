import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cancelAppointment } from "@/lib/booking/changes/commands";
import { confirmAppointment, holdAppointment } from "@/lib/booking/commands";
import { signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { planSlots, publishWeek, withdrawWeek } from "@/lib/schedule/commands";
import { comingWeeks, draftWeek, weekSlots, weekSummary } from "@/lib/schedule/queries";
import { holdRequest, publishHagen } from "../support/booking";
import { asOwner, createDatabase, setClock } from "../support/database";
import { address, clerk, emptyWeeks, idOf, slotsOfWeek, stateOf } from "../support/weeks";

let url: string;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ url, drop } = await createDatabase());
  await setClock("2027-01-05T12:00:00+01:00");
});
afterAll(() => drop());
beforeEach(() => emptyWeeks(url));

describe("a week", () => {
  it("is planned, published, withdrawn and planned anew, and every step is written down", async () => {
    expect(await weekSummary(address)).toMatchObject({
      state: "none",
      slots: 0,
      released: true,
      over: false,
    });
    expect(await planSlots(address, clerk)).toEqual({ ok: true, slots: slotsOfWeek });
    expect(await weekSummary(address)).toMatchObject({
      state: "draft",
      slots: slotsOfWeek,
      held: 0,
      booked: 0,
    });
    expect(await holdAppointment(holdRequest(1))).toMatchObject({ ok: false, reason: "outside_window" });

    expect(await publishWeek(address, clerk)).toMatchObject({ ok: true });
    expect(await stateOf()).toBe("published");
    const hold = await holdAppointment(holdRequest(1));
    expect(await cancelAppointment(signToken("manage", idOf(hold)))).toMatchObject({ ok: true });

    expect(await withdrawWeek(address, clerk)).toEqual({ ok: true });
    expect(await stateOf()).toBe("withdrawn");
    expect(await holdAppointment(holdRequest(2))).toMatchObject({ ok: false, reason: "outside_window" });
    expect((await weekSlots(address)).every((slot) => slot.state === "closed")).toBe(true);
    expect(await publishWeek(address, clerk)).toEqual({ ok: false, reason: "not_planned" });

    expect(await planSlots(address, clerk)).toEqual({ ok: true, slots: slotsOfWeek });
    expect(await publishWeek(address, clerk)).toMatchObject({ ok: true });
    expect(await holdAppointment(holdRequest(3))).toMatchObject({ ok: true });

    const events = await db().staffEvent.findMany({ orderBy: { id: "asc" } });
    expect(events.map((event) => event.action)).toEqual([
      "week.planned",
      "week.published",
      "week.withdrawn",
      "week.planned",
      "week.published",
    ]);
    expect(events.every((event) => event.actor === clerk)).toBe(true);
    expect(events[0]?.subject).toEqual(address);
  });

  it("is not planned, published or withdrawn out of turn", async () => {
    const refused = (reason: string) => ({ ok: false, reason });
    expect(await publishWeek(address, clerk)).toEqual(refused("not_planned"));
    expect(await withdrawWeek(address, clerk)).toEqual(refused("not_published"));
    await planSlots(address, clerk);
    expect(await withdrawWeek(address, clerk)).toEqual(refused("not_published"));
    await publishWeek(address, clerk);
    expect(await publishWeek(address, clerk)).toEqual(refused("already_published"));
    expect(await planSlots(address, clerk)).toEqual(refused("already_published"));
    await withdrawWeek(address, clerk);
    expect(await withdrawWeek(address, clerk)).toEqual(refused("not_published"));
    expect(await db().staffEvent.count()).toBe(3);
  });

  it("that is over cannot be planned; the current one can", async () => {
    expect(await planSlots({ ...address, week: "2026-W53" }, clerk)).toEqual({
      ok: false,
      reason: "week_past",
    });
    expect(await weekSummary({ ...address, week: "2026-W53" })).toMatchObject({ over: true });
    expect(await planSlots({ ...address, week: "2027-W01" }, clerk)).toMatchObject({ ok: true });
  });

  it.each(["2027-W53", "2027-W00", "2027-02", ""])("called %j does not exist", async (week) => {
    const unknown = { ...address, week };
    expect(draftWeek(unknown)).toEqual({ ok: false, reason: "unknown_week" });
    expect(await planSlots(unknown, clerk)).toEqual({ ok: false, reason: "unknown_week" });
    expect(await weekSummary(unknown)).toBeNull();
    expect(await publishWeek(unknown, clerk)).toEqual({ ok: false, reason: "not_planned" });
    expect(await withdrawWeek(unknown, clerk)).toEqual({ ok: false, reason: "not_published" });
  });

  it.each([{ office: "nowhere" }, { department: "nowhere" }])("of %j does not exist", async (elsewhere) => {
    const unknown = { ...address, ...elsewhere };
    expect(await planSlots(unknown, clerk)).toEqual({ ok: false, reason: "unknown_department" });
    expect(await weekSummary(unknown)).toBeNull();
    expect(await comingWeeks(unknown.office, unknown.department, 8)).toEqual([]);
  });

  it("is among the coming eight, with its release", async () => {
    await publishHagen(address.week);
    const weeks = await comingWeeks("hagen", "auslaenderbehoerde", 8);
    expect(weeks.map((week) => week.week)).toEqual(
      ["01", "02", "03", "04", "05", "06", "07", "08"].map((week) => `2027-W${week}`),
    );
    expect(weeks[1]).toMatchObject({
      state: "published",
      released: true,
      startsOn: "2027-01-11",
      endsOn: "2027-01-15",
    });
    expect(weeks[4]).toMatchObject({
      state: "none",
      released: false,
      releaseAt: "2027-01-18T07:30:00+01:00",
    });
  });

  it("with a hold or an appointment cannot be withdrawn, with an expired or cancelled one it can", async () => {
    await publishHagen(address.week);
    const refused = { ok: false, reason: "has_appointments" };
    const id = idOf(await holdAppointment(holdRequest(1)));
    expect(await withdrawWeek(address, clerk)).toEqual(refused);
    expect(await confirmAppointment(signToken("confirm", id))).toMatchObject({ ok: true });
    expect(await withdrawWeek(address, clerk)).toEqual(refused);
    expect(await weekSummary(address)).toMatchObject({ state: "published", held: 0, booked: 1 });
    expect(await cancelAppointment(signToken("manage", id))).toMatchObject({ ok: true });

    const late = idOf(await holdAppointment(holdRequest(2)));
    await asOwner(
      url,
      `UPDATE slot SET claimed_until = claimed_until - interval '1 hour' WHERE appointment_id = '${late}';
       UPDATE appointment SET held_at = held_at - interval '1 hour', hold_expires_at = hold_expires_at - interval '1 hour',
         occupied_until = occupied_until - interval '1 hour' WHERE id = '${late}'`,
    );
    expect(await weekSummary(address)).toMatchObject({ held: 0, booked: 0 });
    expect(await withdrawWeek(address, clerk)).toEqual({ ok: true });
    // The link in the mail leads nowhere after that, also when the week has new slots.
    expect(await planSlots(address, clerk)).toEqual({ ok: true, slots: slotsOfWeek });
    expect(await confirmAppointment(signToken("confirm", late))).toEqual({
      ok: false,
      reason: "hold_expired",
    });
  });

  it("shows who comes, once for an appointment of several slots", async () => {
    await publishHagen(address.week);
    const long = await holdAppointment(
      holdRequest(1, { concern: "family-reunification", startsAt: "2027-01-13T09:00:00+01:00" }),
    );
    await confirmAppointment(signToken("confirm", idOf(long)));
    await holdAppointment(holdRequest(2, { startsAt: "2027-01-13T10:00:00+01:00" }));
    const slots = await weekSlots(address);
    expect(slots).toHaveLength(slotsOfWeek);
    const booked = slots.filter((slot) => slot.state === "booked");
    expect(booked.map((slot) => [slot.startsAt.slice(11, 16), slot.appointment?.first])).toEqual([
      ["09:00", true],
      ["09:15", false],
      ["09:30", false],
    ]);
    expect(new Set(booked.map((slot) => slot.counter)).size).toBe(1);
    expect(booked[0]?.appointment).toEqual({
      reference: long.ok && long.reference,
      name: "Test Person b",
      concern: "family-reunification",
      first: true,
    });
    expect(slots.filter((slot) => slot.state === "held")).toHaveLength(1);
    expect(await weekSummary(address)).toMatchObject({ held: 1, booked: 3 });
  });
});
