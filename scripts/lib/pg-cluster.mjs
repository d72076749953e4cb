// One PostgreSQL cluster: made once, completely or not at all.
import { spawnSync } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { giveTo } from "./pg-place.mjs";
import { Problem } from "./say.mjs";

export const user = "mawid";
const major = "18";

/** PostgreSQL gets nothing of ours: settings like PGPORT or PGDATA must not reach it. */
export const environment = /** @type {NodeJS.ProcessEnv} */ (
  /** @type {unknown} */ ({ PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" })
);

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
    env: environment,
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
    const password = existsSync(passwordFile(cluster))
      ? readFileSync(passwordFile(cluster), "utf8").trim()
      : "";
    return password || resetPassword(cluster);
  }
  if (existsSync(place)) renameSync(place, `${place}.unusable-${randomUUID()}`);
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
