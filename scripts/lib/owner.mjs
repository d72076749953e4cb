// A small file that names the process something belongs to, so that two starts do not get in each other's way.
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { birthOf, isAlive } from "./process.mjs";

/** @typedef {{ pid: number, birth: string, what: string }} Owner */

/**
 * @param {string} file
 * @returns {Owner | undefined} the owner, if that process still runs
 */
export function livingOwner(file) {
  try {
    /** @type {Owner} */
    const owner = JSON.parse(readFileSync(file, "utf8"));
    return isAlive(owner.pid) && birthOf(owner.pid) === owner.birth ? owner : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes the file for this process.
 * @param {string} file
 * @param {string} what words for the message another start prints, for example "npm run portal"
 * @returns {Owner | undefined} the other owner, if there is a living one
 */
export function takeOwnership(file, what) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, birth: birthOf(process.pid), what }));
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        // A hard link appears at once and with its content, and only if the name is free.
        linkSync(mine, file);
        return undefined;
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
        const other = livingOwner(file);
        if (other) return other;
        rmSync(file, { force: true });
      }
    }
    return livingOwner(file);
  } finally {
    rmSync(mine, { force: true });
  }
}

/** @param {string} file */
export function dropOwnership(file) {
  if (livingOwner(file)?.pid === process.pid) rmSync(file, { force: true });
}
