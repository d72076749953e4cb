import { runDueDraws } from "@/lib/booking/draw/commands";
import { drawRecord } from "@/lib/booking/draw/queries";
import { db } from "@/lib/platform/db";
import { planSlots, publishWeek } from "@/lib/schedule/commands";
import type { WeekAddress } from "@/lib/schedule/types";
import { isoWeek } from "@/lib/time/calendar";
import { now } from "@/lib/time/clock";
import { verify } from "../verify-draw.mjs";
import type { Suite } from "./types";

const seconds = (since: number) => (performance.now() - since) / 1000;

/**
 * Draws `entries` entries with weights, lengths and wishes for `places` places of a week that nobody has planned; gives
 * the seconds of the whole draw, with everything that it writes, and of checking its record.
 */
async function timeDraw(address: WeekAddress, entries: number, places: number) {
  await planSlots(address, "bench");
  await publishWeek(address, "bench", "draw");
  const { office, department, week } = address;
  const draw = await db().draw.findFirstOrThrow({ where: { office, department, week } });
  // As many places as asked for, in quarters of an hour at ten counters, in the days of the week.
  await db().$executeRaw`DELETE FROM slot WHERE week_id = ${draw.weekId}::uuid`;
  await db().$executeRaw`
    INSERT INTO slot (week_id, office, department, counter, starts_at, ends_at, public_at)
    SELECT w.id, w.office, w.department, 1 + n % 10, t, t + interval '15 minutes', 'infinity'
    FROM week w, generate_series(0, ${places - 1}::int) n,
      LATERAL (SELECT w.starts_on::timestamptz + n / 100 * interval '1 day' + interval '8 hours' + n / 10 % 10 * interval '15 minutes' AS t) at
    WHERE w.id = ${draw.weekId}::uuid`;
  await db().$executeRaw`
    INSERT INTO draw_entry (draw_id, pseudonym, person_key, given_name, family_name, birth_date, email, mail_key, locale,
      concern, units, days, parts, permit_expires_on, entered_at, confirmed_at)
    SELECT d.id, 'P-' || n, 'person ' || n, 'Test', 'Person', '1990-03-27', 'person-' || n || '@example.org', 'mail ' || n,
      'de', 'card-pickup', 1 + n % 3, CASE WHEN n % 2 = 0 THEN ARRAY[(w.starts_on + n % 3)::text] ELSE '{}' END,
      CASE WHEN n % 5 = 0 THEN '{morning}'::text[] ELSE '{}' END, CASE WHEN n % 7 = 0 THEN w.starts_on END,
      portal_now(), portal_now()
    FROM draw d JOIN week w ON w.id = d.week_id, generate_series(1, ${entries}::int) n WHERE d.id = ${draw.id}::uuid`;
  await db().$executeRaw`ANALYZE draw_entry, draw_entry_person, slot`;
  // It has just closed. Nobody may change the times of a draw, so the guard is taken away for a moment.
  await db().$executeRaw`ALTER TABLE draw DISABLE TRIGGER draw_stays`;
  await db()
    .$executeRaw`UPDATE draw SET opens_at = portal_now() - interval '5 hours', closes_at = date_trunc('second', portal_now()) WHERE id = ${draw.id}::uuid`;
  await db().$executeRaw`ALTER TABLE draw ENABLE TRIGGER draw_stays`;

  const began = performance.now();
  await runDueDraws();
  const drawing = seconds(began);
  const record = JSON.parse(JSON.stringify(await drawRecord(draw.id)));
  const checked = performance.now();
  const wrong = verify(record);
  if (wrong) throw new Error(`the draw of the benchmark is wrong: ${wrong}`);
  const won = await db().appointment.count({ where: { drawEntries: { some: { drawId: draw.id } } } });
  return { drawing, checking: seconds(checked), won };
}

/** A draw as large as they come, from the entries in the database to the appointments, the mails and the record. */
export const draw: Suite = async () => {
  const monday = (await now()).toZonedDateTimeISO("Europe/Berlin").toPlainDate().add({ weeks: 6 });
  const address = { office: "hagen", department: "auslaenderbehoerde", week: isoWeek(monday) };
  const { drawing, checking, won } = await timeDraw(address, 10_000, 300);
  return [
    { what: "a draw of 10,000 entries for 300 places", value: drawing, unit: "seconds, must be under 5" },
    { what: "… appointments that were won", value: won, unit: "" },
    { what: "… checking its public record", value: checking, unit: "seconds" },
  ];
};
