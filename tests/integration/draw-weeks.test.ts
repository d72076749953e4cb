import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { holdAppointment } from "@/lib/booking/commands";
import { enterDraw, runDueDraws } from "@/lib/booking/draw/commands";
import { drawRecord, entryByToken } from "@/lib/booking/draw/queries";
import { drawRecordSchema } from "@/lib/booking/draw/schema";
import { availability } from "@/lib/booking/queries";
import { getOffice } from "@/lib/offices/queries";
import { db } from "@/lib/platform/db";
import { planSlots, publishWeek, withdrawWeek } from "@/lib/schedule/commands";
import { weekSlots, weekSummary } from "@/lib/schedule/queries";
import { holdRequest } from "../support/booking";
import { createDatabase, setClock } from "../support/database";
import {
  afterDraw,
  beforeDraw,
  closing,
  drawWeek,
  duringDraw,
  enter,
  entryRequest,
  publishDraw,
} from "../support/draws";
import { slotsOfWeek } from "../support/weeks";

let drop: () => Promise<void>;
let draw: string;

beforeAll(async () => {
  ({ drop } = await createDatabase());
});
afterAll(() => drop());

beforeEach(async () => {
  await db().$executeRaw`TRUNCATE appointment, week, message, staff_event CASCADE`;
  await setClock(beforeDraw);
  draw = await publishDraw();
});

const hagen = () => getOffice("hagen") ?? expect.fail("no Hagen");
const freeDays = async () => (await availability(hagen(), "card-pickup"))?.days.length;
const inWeek = { startsAt: "2027-01-13T10:00:00+01:00" };

describe("a week that is a draw", () => {
  it("is announced with a commitment, and keeps its seed", async () => {
    const record = await drawRecord(draw);
    expect(drawRecordSchema.parse(record)).toEqual(record);
    expect(record).toMatchObject({
      ...drawWeek,
      state: "announced",
      opensAt: "2026-12-28T07:30:00+01:00",
      closesAt: closing,
    });
    const { seed } = await db().draw.findUniqueOrThrow({ where: { id: draw } });
    expect(JSON.stringify(record)).not.toContain(Buffer.from(seed).toString("hex"));
    expect(Object.keys(record ?? {})).not.toContain("entryCount");
  });

  it("shows its timetable to staff although its places are open to nobody", async () => {
    const states = (await weekSlots(drawWeek)).map((slot) => slot.state);
    expect(states).toEqual(Array(slotsOfWeek).fill("draw"));
    expect(await weekSummary(drawWeek)).toMatchObject({ draw: { state: "announced", entries: 0 } });
  });

  it("has another seed each time", async () => {
    await publishDraw({ ...drawWeek, week: "2027-W03" });
    const commitments = await db().draw.findMany({ select: { commitment: true } });
    expect(new Set(commitments.map(({ commitment }) => commitment)).size).toBe(2);
  });

  it.each([beforeDraw, duringDraw, closing, "2027-01-05T12:00:00+01:00"])(
    "cannot be booked first come at %s, as long as the draw has not run",
    async (at) => {
      await setClock(at);
      expect(await freeDays()).toBe(0);
      expect((await holdAppointment(holdRequest(1, inWeek))).ok).toBe(false);
      expect(await db().appointment.count()).toBe(0);
    },
  );

  it("could be booked at its release without the draw (negative control)", async () => {
    await db().$executeRaw`UPDATE slot SET public_at = NULL`;
    await setClock(duringDraw);
    expect(await freeDays()).toBe(4);
    expect(await holdAppointment(holdRequest(1, inWeek))).toMatchObject({ ok: true });
  });

  it("opens for everybody what nobody has won", async () => {
    await setClock(duringDraw);
    await enter(draw, 1);
    await setClock(afterDraw);
    expect(await runDueDraws()).toEqual([draw]);
    expect(await freeDays()).toBe(4);
    const others = Array.from({ length: 4 }, (_, index) => holdAppointment(holdRequest(index + 10, inWeek)));
    expect((await Promise.all(others)).filter((result) => result.ok).length).toBeGreaterThanOrEqual(3);
    expect((await weekSlots(drawWeek)).filter((slot) => slot.state === "booked")).toHaveLength(1);
  });

  it("is refused to a department without rules for it, and when no place would be left", async () => {
    const policy = hagen().departments[0]?.policy ?? expect.fail("no department");
    const { draw: rules } = policy;
    const later = { ...drawWeek, week: "2027-W03" };
    await planSlots(later, "test");
    try {
      delete policy.draw;
      expect(await publishWeek(later, "test", "draw")).toEqual({ ok: false, reason: "no_draw_policy" });
    } finally {
      if (rules) policy.draw = rules;
    }
    await setClock("2027-01-21T16:00:00+01:00");
    expect(await publishWeek(later, "test", "draw")).toEqual({ ok: false, reason: "too_late_for_draw" });
    expect(await db().week.findFirst({ where: later })).toMatchObject({ state: "draft", mode: "first_come" });
    expect(await publishWeek(later, "test")).toMatchObject({ ok: true });
  });

  it("opens at once and closes at the next noon when it is published late", async () => {
    await setClock("2027-01-06T15:00:00+01:00");
    const late = await publishDraw({ ...drawWeek, week: "2027-W03" });
    expect(await drawRecord(late)).toMatchObject({ state: "open", closesAt: "2027-01-07T12:00:00+01:00" });
  });

  it("can be taken back before the draw: whoever has entered gets a mail, and nothing is drawn", async () => {
    await setClock(duringDraw);
    const token = await enter(draw, 1);
    await enterDraw(entryRequest(draw, 2));
    expect(await withdrawWeek(drawWeek, "test")).toEqual({ ok: true });
    expect(await db().message.count({ where: { kind: "draw_cancelled" } })).toBe(1);
    expect((await entryByToken(token))?.state).toBe("cancelled");
    expect(await enterDraw(entryRequest(draw, 3))).toEqual({ ok: false, reason: "closed" });
    await setClock(afterDraw);
    expect(await runDueDraws()).toEqual([]);
    expect((await drawRecord(draw))?.state).toBe("cancelled");
    const anew = await publishDraw();
    expect(anew).not.toBe(draw);
    expect(await enterDraw(entryRequest(anew, 1))).toMatchObject({ ok: true });
  });

  it("is drawn once: taken back afterwards, it opens without a draw", async () => {
    await setClock(afterDraw);
    expect(await runDueDraws()).toEqual([draw]);
    expect(await withdrawWeek(drawWeek, "test")).toEqual({ ok: true });
    expect(await planSlots(drawWeek, "test")).toMatchObject({ ok: true });
    expect(await publishWeek(drawWeek, "test", "draw")).toEqual({ ok: false, reason: "drawn_already" });
    expect(await publishWeek(drawWeek, "test")).toMatchObject({ ok: true });
    expect(await freeDays()).toBe(4);
  });
});
