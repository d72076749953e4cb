// A Chromium for the tests: the system's, or one that is installed now.
import { existsSync } from "node:fs";
import { quietly } from "./install.mjs";
import { inRoot } from "./paths.mjs";
import { Problem, say } from "./say.mjs";

const debian = "/usr/bin/chromium";

/** @returns {Promise<string>} path of the program */
export async function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (existsSync(debian)) return debian;
  /** @type {unknown[]} */
  const reasons = [];
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("Installing Chromium …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    try {
      // The list of packages may be old or absent; an old one may still do.
      await quietly("apt-get", ["update"], { env }).catch((error) => reasons.push(error));
      await quietly("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { env });
      if (existsSync(debian)) return debian;
    } catch (error) {
      reasons.push(error);
    }
  }
  const { chromium } = await import("@playwright/test");
  if (!existsSync(chromium.executablePath())) {
    say("Installing Chromium …");
    const command = inRoot("node_modules", "@playwright", "test", "cli.js");
    await quietly(process.execPath, [command, "install", "chromium"]).catch((error) => reasons.push(error));
  }
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  const details = reasons.map((reason) => (reason instanceof Error ? reason.message : reason)).join("\n\n");
  throw new Problem(
    `${details}\n\nChromium is needed for the end-to-end tests and could not be installed. Install it, or set CHROMIUM_PATH.`,
  );
}
