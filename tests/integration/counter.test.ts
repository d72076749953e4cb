import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cancelAppointment, cancelForOffice, noteAttendance } from "@/lib/booking/changes/commands";
import { holdAppointment } from "@/lib/booking/commands";
import { counterDay } from "@/lib/booking/day/queries";
import { availability } from "@/lib/booking/queries";
import { getOffice } from "@/lib/offices/queries";
import { signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { withdrawWeek } from "@/lib/schedule/commands";
import { holdRequest, leaveOneCounter, publishHagen } from "../support/booking";
import { createDatabase, setClock } from "../support/database";
import { address, clerk, confirmed, emptyWeeks, held } from "../support/weeks";

// What clerks do with the appointments of a day. Wednesday, 13 January 2027.
let url: string;
let drop: () => Promise<void>;
const other = "other-clerk@hagen.example";
const wednesday = Temporal.PlainDate.from("2027-01-13");
const policy = {
  zone: "Europe/Berlin",
  leadMinutes: 120,
  returnMinutes: [10, 120],
  night: ["21:00", "07:00"],
  offerMinutes: 30,
  unansweredAtMost: 3,
};
const department = { office: "hagen", department: "auslaenderbehoerde" };

beforeAll(async () => {
  ({ url, drop } = await createDatabase());
});
afterAll(() => drop());

beforeEach(async () => {
  await setClock("2027-01-05T12:00:00+01:00");
  await emptyWeeks(url);
  await db().message.deleteMany();
  await publishHagen("2027-W02");
});

const stored = (id: string) => db().appointment.findUniqueOrThrow({ where: { id } });
const notes = (id: string) =>
  db().appointmentEvent.findMany({
    where: { appointmentId: id, actor: { not: "applicant" } },
    orderBy: { id: "asc" },
    select: { kind: true, actor: true },
  });
const onTheDay = () => setClock("2027-01-13T10:05:00+01:00");

describe("attendance", () => {
  it("is noted with the clerk as actor, and taken back", async () => {
    const { id, reference } = await confirmed(1);
    await onTheDay();
    for (const to of ["checked_in", "confirmed", "missed", "checked_in", "served"] as const) {
      expect(await noteAttendance(reference, "hagen", to, clerk)).toEqual({ ok: true });
      expect((await stored(id)).state).toBe(to);
    }
    expect(await notes(id)).toEqual(
      ["checked_in", "note_withdrawn", "missed", "checked_in", "served"].map((kind) => ({
        kind,
        actor: clerk,
      })),
    );
  });

  it("is refused before the day, and a missed one before it begins", async () => {
    const { id, reference } = await confirmed(1);
    await setClock("2027-01-12T23:59:00+01:00");
    expect(await noteAttendance(reference, "hagen", "checked_in", clerk)).toEqual({
      ok: false,
      reason: "not_now",
    });
    await setClock("2027-01-13T09:59:00+01:00");
    expect(await noteAttendance(reference, "hagen", "missed", clerk)).toEqual({
      ok: false,
      reason: "not_now",
    });
    expect(await noteAttendance(reference, "hagen", "checked_in", clerk)).toEqual({ ok: true });
    expect((await stored(id)).state).toBe("checked_in");
  });

  it("of two clerks at once with different notes, one wins and the other is told", async () => {
    const { id, reference } = await confirmed(1);
    await onTheDay();
    const [one, two] = await Promise.all([
      noteAttendance(reference, "hagen", "served", clerk),
      noteAttendance(reference, "hagen", "missed", other),
    ]);
    expect([one.ok, two.ok].sort()).toEqual([false, true]);
    const winner = one.ok ? { kind: "served", actor: clerk } : { kind: "missed", actor: other };
    expect((await stored(id)).state).toBe(winner.kind);
    expect(await notes(id)).toEqual([winner]);
  });

  it("of many clerks at once with the same note, it is noted once and nobody is bothered", async () => {
    const { id, reference } = await confirmed(1);
    await onTheDay();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        noteAttendance(reference, "hagen", "checked_in", `clerk-${index}@hagen.example`),
      ),
    );
    expect(answers).toEqual(Array(8).fill({ ok: true }));
    expect(await notes(id)).toHaveLength(1);
  });

  it("of another office's appointment does not exist", async () => {
    const { id, reference } = await confirmed(1);
    await onTheDay();
    expect(await noteAttendance(reference, "erlangen", "checked_in", clerk)).toEqual({
      ok: false,
      reason: "not_found",
    });
    expect(await cancelForOffice(reference, "erlangen", clerk)).toEqual({ ok: false, reason: "not_found" });
    expect((await stored(id)).state).toBe("confirmed");
    expect(await notes(id)).toEqual([]);
  });

  it("does not come by itself: a day later the state is what it was", async () => {
    const { id } = await confirmed(1);
    await setClock("2027-01-14T12:00:00+01:00");
    expect((await counterDay(department, wednesday)).appointments[0]).toMatchObject({
      state: "confirmed",
      choices: ["checked_in", "served", "missed"],
      cancellable: false,
    });
    expect((await stored(id)).state).toBe("confirmed");
  });
});

