// Which process is which: a process id alone says little, because ids are used again.
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { sleep } from "./say.mjs";

/**
 * @param {number} pid
 * @returns {boolean}
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
  // A zombie has ended; only its parent has not asked for the exit code yet.
  return procStat(pid)?.[0] !== "Z";
}

/**
 * Something that changes when another process gets the same id: the start time on Linux, else nothing.
 * @param {number} pid
 * @returns {string}
 */
export function birthOf(pid) {
  return procStat(pid)?.[19] ?? "";
}

/**
 * Who has started us: the shell of npm, and npm behind it (on Linux). Changes when one of them is gone.
 * @returns {string}
 */
export function ancestors() {
  return `${process.ppid} ${procStat(process.ppid)?.[1] ?? ""}`;
}

/**
 * The fields of /proc/<pid>/stat from the state on.
 * @param {number} pid
 */
function procStat(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

/**
 * Processes that work in a folder (Linux only; PostgreSQL changes into its data folder).
 * @param {string} folder
 * @returns {number[]}
 */
export function processesIn(folder) {
  /** @type {number[]} */
  const found = [];
  let entries;
  try {
    entries = readdirSync("/proc");
  } catch {
    return found;
  }
  for (const entry of entries) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      if (readlinkSync(`/proc/${entry}/cwd`) === folder && isAlive(Number(entry))) found.push(Number(entry));
    } catch {
      // Ended meanwhile, or belongs to somebody else.
    }
  }
  return found;
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function signal(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}

/**
 * Asks a process to end, more firmly each time.
 * @param {number} pid
 * @param {[NodeJS.Signals, number][]} steps signals, each with the milliseconds it is given
 * @returns {Promise<boolean>} whether it ended
 */
export async function end(pid, steps) {
  for (const [name, patience] of steps) {
    signal(pid, name);
    if (await untilGone(pid, patience)) return true;
  }
  return !isAlive(pid);
}

/**
 * @param {number} pid
 * @param {number} patience
 */
export async function untilGone(pid, patience) {
  for (let waited = 0; waited < patience; waited += 25) {
    if (!isAlive(pid)) return true;
    await sleep(25);
  }
  return !isAlive(pid);
}
