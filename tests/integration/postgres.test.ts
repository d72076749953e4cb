import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { startPostgres } from "../../scripts/postgres.mjs";

const scripts = new URL("../../scripts/postgres.mjs", import.meta.url).href;

let folder: string;
let dataDir: string;
/** What a failed test must not leave running. */
let running: { stop: () => Promise<void> }[];

type Options = Partial<Parameters<typeof startPostgres>[0]>;

async function start(options: Options = {}) {
  const server = await startPostgres({ dataDir, database: "mawid", port: 0, durable: false, ...options });
  running.push(server);
  return server;
}

/** A command that starts the database and then waits to be killed. */
async function startElsewhere(): Promise<{ child: ChildProcess; url: string }> {
  const options = JSON.stringify({
    dataDir,
    database: "mawid",
    port: 0,
    what: "another start",
  });
  const code = `import { startPostgres } from ${JSON.stringify(scripts)};
    console.log((await startPostgres(${options})).url); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(child.stdout, "data");
  return { child, url: String(line).trim() };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: "array" })).rows.flat();
  } finally {
    await client.end();
  }
}

const postmaster = () => Number(readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n")[0]);
const remember = (url: string) => query(url, "CREATE TABLE kept AS SELECT 'still here' AS word");
const recall = (url: string) => query(url, "SELECT word FROM kept");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mawid-test-"));
  // As root PostgreSQL runs as another user, who must be able to pass.
  chmodSync(folder, 0o755);
  dataDir = join(folder, "data");
  running = [];
});

afterEach(async () => {
  for (const server of running) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("the embedded PostgreSQL", () => {
  it("keeps its data from one start to the next", async () => {
    const first = await start();
    await remember(first.url);
    await first.stop();
    const second = await start();
    expect(second.reused).toBe(false);
    expect(await recall(second.url)).toEqual(["still here"]);
  });

  it("listens on this machine only, in UTC, with trigrams of Arabic", async () => {
    const { url } = await start();
    expect(await query(url, "SELECT current_setting('listen_addresses')")).toEqual(["127.0.0.1"]);
    expect(await query(url, "SELECT current_setting('unix_socket_directories')")).toEqual([""]);
    expect(await query(url, "SELECT current_setting('TimeZone')")).toEqual(["UTC"]);
    await query(url, "CREATE EXTENSION pg_trgm");
    expect(await query(url, "SELECT array_length(show_trgm('موعد'), 1)")).toEqual([5]);
  });

  it("lets nobody in without the password", async () => {
    const { url } = await start();
    const wrong = Object.assign(new URL(url), { password: "wrong" }).href;
    await expect(query(wrong, "SELECT 1")).rejects.toThrow(/password authentication failed/);
  });

  it("carries on with the server of a command that was killed", async () => {
    const { child, url } = await startElsewhere();
    await remember(url);
    const pid = postmaster();
    await kill(child);
    const next = await start();
    expect(next.reused).toBe(true);
    expect(postmaster()).toBe(pid);
    expect(await recall(next.url)).toEqual(["still here"]);
    await next.stop();
    await expect(recall(next.url)).rejects.toThrow(/ECONNREFUSED/);
  });

  it("replaces the server of a killed command when another port is wanted", async () => {
    const { child, url } = await startElsewhere();
    await remember(url);
    await kill(child);
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as { port: number };
    await new Promise((resolve) => taken.close(resolve));
    const next = await start({ port });
    expect(next.reused).toBe(false);
    expect(new URL(next.url).port).toBe(String(port));
    expect(await recall(next.url)).toEqual(["still here"]);
  });

  it("starts again after its main process was killed under open connections", async () => {
    const first = await start({ durable: true });
    await remember(first.url);
    const busy = new pg.Client({ connectionString: first.url });
    busy.on("error", () => {});
    await busy.connect();
    const sleeping = busy.query("SELECT pg_sleep(60)").catch(() => "ended");
    process.kill(postmaster(), "SIGKILL");
    expect(await first.ended).toEqual(expect.any(String));
    await first.stop();
    const second = await start();
    expect(await recall(second.url)).toEqual(["still here"]);
    expect(await sleeping).toBe("ended");
  });

  it("starts again after it and its command were killed at once", async () => {
    const { child, url } = await startElsewhere();
    await remember(url);
    process.kill(postmaster(), "SIGKILL");
    await kill(child);
    expect(await recall((await start()).url)).toEqual(["still here"]);
  });

  it("is not stopped by a file that names the process of another program", async () => {
    const first = await start();
    await remember(first.url);
    await first.stop();
    writeFileSync(join(dataDir, "postmaster.pid"), `${process.pid}\n${dataDir}\n1\n5432\n\n127.0.0.1\n`);
    expect(await recall((await start()).url)).toEqual(["still here"]);
  });

  it("is not stopped by a cluster that was only half made", async () => {
    mkdirSync(`${dataDir}.new`);
    writeFileSync(join(`${dataDir}.new`, "PG_VERSION"), "18\n");
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, "postgresql.conf"), "");
    expect(await query((await start()).url, "SELECT 1")).toEqual([1]);
  });

  it("makes a new password when the file with it is gone", async () => {
    const first = await start();
    await remember(first.url);
    await first.stop();
    rmSync(`${dataDir}.password`);
    const second = await start();
    expect(second.url).not.toBe(first.url);
    expect(await recall(second.url)).toEqual(["still here"]);
  });

  it("names the port that is taken, and the setting to change", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as { port: number };
    await expect(start({ port })).rejects.toThrow(
      `Port ${port} is already in use by another program. Stop that program or set POSTGRES_PORT to a free port.`,
    );
    await new Promise((resolve) => taken.close(resolve));
    expect(await query((await start({ port })).url, "SELECT 1")).toEqual([1]);
  });

  it("refuses data of another PostgreSQL", async () => {
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, "PG_VERSION"), "17\n");
    await expect(start()).rejects.toThrow(/holds data of PostgreSQL 17, but this is 18/);
  });
});

describe("two starts", () => {
  it("tell the second one who has the database", async () => {
    const { child } = await startElsewhere();
    await expect(start()).rejects.toThrow(`is in use by another start (process ${child.pid})`);
    const joined = await start({ ifRunning: "use" });
    expect(joined.reused).toBe(true);
    await joined.stop();
    // Leaving does not stop what belongs to the other.
    expect(await query(joined.url, "SELECT 1")).toEqual([1]);
    await kill(child);
    await start();
  });

  it("at the same moment: one starts, the others join it", async () => {
    const servers = await Promise.all([
      startElsewhere(),
      ...[1, 2, 3].map(async () => {
        // Let the other process be first to ask.
        while (!lstatSync(`${dataDir}.owner`, { throwIfNoEntry: false }))
          await new Promise((next) => setTimeout(next, 5));
        return start({ ifRunning: "use" });
      }),
    ]);
    expect(new Set(servers.map(({ url }) => url)).size).toBe(1);
    await kill(servers[0].child);
    await start();
  });
});

const asRoot = () => {
  let staged: string | undefined;
  afterAll(() => {
    if (staged) rmSync(staged, { recursive: true, force: true });
  });

  it("keeps the data elsewhere, behind a link", async () => {
    chmodSync(folder, 0o700);
    const first = await start();
    await remember(first.url);
    expect(lstatSync(dataDir).isSymbolicLink()).toBe(true);
    const [place] = await query(first.url, "SELECT current_setting('data_directory')");
    staged = String(place);
    expect(staged).toMatch(/^\/var\/tmp\/mawid-[0-9a-f]{12}\//);
    await first.stop();
    const second = await start();
    expect(await recall(second.url)).toEqual(["still here"]);
    await second.stop();
    // Whoever deletes the folder starts afresh.
    for (const file of [dataDir, `${dataDir}.password`]) rmSync(file);
    await expect(recall((await start()).url)).rejects.toThrow(/does not exist/);
  });
};

// Only root hands the database to another user.
if (process.getuid?.() === 0) describe("as root below a folder that is closed to others", asRoot);
