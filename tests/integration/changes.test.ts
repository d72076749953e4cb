import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cancelAppointment } from "@/lib/booking/changes/commands";
import { confirmAppointment, holdAppointment } from "@/lib/booking/commands";
import { availability } from "@/lib/booking/queries";
import { getOffice } from "@/lib/offices/queries";
import { signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { holdRequest, leaveOneCounter, publishHagen } from "../support/booking";
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

describe("confirming and cancelling", () => {
  async function hold() {
    await holdAppointment(holdRequest(1));
    return (await db().appointment.findFirstOrThrow()).id;
  }

  it("confirms once and answers the same again, with one mail", async () => {
    const id = await hold();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => confirmAppointment(signToken("confirm", id))),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: true });
    expect(await db().message.groupBy({ by: ["kind"], _count: true, orderBy: { kind: "asc" } })).toEqual([
      { kind: "confirmed", _count: 1 },
      { kind: "hold", _count: 1 },
      { kind: "reminder_24", _count: 1 },
      { kind: "reminder_72", _count: 1 },
    ]);
  });

  it("keeps a confirmed place after the hold's time", async () => {
    await leaveOneCounter(url);
    const id = await hold();
    await confirmAppointment(signToken("confirm", id));
    await setClock("2027-01-06T12:00:00+01:00");
    expect(await holdAppointment(holdRequest(2))).toMatchObject({ ok: false, reason: "slot_taken" });
    await setClock("2027-01-05T12:00:00+01:00");
  });

  it("gives the person free at once and the place later when it is cancelled, and answers the same again", async () => {
    await leaveOneCounter(url);
    const id = await hold();
    await confirmAppointment(signToken("confirm", id));
    expect(await cancelAppointment(signToken("manage", id))).toEqual({ ok: true, id });
    expect(await cancelAppointment(signToken("manage", id))).toEqual({ ok: true, id });
    expect(await db().slot.count({ where: { appointmentId: id } })).toBe(0);
    expect(await holdAppointment(holdRequest(1))).toMatchObject({ ok: false, reason: "slot_taken" });
    await setClock("2027-01-05T12:09:00+01:00");
    expect(await holdAppointment(holdRequest(1))).toMatchObject({ ok: false, reason: "slot_taken" });
    await setClock("2027-01-05T14:01:00+01:00");
    expect(await holdAppointment(holdRequest(1))).toMatchObject({ ok: true });
    await setClock("2027-01-05T12:00:00+01:00");
  });

  it("takes no token of another purpose, and no invented one", async () => {
    const id = await hold();
    for (const token of [signToken("manage", id), "", "x".repeat(54), "../../etc"]) {
      expect(await confirmAppointment(token)).toEqual({ ok: false, reason: "not_found" });
    }
    expect(await cancelAppointment(signToken("confirm", id))).toEqual({ ok: false, reason: "not_found" });
  });
});

describe("availability", () => {
  it("counts the counters at which the whole concern fits, and nothing else", async () => {
    const hagen = getOffice("hagen");
    if (!hagen) throw new Error("no Hagen");
    await holdAppointment(holdRequest(1));
    const found = await availability(hagen, "family-reunification", { from: "2027-01-13", to: "2027-01-13" });
    const times = new Map(found?.days[0]?.times.map((time) => [time.startsAt.slice(11, 16), time.free]));
    expect(times.get("09:15")).toBe(4);
    // 10:00 is taken at one counter, so the three quarters before and at it have one less.
    expect([times.get("09:30"), times.get("09:45"), times.get("10:00"), times.get("10:15")]).toEqual([
      3, 3, 3, 4,
    ]);
    expect(times.has("11:15")).toBe(true);
    expect(times.has("11:30")).toBe(false);
  });
});
