import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { confirmEntry, enterDraw, runDueDraws, withdrawEntry } from "@/lib/booking/draw/commands";
import { drawRecord, entryByToken } from "@/lib/booking/draw/queries";
import { db } from "@/lib/platform/db";
import { createDatabase, setClock, stopClock } from "../support/database";
import {
  afterDraw,
  beforeDraw,
  closing,
  duringDraw,
  enter,
  entryRequest,
  mailToken,
  publishDraw,
} from "../support/draws";
import { booked } from "../support/waitlist";

let url: string;
let drop: () => Promise<void>;
let draw: string;

beforeAll(async () => {
  ({ url, drop } = await createDatabase());
});
afterAll(() => drop());

beforeEach(async () => {
  await db().$executeRaw`TRUNCATE appointment, week, message, staff_event CASCADE`;
  await setClock(beforeDraw);
  draw = await publishDraw();
});

const inWeek = { startsAt: "2027-01-13T10:00:00+01:00" };

describe("an entry", () => {
  beforeEach(() => setClock(duringDraw));

  it("counts when the mail's button was pressed, and not before", async () => {
    const entered = await enterDraw(entryRequest(draw, 1));
    if (!entered.ok) expect.fail(entered.reason);
    expect(await entryByToken(entered.sentToken)).toBeNull();
    expect((await entryByToken(entered.sentToken, "draw-sent"))?.state).toBe("unconfirmed");
    expect(await confirmEntry(entered.sentToken)).toEqual({ ok: false, reason: "not_found" });
    const token = mailToken(entered.sentToken);
    expect(await confirmEntry(token)).toEqual({ ok: true });
    expect(await confirmEntry(token)).toEqual({ ok: true });
    expect((await entryByToken(token))?.state).toBe("confirmed");
    expect(await db().message.count({ where: { kind: "draw_entry" } })).toBe(1);
  });

  it("lapses unconfirmed", async () => {
    const entered = await enterDraw(entryRequest(draw, 1));
    await enter(draw, 2);
    await setClock(afterDraw);
    await runDueDraws();
    expect((await drawRecord(draw))?.entries).toHaveLength(1);
    const token = entered.ok ? mailToken(entered.sentToken) : "";
    expect((await entryByToken(token))?.state).toBe("lapsed");
    expect(await db().message.count({ where: { kind: { in: ["draw_won", "draw_lost"] } } })).toBe(1);
  });

  it("can be withdrawn until closing and made anew, under the same pseudonym", async () => {
    const token = await enter(draw, 1);
    const pseudonym = (await entryByToken(token))?.pseudonym;
    expect(pseudonym).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await withdrawEntry(token)).toEqual({ ok: true });
    expect(await withdrawEntry(token)).toEqual({ ok: true });
    expect(await confirmEntry(token)).toEqual({ ok: false, reason: "closed" });
    const again = await enter(draw, 1);
    expect((await entryByToken(again))?.pseudonym).toBe(pseudonym);
    await setClock(closing);
    expect(await withdrawEntry(again)).toEqual({ ok: false, reason: "closed" });
  });

  it("has a pseudonym that a name and a date of birth alone do not tell", async () => {
    const mine = await enterDraw(entryRequest(draw, 1));
    const theirs = await enterDraw(entryRequest(draw, 1, { email: "curious@example.org" }));
    const names = await db().drawEntry.findMany({ select: { pseudonym: true } });
    expect([mine.ok, theirs.ok]).toEqual([true, true]);
    expect(new Set(names.map(({ pseudonym }) => pseudonym)).size).toBe(2);
  });

  it.each([
    ["one tenth of a second before it opens", "2026-12-28T07:29:59.9+01:00", "not_open"],
    ["when it opens", "2026-12-28T07:30:00+01:00", null],
    ["one tenth of a second before closing", "2026-12-28T11:59:59.9+01:00", null],
    ["at closing", closing, "closed"],
  ])("made %s, by the clock of the database", async (_name, at, refusal) => {
    const letItRun = await stopClock(url, at);
    try {
      const entered = await enterDraw(entryRequest(draw, 1));
      expect(entered).toEqual(
        refusal ? { ok: false, reason: refusal } : { ok: true, sentToken: expect.any(String) },
      );
    } finally {
      await letItRun();
    }
  });

  it.each([
    ["2026-12-28T11:59:59.9+01:00", { ok: true }],
    [closing, { ok: false, reason: "closed" }],
  ])("confirmed at %s, by the clock of the database", async (at, answer) => {
    const entered = await enterDraw(entryRequest(draw, 1));
    const letItRun = await stopClock(url, at);
    try {
      expect(await confirmEntry(entered.ok ? mailToken(entered.sentToken) : "")).toEqual(answer);
    } finally {
      await letItRun();
    }
  });

  it("is refused to whoever has one already, or an appointment in the department, however the name is typed", async () => {
    const person = { givenName: "Élodie", familyName: "Groß-Müller", birthDate: "1980-01-02" };
    const again = { givenName: "GROSS MULLER", familyName: "elodie", birthDate: "1980-01-02" };
    await enter(draw, 1, { person });
    expect(await enterDraw(entryRequest(draw, 2, { person: again }))).toEqual({
      ok: false,
      reason: "limit_person",
    });

    await db().$executeRaw`UPDATE slot SET public_at = NULL`;
    await booked(3, inWeek);
    expect(await enterDraw(entryRequest(draw, 3))).toEqual({ ok: false, reason: "limit_person" });
  });

  it("is limited for each mail address: three unconfirmed, six in all, also at once", async () => {
    const email = "one@example.org";
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        enterDraw(entryRequest(draw, index, { email: index % 2 ? email : "One@Example.org" })),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(3);
    for (const result of results) if (result.ok) await confirmEntry(mailToken(result.sentToken));
    for (let index = 20; index < 23; index += 1) await enter(draw, index, { email });
    expect(await enterDraw(entryRequest(draw, 30, { email }))).toEqual({ ok: false, reason: "limit_mail" });
  });

  it("is refused with a day of another week, for another department, and for a draw that does not exist", async () => {
    const wishes = { days: ["2027-01-20"], parts: [] };
    expect(await enterDraw(entryRequest(draw, 1, { wishes }))).toEqual({ ok: false, reason: "unknown_day" });
    const unknown = { ok: false, reason: "unknown_draw" };
    expect(await enterDraw(entryRequest(draw, 1, { concern: "loss-report" }))).toEqual(unknown);
    expect(await enterDraw(entryRequest("5b6b3a4e-7f0c-4d52-9a55-0d8f5f1f6c01", 1))).toEqual(unknown);
    expect(await enterDraw(entryRequest("nothing", 1))).toEqual(unknown);
  });
});
