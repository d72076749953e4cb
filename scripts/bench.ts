/**
 * `npm run bench`: speed as ratios within one run on the same cores, since times alone say little on a shared machine.
 * Writes bench/results/<date>.json and prints a table.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { holdAppointment } from "@/lib/booking/commands";
import { availability } from "@/lib/booking/queries";
import type { HoldRequest } from "@/lib/booking/types";
import { getOffice } from "@/lib/offices/queries";
import { closeDb, db } from "@/lib/platform/db";
import { planSlots, publishWeek } from "@/lib/schedule/commands";
import { now } from "@/lib/time/clock";
import { applyMigrations } from "./migrate.mjs";
import { startThrowawayPostgres } from "./postgres.mjs";

type Row = { what: string; value: number; unit: string };
const rows: Row[] = [];

const letters = (index: number) => [...String(index)].map((digit) => "abcdefghij"[Number(digit)]).join("");

function request(index: number, startsAt: string): HoldRequest {
  return {
    office: "hagen",
    concern: "card-pickup",
    startsAt,
    person: { givenName: "Test", familyName: `Person ${letters(index)}`, birthDate: "1990-03-27" },
    email: `person-${index}@example.org`,
    locale: "de",
  };
}

/** Runs `count` tasks, `width` at a time; gives tasks per second. */
async function rate(
  count: number,
  width: number,
  task: (index: number) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < count) await task(next++);
    }),
  );
  return count / ((performance.now() - began) / 1000);
}

const postgres = await startThrowawayPostgres();
process.env.DATABASE_URL = postgres.url;
process.env.PORTAL_SECRET ??= "a secret for the benchmark with enough characters";
process.env.LOG_LEVEL = "silent";
await applyMigrations(postgres.url);

const hagen = getOffice("hagen");
if (!hagen) throw new Error("content/offices/hagen is missing");
const start = (await now()).toZonedDateTimeISO("Europe/Berlin").toPlainDate().add({ weeks: 1 });
const week = `${start.yearOfWeek}-W${String(start.weekOfYear).padStart(2, "0")}`;
const address = { office: "hagen", department: "auslaenderbehoerde", week };
await planSlots(address, "bench");
await publishWeek(address, "bench");
const found = await availability(hagen, "card-pickup");
const times =
  found?.days.flatMap((day) => day.times.flatMap((time) => Array<string>(time.free).fill(time.startsAt))) ??
  [];

await rate(500, 20, () => db().$queryRaw`SELECT 1`);
const floor = await rate(2000, 20, () => db().$queryRaw`SELECT 1`);
const wins = await rate(times.length, 20, (index) => holdAppointment(request(index, times[index] ?? "")));
const taken = times[0] ?? "";
const losses = await rate(times.length, 20, (index) => holdAppointment(request(10_000 + index, taken)));
rows.push({
  what: "claims that win, against an empty query of the same pool",
  value: wins / floor,
  unit: "ratio",
});
rows.push({
  what: "claims that lose (with alternatives), against claims that win",
  value: losses / wins,
  unit: "ratio",
});
rows.push({ what: "claims that win", value: wins, unit: "per second" });

// How the calendar grows with the slots of the department.
await db()
  .appointment.deleteMany()
  .catch(() => undefined);
let first = 0;
for (const slots of [300, 3000, 30_000]) {
  await db().$executeRaw`DELETE FROM slot`;
  await db().appointment.deleteMany();
  await db().$executeRaw`
    INSERT INTO slot (week_id, office, department, counter, starts_at, ends_at)
    SELECT (SELECT id FROM week LIMIT 1), 'hagen', 'auslaenderbehoerde', c, t, t + interval '15 minutes'
    FROM generate_series(1, ${slots / 150}::int) c,
      generate_series(date_trunc('hour', portal_now() + interval '1 day'), portal_now() + interval '1 day' + interval '2235 minutes', interval '15 minutes') t`;
  const calendars = await rate(40, 2, () => availability(hagen, "family-reunification"));
  first ||= calendars;
  rows.push({
    what: `calendars of ${slots} slots, against those of 300`,
    value: calendars / first,
    unit: "ratio",
  });
}

const table = rows.map(({ what, value, unit }) => ({ what, value: Number(value.toFixed(3)), unit }));
console.table(table);
mkdirSync("bench/results", { recursive: true });
writeFileSync(
  `bench/results/${(await now()).toString().slice(0, 10)}.json`,
  `${JSON.stringify(table, null, 2)}\n`,
);
await closeDb();
await postgres.stop();
