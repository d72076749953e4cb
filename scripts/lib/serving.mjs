import { parseEnv } from "../../lib/platform/env.ts";
import { Problem, say, sleep } from "./say.mjs";
import { isProduction } from "./services.mjs";

/**
 * Checks the settings with the portal's own rules before anything is started. What is made up for a demonstration
 * is filled in for the check.
 */
export function requireGoodSettings() {
  const madeUp = {
    DATABASE_URL: "postgresql://made-up",
    PORTAL_SECRET: "made up at the first start, then kept",
  };
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const settings = isProduction() ? given : { ...madeUp, ...given };
  const checked = parseEnv(/** @type {NodeJS.ProcessEnv} */ (settings));
  if (!checked.ok) throw new Problem(checked.message);
}

/**
 * @param {string} address
 * @param {number} [patience] milliseconds
 * @returns {Promise<void>} resolves when the portal answers and reaches its database
 */
export async function untilReady(address, patience = 90_000) {
  const deadline = performance.now() + patience;
  let last = "it did not answer";
  while (performance.now() < deadline) {
    try {
      const response = await fetch(`${address}/api/health/ready`, { signal: AbortSignal.timeout(5_000) });
      if (response.ok) return;
      last = `it answered ${response.status}: ${(await response.text()).slice(0, 300)}`;
    } catch {
      // Not listening yet.
    }
    await sleep(100);
  }
  throw new Problem(`The portal did not become ready: ${last}.`);
}

/** @param {string[][]} rows each a heading and a text */
export function box(rows) {
  const lines = rows.map(([heading = "", text = ""]) => `${heading.padEnd(7)}${text}`);
  const width = Math.max(...lines.map((line) => line.length));
  say(`┌─${"─".repeat(width)}─┐`);
  for (const line of lines) say(`│ ${line.padEnd(width)} │`);
  say(`└─${"─".repeat(width)}─┘`);
}
