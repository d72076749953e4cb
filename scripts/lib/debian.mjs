// Packages of Debian, for whoever may install them.
import { existsSync } from "node:fs";
import { quietly } from "./install.mjs";
import { say } from "./say.mjs";

/**
 * Installs a package when this is a Debian and we are root; does nothing elsewhere.
 * @param {string} name
 * @param {string} title what people call it
 * @returns {Promise<unknown[]>} what went wrong on the way; the package may be there all the same
 */
export async function installFromDebian(name, title) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return [];
  say(`Installing ${title} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  /** @type {unknown[]} */
  const reasons = [];
  try {
    // The list of packages may be old or absent; an old one may still do.
    await quietly("apt-get", ["update"], { env }).catch((error) => reasons.push(error));
    await quietly("apt-get", ["install", "-y", "--no-install-recommends", name], { env });
  } catch (error) {
    reasons.push(error);
  }
  return reasons;
}
