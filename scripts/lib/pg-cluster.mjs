// One PostgreSQL cluster: made, started, recognised after a crash, stopped.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { giveTo } from "./pg-place.mjs";
import { end, isAlive, processesIn, untilGone } from "./process.mjs";
import { Problem, sleep } from "./say.mjs";

const user = "mawid";
const major = "18";

/**
 * @typedef {object} Cluster
 * @property {string} dataDir the path people know
 * @property {string} place where the data really lies
 * @property {string} programs
 * @property {import("./pg-place.mjs").RunAs} as
 * @property {boolean} durable false: for tests, nothing is forced to the disk
 */

/** @param {Cluster} cluster */
const passwordFile = (cluster) => `${cluster.dataDir}.password`;
/** @param {Cluster} cluster */
export const logFile = (cluster) => `${cluster.dataDir}.log`;

/**
 * @param {Cluster} cluster
 * @param {string} name
 * @param {string[]} args
 * @param {string} [input]
 */
function program(cluster, name, args, input) {
  return spawnSync(join(cluster.programs, "bin", name), args, {
    ...cluster.as,
    cwd: "/",
    env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
    encoding: "utf8",
    input,
  });
}

/**
 * @param {Cluster} cluster
 * @returns {string}
 */
function newPassword(cluster) {
  const password = randomBytes(24).toString("base64url");
  writeFileSync(passwordFile(cluster), password, { mode: 0o600 });
  chmodSync(passwordFile(cluster), 0o600);
  return password;
}

/**
 * Makes the cluster if there is none. It is made beside its place and moved there when complete, so that an
 * interrupted start leaves nothing half-finished in the way.
 * @param {Cluster} cluster
 * @returns {string} the password
 */
export function ensureCluster(cluster) {
  const { place } = cluster;
  const versionFile = join(place, "PG_VERSION");
  if (existsSync(versionFile)) {
    const version = readFileSync(versionFile, "utf8").trim();
    if (version !== major) {
      throw new Problem(
        `${cluster.dataDir} holds data of PostgreSQL ${version}, but this is ${major}. Move the folder away to start afresh.`,
      );
    }
    // A restored or copied folder may belong to somebody else.
    if (cluster.as && statSync(place).uid !== cluster.as.uid) giveTo(cluster.as, place);
    const password = existsSync(passwordFile(cluster)) ? readFileSync(passwordFile(cluster), "utf8").trim() : "";
    return password || resetPassword(cluster);
  }
  if (existsSync(place)) renameSync(place, `${place}.unusable-${Date.now()}`);
  const half = `${place}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  giveTo(cluster.as, half);
  const password = newPassword(cluster);
  const secret = `${half}.password`;
  writeFileSync(secret, password, { mode: 0o600 });
  giveTo(cluster.as, secret);
  try {
    const made = program(cluster, "initdb", [
      `--pgdata=${half}`,
      `--username=${user}`,
      `--pwfile=${secret}`,
      "--auth=scram-sha-256",
      // Trigrams of Arabic are empty in locale C.
      process.platform === "darwin" ? "--locale=en_US.UTF-8" : "--locale=C.UTF-8",
      "--encoding=UTF8",
      "--no-instructions",
      ...(cluster.durable ? [] : ["--no-sync"]),
    ]);
    if (made.status !== 0) {
      throw new Problem(`The database could not be created:\n${made.error?.message ?? made.stderr}`);
    }
  } finally {
    rmSync(secret, { force: true });
  }
  renameSync(half, place);
  return password;
}

/**
 * The file with the password is gone but the data is still there.
 * @param {Cluster} cluster
 */
function resetPassword(cluster) {
  const password = newPassword(cluster);
  const done = program(
    cluster,
    "postgres",
    ["--single", "-D", cluster.place, "postgres"],
    `ALTER USER ${user} PASSWORD '${password}';\n`,
  );
  if (done.status !== 0) {
    rmSync(passwordFile(cluster), { force: true });
    throw new Problem(`The password of the database could not be set again:\n${done.stderr}`);
  }
  return password;
}

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
    if (!(await untilGone(pid, 2_000))) await end(pid, [["SIGQUIT", 3_000], ["SIGKILL", 2_000]]);
  }
  rmSync(join(cluster.place, "postmaster.pid"), { force: true });
}

/**
 * @param {number} pid
 * @returns {Promise<boolean>}
 */
export function stopServer(pid) {
  // SIGINT is PostgreSQL's "fast" shutdown: sessions are ended, everything is written.
  return end(pid, [["SIGINT", 15_000], ["SIGQUIT", 5_000], ["SIGKILL", 2_000]]);
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
  const file = logFile(cluster);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) rmSync(file);
  const log = openSync(file, "a", 0o600);
  const began = statSync(file).size;
  const child = spawn(
    join(cluster.programs, "bin", "postgres"),
    ["-D", cluster.place, ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    {
      ...cluster.as,
      cwd: "/",
      env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
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

