// Applies prisma/migrations in order and writes down what was applied exactly as Prisma does, so that
// "prisma migrate status" and "prisma migrate deploy" elsewhere agree (docs/decisions/0001). Then the queue's own schema.
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { inRoot } from "./lib/paths.mjs";
import { prepareQueue } from "./lib/queue.mjs";
import { Problem } from "./lib/say.mjs";

/** The lock Prisma takes for the same purpose: neither can migrate while the other does. */
const advisoryLock = 72707369;

const table = `
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"              VARCHAR(64) NOT NULL,
    "finished_at"           TIMESTAMPTZ,
    "migration_name"        VARCHAR(255) NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        TIMESTAMPTZ,
    "started_at"            TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count"   INTEGER NOT NULL DEFAULT 0
)`;

/** @typedef {{ name: string, sql: string, checksums: string[] }} Migration the first checksum is the file's own */

/**
 * @param {string} folder
 * @returns {Migration[]}
 */
function readMigrations(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      // Git may have changed the ends of lines since; Prisma forgives that, too.
      const unix = sql.replaceAll("\r\n", "\n");
      return { name, sql, checksums: [sql, unix, unix.replaceAll("\n", "\r\n")].map(sha256) };
    });
}

/** @param {string} text */
function sha256(text) {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * @param {string} databaseUrl
 * @param {{ folder?: string, warn?: (line: string) => void }} [options]
 * @returns {Promise<string[]>} the names of the migrations that were applied now
 */
export async function applyMigrations(databaseUrl, options = {}) {
  const { folder = inRoot("prisma", "migrations"), warn = console.warn } = options;
  const migrations = readMigrations(folder);
  const client = new pg.Client({ connectionString: databaseUrl, application_name: "mawid-migrate" });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new Problem(
      `The database cannot be reached: ${/** @type {Error} */ (error).message}. Check DATABASE_URL.`,
    );
  }
  try {
    await client.query("SET TIME ZONE 'UTC'");
    await client.query("SET statement_timeout = 0");
    // Long enough for another start that is migrating right now.
    await client.query("SET lock_timeout = '60s'");
    await client.query(`SELECT pg_advisory_lock(${advisoryLock})`);
    // A migration that waits for a table holds up everybody behind it: rather fail soon and be started again.
    await client.query("SET lock_timeout = '10s'");
    await client.query(table);
    const open = await compare(client, migrations, warn);
    for (const migration of open) await apply(client, migration);
    await prepareQueue(client);
    return open.map(({ name }) => name);
  } catch (error) {
    if (/** @type {{ code?: string }} */ (error).code === "55P03") {
      throw new Problem(
        "The migration waited too long for a lock: another process is using the tables. Try again.",
      );
    }
    throw error;
  } finally {
    // Ending the session gives the lock back.
    await client.end().catch(() => {});
  }
}

/**
 * @param {pg.Client} client
 * @param {Migration[]} migrations
 * @param {(line: string) => void} warn
 * @returns {Promise<Migration[]>} those still to apply
 */
async function compare(client, migrations, warn) {
  const { rows } = await client.query(
    `SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  );
  const known = new Map(rows.map((row) => [row.migration_name, row]));
  for (const { migration_name: name, finished_at: finished } of rows) {
    if (finished === null) {
      throw new Problem(
        `Migration ${name} has failed halfway in this database. Repair it, then run "prisma migrate resolve".`,
      );
    }
    // An older release on a newer database: wanted when a release is taken back.
    if (!migrations.some((migration) => migration.name === name)) {
      warn(`The database has migration ${name}, which this release does not know.`);
    }
  }
  for (const { name, checksums } of migrations) {
    const row = known.get(name);
    if (row && !checksums.includes(row.checksum)) {
      throw new Problem(
        `Migration ${name} was changed after it had been applied to this database. Put the file back and write a new migration instead.`,
      );
    }
  }
  return migrations.filter(({ name }) => !known.has(name));
}

/**
 * @param {pg.Client} client
 * @param {Migration} migration
 */
async function apply(client, { name, sql, checksums }) {
  const started = (await client.query("SELECT clock_timestamp() AS now")).rows[0].now;
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, started_at, finished_at, migration_name, logs, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), $4, NULL, 1)`,
      [randomUUID(), checksums[0], started, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    const { code, message, position } = /** @type {pg.DatabaseError} */ (error);
    if (code === "55P03") throw error;
    const line = position ? ` (line ${sql.slice(0, Number(position)).split("\n").length})` : "";
    throw new Problem(`Migration ${name} failed${line} and was undone: ${message}`);
  }
}
