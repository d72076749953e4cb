// The end-to-end tests: the portal as "npm run portal" starts it, with a data folder, a database and a mailbox of its
// own, and Chromium in front of it.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startThrowawayPostgres } from "../postgres.mjs";
import { startNode } from "./children.mjs";
import { findChromium } from "./chromium.mjs";
import { forgetPages, keptPages } from "./html.mjs";
import { dropOwnership, takeOwnership } from "./owner.mjs";
import { inRoot } from "./paths.mjs";
import { freePort } from "./ports.mjs";
import { countPlaywright, sum } from "./results.mjs";
import { Problem, say } from "./say.mjs";
import { untilReady } from "./serving.mjs";
import { cleanEnvironment, node, resultFile } from "./steps.mjs";

const folder = inRoot(".data", "test");
const owner = inRoot(".data", "test.owner");

/**
 * @param {(stop: () => Promise<void>) => void} onStop
 * @returns {Promise<Record<string, string>>} settings for the tests
 */
async function startPortal(onStop) {
  const other = takeOwnership(owner, "npm test");
  if (other) throw new Problem(`Another npm test is running (process ${other.pid}).`);
  onStop(async () => dropOwnership(owner));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });

  // The tests look into the database and prepare races in it.
  const database = await startThrowawayPostgres();
  onStop(database.stop);
  const port = await freePort();
  const portal = startNode(
    ["--import", pathToFileURL(inRoot("scripts", "register.mjs")).href, inRoot("scripts", "portal.mjs")],
    {
      env: cleanEnvironment({
        MAWID_DATA_DIR: folder,
        MAWID_TEST: "1",
        PORTAL_ENV: "demo",
        PORT: String(port),
        DATABASE_URL: database.url,
        CHALLENGE_COST: "0",
        RATE_LIMITS: "off",
        LOG_LEVEL: "warn",
      }),
      onText: (text) => process.stdout.write(text),
    },
  );
  onStop(portal.stop);
  const address = `http://localhost:${port}`;
  const ended = portal.ended.then(() => {
    throw new Problem("The portal for the end-to-end tests did not start.");
  });
  await Promise.race([ended, untilReady(address, 300_000)]);
  ended.catch(() => {});
  return {
    PORTAL_URL: address,
    DATABASE_URL: database.url,
    MAILBOX_DIR: join(folder, "mailbox"),
    DEMO_PASSWORD: readFileSync(join(folder, "demo-password"), "utf8").trim(),
  };
}

/** @type {import("./steps.mjs").Step} */
export const endToEnd = {
  title: "End to end",
  run: async (onStop) => {
    const chromium = await findChromium();
    const settings = await startPortal(onStop);
    say("Running the end-to-end tests …");
    const file = resultFile("end-to-end");
    forgetPages();
    const command = inRoot("node_modules", "@playwright", "test", "cli.js");
    if (!existsSync(inRoot("tests", "e2e"))) throw new Problem("There are no end-to-end tests.");
    const code = await node([command, "test", "--reporter=list,json"], {
      ...settings,
      CHROMIUM_PATH: chromium,
      HTML_DIR: keptPages,
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    });
    // That the portal was built and started is a check, too.
    return sum([countPlaywright(file, code), { passed: 1, failed: 0, skipped: 0 }]);
  },
};
