// A Chromium for the tests: the system's, or one that is installed now.
import { existsSync } from "node:fs";
import { installFromDebian } from "./debian.mjs";
import { quietly } from "./install.mjs";
import { inRoot } from "./paths.mjs";
import { Problem, say } from "./say.mjs";

// Debian's Chromium for programs, and the one for people: for every page that also draws the window around it, which nobody
// sees and which takes longer than the page.
const shell = "/usr/bin/chromium-headless-shell";
const browser = "/usr/bin/chromium";

/** @returns {Promise<string>} path of the program */
export async function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (existsSync(shell)) return shell;
  const reasons = await installFromDebian("chromium-headless-shell", "Chromium");
  for (const debian of [shell, browser]) if (existsSync(debian)) return debian;
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
