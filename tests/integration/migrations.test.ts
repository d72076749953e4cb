import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { getRollbackPlans } from "pg-boss";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { applyMigrations } from "../../scripts/migrate.mjs";
import { startThrowawayPostgres } from "../../scripts/postgres.mjs";

const root = new URL("../../", import.meta.url).pathname;
const silent = () => {};
let cluster: Awaited<ReturnType<typeof startThrowawayPostgres>>;
let url: string;
let folder: string;
let client: pg.Client;
let serial = 0;

/** The command line of Prisma with our schema engine, as in the runbook. */
function prisma(...args: string[]) {
  const done = spawnSync(process.execPath, [join(root, "node_modules/prisma/build/index.js"), ...args], {
    cwd: root,
    encoding: "utf8",
    env: {
      ...process.env,
      DATABASE_URL: url,
      PRISMA_SCHEMA_ENGINE_BINARY: "scripts/schema-engine.mjs",
      PATH: `${join(process.execPath, "..")}:${process.env.PATH}`,
      CHECKPOINT_DISABLE: "1",
      NO_COLOR: "1",
    },
  });
  return { code: done.status, text: done.stdout + done.stderr };
}

function migration(name: string, sql: string) {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

const apply = (warn: (line: string) => void = silent) => applyMigrations(url, { folder, warn });

beforeAll(async () => {
  cluster = await startThrowawayPostgres();
});
afterAll(() => cluster.stop());

beforeEach(async () => {
  serial += 1;
  const owner = new pg.Client({ connectionString: cluster.url });
  await owner.connect();
  await owner.query(`CREATE DATABASE m${serial}`);
  await owner.end();
  url = Object.assign(new URL(cluster.url), { pathname: `/m${serial}` }).href;
  folder = mkdtempSync(join(tmpdir(), "mawid-migrations-"));
  client = new pg.Client({ connectionString: url });
  await client.connect();
});
afterEach(async () => {
  await client.end();
  rmSync(folder, { recursive: true, force: true });
});

describe("the migrations of the portal", () => {
  it("give what the schema says", async () => {
    await applyMigrations(url);
    const diff = prisma(
      "migrate",
      "diff",
      "--from-config-datasource",
      "--to-schema",
      "prisma/schema.prisma",
      "--exit-code",
    );
    // Prisma takes a silent engine for success, so the words count, not only the code.
    expect(diff.text).toContain("No difference detected");
    expect(diff.code).toBe(0);
  });

  it("are noticed by the comparison when they do not", async () => {
    await applyMigrations(url);
    await client.query("ALTER TABLE appointment ADD COLUMN forgotten text");
    const diff = prisma(
      "migrate",
      "diff",
      "--from-config-datasource",
      "--to-schema",
      "prisma/schema.prisma",
      "--exit-code",
    );
    expect(diff.text).toContain("forgotten");
    expect(diff.code).toBe(2);
  });

  it("are up to date for Prisma", async () => {
    expect((await applyMigrations(url)).length).toBeGreaterThan(0);
    const status = prisma("migrate", "status");
    expect(status.text).toContain("Database schema is up to date!");
    expect(status.code).toBe(0);
    const deploy = prisma("migrate", "deploy");
    expect(deploy.text).toContain("No pending migrations to apply.");
  });

  it("can be applied by Prisma, and are then up to date for us", async () => {
    const deploy = prisma("migrate", "deploy");
    expect(deploy.text).toContain("All migrations have been successfully applied.");
    expect(await applyMigrations(url)).toEqual([]);
    const ours = "SELECT checksum, applied_steps_count, logs FROM _prisma_migrations ORDER BY migration_name";
    const byPrisma = (await client.query(ours)).rows;
    await client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    await applyMigrations(url);
    expect((await client.query(ours)).rows).toEqual(byPrisma);
  });

  it("can be replayed from the files alone", () => {
    const diff = prisma(
      ...["migrate", "diff", "--from-migrations", "prisma/migrations", "--to-schema", "prisma/schema.prisma"],
    );
    expect(diff.text).toContain("No difference detected");
  });
});

describe("the queue, which has a schema of its own", () => {
  const version = async () => (await client.query("SELECT version FROM pgboss.version")).rows[0].version;
  const queuesNow = async () =>
    (await client.query("SELECT name, policy, retry_delay_max FROM pgboss.queue ORDER BY name")).rows;
  const queues = [
    { name: "mail", policy: "exclusive", retry_delay_max: 300 },
    { name: "sweep", policy: "exclusive", retry_delay_max: null },
  ];

  it("is there wherever our migrations have run, also those that Prisma applied", async () => {
    prisma("migrate", "deploy");
    expect((await client.query("SELECT to_regclass('pgboss.job') AS found")).rows).toEqual([{ found: null }]);
    expect(await applyMigrations(url)).toEqual([]);
    expect(await queuesNow()).toEqual(queues);
  });

  it("is brought up to date when it is older, with what is in it", async () => {
    await applyMigrations(url);
    await client.query("SELECT send_message('hold', gen_random_uuid())");
    const current = await version();
    await client.query(getRollbackPlans("pgboss"));
    expect(await version()).toBe(current - 1);
    await applyMigrations(url);
    expect(await version()).toBe(current);
    expect((await client.query("SELECT name FROM pgboss.job")).rows).toEqual([{ name: "mail" }]);
  });

  it("is left alone when it is newer, as after a release was taken back", async () => {
    await applyMigrations(url);
    await client.query("UPDATE pgboss.version SET version = version + 1");
    const newer = await version();
    await applyMigrations(url);
    expect(await version()).toBe(newer);
  });

  it("gets the options of the release, however it was set before", async () => {
    await applyMigrations(url);
    await client.query("UPDATE pgboss.queue SET retry_delay_max = 7 WHERE name = 'mail'");
    await applyMigrations(url);
    expect(await queuesNow()).toEqual(queues);
  });
});

describe("applying migrations", () => {
  it("goes by name, once", async () => {
    migration("0002_second", "ALTER TABLE first ADD COLUMN more int");
    migration("0001_first", "CREATE TABLE first (id int)");
    expect(await apply()).toEqual(["0001_first", "0002_second"]);
    expect(await apply()).toEqual([]);
  });

  it("undoes a migration that fails, and names the line", async () => {
    migration("0001_first", "CREATE TABLE first (id int);\nCREATE TABLE second (id nonsense);");
    await expect(apply()).rejects.toThrow(
      'Migration 0001_first failed (line 2) and was undone: type "nonsense" does not exist',
    );
    expect((await client.query("SELECT to_regclass('first') AS found")).rows).toEqual([{ found: null }]);
    migration("0001_first", "CREATE TABLE first (id int)");
    expect(await apply()).toEqual(["0001_first"]);
  });

  it("refuses when an applied file was changed, but not when only the ends of its lines were", async () => {
    migration("0001_first", "CREATE TABLE first (id int);\n-- end\n");
    await apply();
    migration("0001_first", "CREATE TABLE first (id int);\r\n-- end\r\n");
    expect(await apply()).toEqual([]);
    migration("0001_first", "CREATE TABLE first (id bigint);\n-- end\n");
    await expect(apply()).rejects.toThrow(/Migration 0001_first was changed after it had been applied/);
  });

  it("says so when the database is ahead", async () => {
    migration("0001_first", "CREATE TABLE first (id int)");
    await apply();
    rmSync(join(folder, "0001_first"), { recursive: true });
    const warnings: string[] = [];
    expect(await apply((line) => warnings.push(line))).toEqual([]);
    expect(warnings).toEqual(["The database has migration 0001_first, which this release does not know."]);
  });

  it("refuses a database in which Prisma failed halfway", async () => {
    migration("0001_first", "CREATE TABLE first (id int)");
    await apply();
    await client.query("UPDATE _prisma_migrations SET finished_at = NULL");
    await expect(apply()).rejects.toThrow(/has failed halfway/);
  });

  it("happens once when several processes start at the same time", async () => {
    cpSync(join(root, "prisma/migrations"), folder, { recursive: true });
    const applied = await Promise.all([apply(), apply(), apply(), apply()]);
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
  });
});
