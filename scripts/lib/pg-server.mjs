// The server on a cluster: started, recognised after a crash, stopped.
import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { environment, user } from "./pg-cluster.mjs";
import { end, isAlive, processesIn, untilGone } from "./process.mjs";
import { Problem, sleep } from "./say.mjs";

/** @typedef {import("./pg-cluster.mjs").Cluster} Cluster */

/**
 * @param {Cluster} cluster
 * @returns {{ pid: number, port: number } | undefined} the server that works on this data
 */
export function runningServer(cluster) {
  let lines;
  try {
    lines = readFileSync(join(cluster.place, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid) || !worksOn(pid, cluster.place)) return undefined;
  return { pid, port: Number(lines[3]) };
}

/**
 * A process id in a file may meanwhile belong to another program.
 * @param {number} pid
 * @param {string} place
 */
function worksOn(pid, place) {
  if (existsSync("/proc/self/cwd")) return processesIn(realpathSync(place)).includes(pid);
  const listed = spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
  return listed.stdout.includes("postgres") && listed.stdout.includes(place);
}

/**
 * After a kill the main process is gone, but its children may need a moment to notice. The next server must not
 * begin before; and a file that names a dead process, or another program, must not stop it.
 * @param {Cluster} cluster
 */
export async function clearRemains(cluster) {
  if (!existsSync(cluster.place)) return;
  for (const pid of processesIn(realpathSync(cluster.place))) {
    if (!(await untilGone(pid, 2_000)))
      await end(pid, [
        ["SIGQUIT", 3_000],
        ["SIGKILL", 2_000],
      ]);
  }
  rmSync(join(cluster.place, "postmaster.pid"), { force: true });
}

/**
 * @param {number} pid
 * @returns {Promise<boolean>}
 */
export function stopServer(pid) {
  // SIGINT is PostgreSQL's "fast" shutdown: sessions are ended, everything is written.
  return end(pid, [
    ["SIGINT", 15_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 2_000],
  ]);
}

/**
 * @param {Cluster} cluster
 * @param {number} port
 * @param {Record<string, string | number>} settings
 */
export function launchServer(cluster, port, settings) {
  const all = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    shared_buffers: "128MB",
    timezone: "UTC",
    log_timezone: "UTC",
    ...(cluster.durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
    ...settings,
  };
  const file = `${cluster.dataDir}.log`;
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) rmSync(file);
  const log = openSync(file, "a", 0o600);
  const began = statSync(file).size;
  const child = spawn(
    join(cluster.programs, "bin", "postgres"),
    ["-D", cluster.place, ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    {
      ...cluster.as,
      cwd: "/",
      env: environment,
      stdio: ["ignore", log, log],
      // A group of its own: Ctrl-C must reach us first, so that the server goes last.
      detached: true,
    },
  );
  closeSync(log);
  child.on("error", () => {});
  const whyNot = () => readFileSync(file, "utf8").slice(began).trim();
  return { child, whyNot };
}

/**
 * @param {number} port
 * @param {string} password
 * @param {string} database
 */
export function urlOf(port, password, database) {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * Waits until the server answers, and makes the database if it is not there.
 * @param {number} port
 * @param {string} password
 * @param {string} database
 * @param {() => string | undefined} ended tells why the server cannot answer any more
 */
export async function openDatabase(port, password, database, ended) {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const client = new pg.Client({ connectionString: urlOf(port, password, "postgres") });
    // A server that goes away while we are connected is noticed by the query.
    client.on("error", () => {});
    try {
      await client.connect();
      const there = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
      if (there.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
      return;
    } catch (error) {
      // Somebody else made it in the same moment.
      if (["23505", "42P04"].includes(/** @type {{ code: string }} */ (error).code)) return;
      const reason = ended();
      if (reason !== undefined) throw new Problem(`The database did not start:\n${reason}`);
      const { code } = /** @type {{ code?: string }} */ (error);
      // Connection refused, or "the database system is starting up".
      const waiting = code === "ECONNREFUSED" || code === "ECONNRESET" || code === "57P03";
      if (!waiting || performance.now() > deadline) throw error;
      await sleep(30);
    } finally {
      await client.end().catch(() => {});
    }
  }
}
