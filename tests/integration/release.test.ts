import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holdAppointment } from "@/lib/booking/commands";
import { availability } from "@/lib/booking/queries";
import { getOffice } from "@/lib/offices/queries";
import { db } from "@/lib/platform/db";
import { now } from "@/lib/time/clock";
import { holdRequest, publishHagen } from "../support/booking";
import { createDatabase, setClock, stopClock } from "../support/database";

let url: string;
let drop: () => Promise<void>;
const zoneOfProcess = process.env.TZ;

beforeAll(async () => {
  ({ url, drop } = await createDatabase());
});
afterAll(async () => {
  process.env.TZ = zoneOfProcess;
  await drop();
});

// Week, its release, and a slot in it: the week of each clock change, one across it, and the turn of the year.
const cases = [
  {
    name: "the week before summer time",
    week: "2027-W12",
    release: "2027-03-08T07:30:00+01:00",
    slot: "2027-03-22T14:30:00+01:00",
  },
  {
    name: "the week after it, released before it",
    week: "2027-W13",
    release: "2027-03-15T07:30:00+01:00",
    slot: "2027-03-31T08:30:00+02:00",
  },
  {
    name: "a week released on the first day of summer time",
    week: "2027-W15",
    release: "2027-03-29T07:30:00+02:00",
    slot: "2027-04-12T14:30:00+02:00",
  },
  {
    name: "the week after the end of summer time",
    week: "2027-W44",
    release: "2027-10-18T07:30:00+02:00",
    slot: "2027-11-04T14:30:00+01:00",
  },
  {
    name: "a week released on the first day of winter time",
    week: "2027-W46",
    release: "2027-11-01T07:30:00+01:00",
    slot: "2027-11-15T14:30:00+01:00",
  },
  {
    name: "the week across the end of the year",
    week: "2026-W53",
    release: "2026-12-14T07:30:00+01:00",
    slot: "2026-12-30T08:30:00+01:00",
  },
  {
    name: "the first week of the year, released in the old one",
    week: "2027-W01",
    release: "2026-12-21T07:30:00+01:00",
    slot: "2027-01-06T08:30:00+01:00",
  },
];

describe.each(["Asia/Kathmandu", "America/New_York", "Europe/Berlin"])("in a process in %s", (zone) => {
  beforeAll(() => {
    process.env.TZ = zone;
  });

  it.each(cases)(
    "gives $name at 07:30:00 by the database's clock, and not before",
    async ({ week, release, slot }) => {
      const releaseAt = Temporal.Instant.from(release);
      await setClock(releaseAt.subtract({ hours: 1 }).toString());
      await db().$executeRaw`TRUNCATE appointment, week CASCADE`;
      await publishHagen(week);
      await setClock(releaseAt.subtract({ milliseconds: 1500 }).toString());

      // Ask again and again over the instant; each answer is judged by the clock before and after it.
      let refused = 0;
      for (let index = 0; ; index += 1) {
        const before = await now();
        const result = await holdAppointment(holdRequest(index, { startsAt: slot }));
        const after = await now();
        if (result.ok) {
          expect(Temporal.Instant.compare(after, releaseAt)).toBeGreaterThanOrEqual(0);
          break;
        }
        expect(result.reason).toBe("outside_window");
        expect(Temporal.Instant.compare(before, releaseAt)).toBeLessThan(0);
        refused += 1;
      }
      expect(refused).toBeGreaterThan(0);
      const row = await db().appointment.findFirstOrThrow();
      expect(row.startsAt.toISOString()).toBe(new Date(slot).toISOString());
    },
  );

  it.each(cases)(
    "refuses $name at 07:29:59.9 and gives it at 07:30:00.0",
    async ({ week, release, slot }) => {
      const releaseAt = Temporal.Instant.from(release);
      await setClock(releaseAt.subtract({ hours: 1 }).toString());
      await db().$executeRaw`TRUNCATE appointment, week CASCADE`;
      await publishHagen(week);
      const answerAt = async (instant: Temporal.Instant) => {
        const letItRun = await stopClock(url, instant.toString());
        try {
          return await holdAppointment(holdRequest(1, { startsAt: slot }));
        } finally {
          await letItRun();
        }
      };
      const refused = await answerAt(releaseAt.subtract({ milliseconds: 100 }));
      expect(refused).toEqual({ ok: false, reason: "outside_window" });
      expect(await answerAt(releaseAt)).toMatchObject({ ok: true });
    },
  );
});

it("refuses at 07:29:59.9 what it gives at 07:30:00, and shows the same", async () => {
  const hagen = getOffice("hagen");
  if (!hagen) throw new Error("no Hagen");
  await setClock("2026-11-30T07:00:00+01:00");
  await db().$executeRaw`TRUNCATE appointment, week CASCADE`;
  for (const week of ["2026-W50", "2026-W51"]) await publishHagen(week);
  const lastDay = async () => (await availability(hagen, "card-pickup"))?.days.at(-1)?.date;
  await setClock("2026-11-30T07:29:59.000+01:00");
  expect(await lastDay()).toBe("2026-12-11");
  await setClock("2026-11-30T07:30:00.000+01:00");
  expect(await lastDay()).toBe("2026-12-18");
});

it("opens a week at once that is published after its release", async () => {
  await setClock("2026-12-09T12:00:00+01:00");
  await db().$executeRaw`TRUNCATE appointment, week CASCADE`;
  await publishHagen("2026-W51");
  expect(await holdAppointment(holdRequest(1, { startsAt: "2026-12-17T14:30:00+01:00" }))).toMatchObject({
    ok: true,
  });
});

it("keeps the lead time of two hours", async () => {
  await setClock("2026-12-17T12:31:00+01:00");
  expect(await holdAppointment(holdRequest(2, { startsAt: "2026-12-17T14:30:00+01:00" }))).toMatchObject({
    ok: false,
    reason: "outside_window",
  });
  expect(await holdAppointment(holdRequest(2, { startsAt: "2026-12-17T14:45:00+01:00" }))).toMatchObject({
    ok: true,
  });
});
