import "server-only";
import { Temporal } from "temporal-polyfill";
import { db } from "@/lib/platform/db";

/** The instant of the one clock, the database's (`portal_now()`), with the offset of PORTAL_CLOCK_OFFSET in it. */
export async function now(): Promise<Temporal.Instant> {
  const [row] = await db().$queryRaw<{ now: Date }[]>`SELECT portal_now() AS now`;
  if (!row) throw new Error("the database gave no time");
  return Temporal.Instant.fromEpochMilliseconds(row.now.getTime());
}
