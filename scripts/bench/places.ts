import { db } from "@/lib/platform/db";

/** Slots of a quarter of an hour at so many counters of Hagen, from tomorrow on, all free; those there were are gone. */
export async function makeSlots(slots: number, counters: number): Promise<string[]> {
  const quarters = Math.ceil(slots / counters);
  await db().$executeRaw`TRUNCATE appointment, week, message CASCADE`;
  await db().$executeRaw`
    WITH new_week AS (
      INSERT INTO week (office, department, week, starts_on, state, release_at)
      VALUES ('hagen', 'auslaenderbehoerde', '2026-W01', '2025-12-29', 'published', portal_now()) RETURNING id
    )
    INSERT INTO slot (week_id, office, department, counter, starts_at, ends_at)
    SELECT new_week.id, 'hagen', 'auslaenderbehoerde', counter, at, at + interval '15 minutes'
    FROM new_week, generate_series(1, ${counters}::int) counter,
      generate_series(0, ${quarters - 1}::int) quarter,
      LATERAL (SELECT date_trunc('hour', portal_now()) + interval '1 day' + quarter * interval '15 minutes' AS at) t`;
  await db().$executeRawUnsafe("ANALYZE");
  const rows = await db().$queryRaw<{ starts_at: Date }[]>`SELECT starts_at FROM slot ORDER BY random()`;
  return rows.map((row) => row.starts_at.toISOString());
}
