import { randomBytes } from "node:crypto";
import pg from "pg";
import { closeDb, db } from "@/lib/platform/db";
import { forgetEnv } from "@/lib/platform/env";
import { stopJobs } from "@/lib/platform/jobs";
import { applyMigrations } from "../../scripts/migrate.mjs";

/**
 * A new database with the real migrations on the cluster of TEST_DATABASE_URL, and the settings that point to it.
 * Returns its address and what drops it again.
 */
export async function createDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const cluster = process.env.TEST_DATABASE_URL;
  if (!cluster) throw new Error("TEST_DATABASE_URL is missing; run the tests with npm test or npm run check");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asOwner(cluster, `CREATE DATABASE ${name}`);
  const url = Object.assign(new URL(cluster), { pathname: `/${name}` }).toString();
  await applyMigrations(url);
  process.env.DATABASE_URL = url;
  process.env.PORTAL_SECRET ??= "a secret for tests that has enough characters";
  process.env.LOG_LEVEL ??= "silent";
  await setClock(undefined);
  return {
    url,
    drop: async () => {
      await stopJobs();
      await closeDb();
      await asOwner(cluster, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** Moves the one clock so that it now shows `instant` (RFC 3339) and goes on from there; `undefined` sets it right. */
export async function setClock(instant: string | undefined): Promise<void> {
  await closeDb();
  delete process.env.PORTAL_CLOCK_OFFSET;
  forgetEnv();
  if (instant === undefined) return;
  const [row] = await db().$queryRaw<{ seconds: number }[]>`
    SELECT extract(epoch FROM ${instant}::timestamptz - clock_timestamp())::float8 AS seconds`;
  await closeDb();
  process.env.PORTAL_CLOCK_OFFSET = `PT${(row?.seconds ?? 0).toFixed(3)}S`;
  forgetEnv();
}

/** Stops the one clock at `instant` for every session of the database; what it returns lets it run again. */
export async function stopClock(url: string, instant: string): Promise<() => Promise<void>> {
  const { rows } = await asOwner(url, "SELECT pg_get_functiondef('portal_now'::regproc) AS body");
  const original: string = rows[0].body;
  await asOwner(
    url,
    `CREATE OR REPLACE FUNCTION portal_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$ SELECT '${instant}'::timestamptz $$`,
  );
  return async () => {
    await asOwner(url, original);
  };
}

/** One statement on a connection of its own. */
export async function asOwner(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Changes settings for a while. */
export async function withSettings<Result>(settings: Record<string, string>, run: () => Promise<Result>) {
  const before = Object.fromEntries(Object.keys(settings).map((name) => [name, process.env[name]]));
  const set = async (values: Record<string, string | undefined>) => {
    await closeDb();
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    forgetEnv();
  };
  await set(settings);
  try {
    return await run();
  } finally {
    await set(before);
  }
}