/** Lets somebody wait for any place of the department, and deals what is on its way back. */
async function offersMade(): Promise<number> {
  await db().waitlistEntry.deleteMany();
  await db().$executeRaw`
    INSERT INTO waitlist_entry (office, department, concern, units, persons, person_key, email, mail_key, locale, joined_at, confirmed_at)
    VALUES ('hagen', 'auslaenderbehoerde', 'card-pickup', 1, '[]', 'waiting', 'waiting@example.org', 'waiting', 'de', portal_now(), portal_now())`;
  const [row] = await db().$queryRaw<{ made: number }[]>`
    SELECT make_offers('hagen', 'auslaenderbehoerde', 15, ${JSON.stringify(policy)}::jsonb) AS made`;
  return row?.made ?? -1;
}

describe("cancelling for the office", () => {
  it("closes the place: it is neither bookable nor offered, even later; the applicant gets the mail", async () => {
    await leaveOneCounter(url);
    const { id, reference } = await confirmed(1);
    expect(await cancelForOffice(reference, "hagen", clerk)).toEqual({ ok: true, id });
    expect(await cancelForOffice(reference, "hagen", clerk)).toEqual({ ok: true, id });
    expect(await notes(id)).toEqual([{ kind: "cancelled_by_office", actor: clerk }]);
    expect(await db().message.count({ where: { subjectId: id, kind: { startsWith: "cancelled" } } })).toBe(1);
    expect(await db().message.count({ where: { subjectId: id, kind: "cancelled_by_office" } })).toBe(1);
    expect(await offersMade()).toBe(0);
    await setClock("2027-01-12T12:00:00+01:00");
    expect(await holdAppointment(holdRequest(2))).toMatchObject({ ok: false, reason: "slot_taken" });
    const hagen = getOffice("hagen");
    if (!hagen) throw new Error("no Hagen");
    const day = { from: "2027-01-13", to: "2027-01-13" };
    const free = await availability(hagen, "card-pickup", day);
    const times = free?.days[0]?.times.map(({ startsAt }) => startsAt.slice(11, 16));
    expect(times).toContain("10:15");
    expect(times).not.toContain("10:00");
  });

  it("of an applicant's own cancellation the place is offered (negative control)", async () => {
    const { id } = await confirmed(1);
    await cancelAppointment(signToken("manage", id));
    expect(await offersMade()).toBe(1);
  });

  it("is refused once the appointment has begun, and for a hold that ran out", async () => {
    const first = await confirmed(1);
    const second = await held(2);
    await setClock("2027-01-05T12:25:00+01:00");
    expect(await cancelForOffice(second.reference, "hagen", clerk)).toEqual({
      ok: false,
      reason: "hold_expired",
    });
    await setClock("2027-01-13T10:00:00+01:00");
    expect(await cancelForOffice(first.reference, "hagen", clerk)).toEqual({ ok: false, reason: "too_late" });
  });

  it("leads in the end to a week that can be withdrawn", async () => {
    const rows = [await confirmed(1), await held(2), await confirmed(3)];
    expect(await withdrawWeek(address, clerk)).toEqual({ ok: false, reason: "has_appointments" });
    for (const { reference } of rows) await cancelForOffice(reference, "hagen", clerk);
    expect(await withdrawWeek(address, clerk)).toEqual({ ok: true });
  });
});
