// What the portal needs around it: database, mailbox, secret. The settings of the environment decide what of that
// is started here and what is somewhere else.
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { startMailbox } from "../mailbox.mjs";
import { applyMigrations } from "../migrate.mjs";
import { startPostgres } from "../postgres.mjs";
import { baseEnvironment, runNode, typescript } from "./children.mjs";
import { dropOwnership, takeOwnership } from "./owner.mjs";
import { inData, inRoot } from "./paths.mjs";
import { portSetting } from "./ports.mjs";
import { Problem, say, sleep } from "./say.mjs";

export const isProduction = () => process.env.PORTAL_ENV === "production";

/** Settings may also be kept in a file .env; the environment wins. Tests must not depend on it. */
export function loadSettings() {
  if (process.env.MAWID_TEST) return;
  if (existsSync(inRoot(".env"))) process.loadEnvFile(inRoot(".env"));
}

/**
 * One portal at a time works with a data folder.
 * @param {string} what
 * @returns {Promise<() => Promise<void>>} gives the folder back
 */
export async function claimDataFolder(what) {
  const file = inData("portal.owner");
  let other = takeOwnership(file, what);
  // One that was stopped a moment ago may still be ending.
  for (let tries = 0; other && tries < 30; tries++) {
    await sleep(100);
    other = takeOwnership(file, what);
  }
  if (other)
    throw new Problem(
      `${other.what} is already running from this folder (process ${other.pid}). Stop it first.`,
    );
  return async () => dropOwnership(file);
}

/**
 * Something random that stays the same from start to start.
 * @param {string} name of the file in the data folder
 * @param {() => string} make
 * @returns {string}
 */
export function kept(name, make) {
  const file = inData(name);
  if (existsSync(file)) {
    const text = readFileSync(file, "utf8").trim();
    if (text) return text;
  }
  mkdirSync(dirname(file), { recursive: true });
  const text = make();
  writeFileSync(file, `${text}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return text;
}

/** Easy to read from a terminal and to type. */
export function demoPassword() {
  const letters = "abcdefghkmnpqrstuvwxyz23456789";
  return [...randomBytes(16)]
    .map((byte, index) => (index % 4 === 0 && index > 0 ? "-" : "") + letters[byte % letters.length])
    .join("");
}

/** The mail addresses with which prisma/seed.ts makes a clerk for each office. */
export const demoClerks = () =>
  readdirSync(inRoot("content", "offices"))
    .sort()
    .map((office) => `clerk@${office}.example`);

/**
 * @typedef {object} Services
 * @property {import("./children.mjs").Env} env for the portal
 * @property {() => Promise<void>} stop
 * @property {Promise<string>} failed resolves with the reason when one of them ends
 */

/**
 * @param {object} options
 * @param {string} options.what words for messages
 * @param {"use" | "refuse"} [options.ifRunning]
 * @param {boolean} [options.mail] false: the command sends nothing itself
 * @returns {Promise<Services>}
 */
export async function startServices({ what, ifRunning = "refuse", mail = true }) {
  /** @type {import("./children.mjs").Env & { MAILBOX_DIR: string }} */
  const env = { ...baseEnvironment(), MAILBOX_DIR: process.env.MAILBOX_DIR || inData("mailbox") };
  /** @type {(() => Promise<void>)[]} */
  const stops = [];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  /** @type {Promise<string>} */
  let failed = new Promise(() => {});
  try {
    if (!env.DATABASE_URL) {
      if (isProduction())
        throw new Problem("Setting DATABASE_URL is missing; it is the address of a PostgreSQL database");
      if (mail) say("Starting the database …");
      const database = await startPostgres({
        dataDir: inData("postgres"),
        database: "mawid",
        ifRunning,
        what,
      });
      stops.push(database.stop);
      env.DATABASE_URL = database.url;
      failed = database.ended.then((reason) => `The database ended:\n${reason}`);
    }
    const applied = await applyMigrations(env.DATABASE_URL, { warn: say });
    if (applied.length > 0) say(`Database brought up to date (${applied.join(", ")}).`);
    if (!isProduction()) {
      env.PORTAL_SECRET ||= kept("secret", () => randomBytes(32).toString("base64url"));
      if (mail && !env.SMTP_URL) {
        const mailbox = await startMailbox({ dir: env.MAILBOX_DIR, port: mailboxPort() });
        stops.push(mailbox.stop);
        env.SMTP_URL = mailbox.url;
      }
    }
    return { env, stop, failed };
  } catch (error) {
    await stop();
    throw error;
  }
}

function mailboxPort() {
  return process.env.MAILBOX_PORT === "0" ? 0 : portSetting("MAILBOX_PORT", 0);
}

/**
 * Demonstration offices with published weeks around today. Weeks that are there already stay as they are.
 * @param {import("./children.mjs").Env} env
 */
export async function seed(env) {
  if (!existsSync(inRoot("prisma", "seed.ts"))) return;
  say("Filling in the demonstration …");
  await runNode([...typescript, inRoot("prisma", "seed.ts")], env, "Filling in the demonstration");
}
