// The checks of "npm test" and "npm run check", one after the other; all run, even when one has failed.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { applyMigrations } from "../migrate.mjs";
import { startThrowawayPostgres } from "../postgres.mjs";
import { baseEnvironment, next, startNode, typescript } from "./children.mjs";
import { inRoot } from "./paths.mjs";
import { requirePoppler } from "./poppler.mjs";
import { countVitest, hasRead, lineOf, sum } from "./results.mjs";
import { Problem, report, say, seconds } from "./say.mjs";

/**
 * @typedef {import("./results.mjs").Count} Count
 * @typedef {(stop: (stop: () => Promise<void>) => void) => Promise<Count>} Run
 * @typedef {{ title: string, run: Run }} Step
 */

const results = inRoot(".data", "results");

/**
 * The environment of the checks: no setting of the person who runs them may change the outcome.
 * @param {Record<string, string>} [more]
 */
export function cleanEnvironment(more = {}) {
  const example = readFileSync(inRoot(".env.example"), "utf8");
  const settings = [...example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]);
  const env = Object.fromEntries(
    Object.entries(baseEnvironment()).filter(([name]) => !settings.includes(name)),
  );
  return { ...env, ...more };
}

/**
 * The command line of an npm package.
 * @param {string} name
 * @param {string} [command]
 */
function binOf(name, command = name) {
  const file = inRoot("node_modules", name, "package.json");
  const { bin } = JSON.parse(readFileSync(file, "utf8"));
  return join(dirname(file), typeof bin === "string" ? bin : bin[command]);
}

/**
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @param {(text: string) => void} [onText]
 * @returns {Promise<number>} exit code
 */
export async function node(args, env, onText) {
  const child = startNode(args, { env: cleanEnvironment(env), onText });
  running.add(child);
  const code = await child.code;
  running.delete(child);
  return code;
}

/** @type {Set<import("./children.mjs").Child>} */
const running = new Set();

export async function stopChecks() {
  await Promise.all([...running].map((child) => child.stop()));
}

/**
 * @param {boolean} good
 * @returns {Count}
 */
const one = (good) => ({ passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 });

/**
 * @param {string[]} projects
 * @param {Record<string, string>} env
 * @returns {Promise<Count>}
 */
async function vitest(projects, env) {
  const file = resultFile(projects.join("-"));
  const code = await node(
    [
      binOf("vitest"),
      "run",
      ...projects.flatMap((project) => ["--project", project]),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ],
    env,
  );
  return countVitest(file, code);
}

/** @param {string} name */
export function resultFile(name) {
  mkdirSync(results, { recursive: true });
  const file = join(results, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

async function boundaries() {
  let output = "";
  const folders = ["app", "components", "lib", "scripts", "prisma", "proxy.ts", "instrumentation.ts"];
  const code = await node(
    [binOf("dependency-cruiser", "depcruise"), "--config", ".dependency-cruiser.cjs", ...folders],
    {},
    (text) => {
      output += text;
      process.stdout.write(text);
    },
  );
  if (code === 0 && !hasRead(output)) throw new Problem("dependency-cruiser has read no module at all.");
  return one(code === 0);
}

async function content() {
  const script = ["ts", "mjs"]
    .map((ending) => inRoot("scripts", `content.${ending}`))
    .find((file) => existsSync(file));
  if (!script) throw new Problem("scripts/content is missing.");
  return one((await node([...typescript, script])) === 0);
}

/**
 * The tests of a project that need PostgreSQL.
 * @param {string} project
 * @param {(stop: () => Promise<void>) => void} onStop
 */
async function onDatabase(project, onStop) {
  const database = await startThrowawayPostgres();
  onStop(database.stop);
  await applyMigrations(database.url);
  return vitest([project], { TEST_DATABASE_URL: database.url });
}

/** @type {Step} */
export const processes = { title: "Processes", run: (onStop) => onDatabase("processes", onStop) };

/** @type {Step[]} */
export const fastSteps = [
  {
    title: "Format and lint",
    run: async () => one((await node([binOf("@biomejs/biome", "biome"), "ci", "."])) === 0),
  },
  {
    title: "Types",
    run: async () => {
      const generated = await node([...next, "typegen"], {}, () => {});
      return one(generated === 0 && (await node([binOf("typescript", "tsc"), "--noEmit"])) === 0);
    },
  },
  { title: "Boundaries", run: boundaries },
  { title: "Unused code", run: async () => one((await node([binOf("knip")])) === 0) },
  { title: "Content", run: content },
  // A zone nobody expects, with 45 minutes in its offset, shows what depends on the machine's zone.
  { title: "Unit tests", run: () => vitest(["unit", "alone"], { TZ: "Asia/Kathmandu" }) },
  {
    title: "Programs for PDF",
    run: async () => {
      await requirePoppler();
      return one(true);
    },
  },
  { title: "Integration tests", run: (onStop) => onDatabase("integration", onStop) },
];

/**
 * @param {Step[]} steps
 * @param {{ onStop: (stop: () => Promise<void>) => void }} frame
 * @returns {Promise<number>} exit code
 */
export async function runSteps(steps, { onStop }) {
  onStop(stopChecks);
  /** @type {(() => Promise<void>)[]} */
  let stops = [];
  const stopAll = async () => {
    for (const stop of stops.splice(0).reverse()) await stop().catch(report);
  };
  onStop(stopAll);

  /** @type {{ title: string, count: Count, took: string }[]} */
  const done = [];
  for (const { title, run } of steps) {
    say(`\n── ${title} ${"─".repeat(Math.max(0, 70 - title.length))}`);
    const begun = performance.now();
    /** @type {Count} */
    let count = one(false);
    try {
      count = await run((stop) => {
        stops.push(stop);
      });
    } catch (error) {
      report(error);
    }
    await stopAll();
    stops = [];
    const took = seconds(performance.now() - begun);
    say(`${title}: ${lineOf(count)} (${took})`);
    done.push({ title, count, took });
  }

  const total = sum(done.map(({ count }) => count));
  say(`\n── Result ${"─".repeat(64)}`);
  for (const { title, count, took } of done) {
    say(`${count.failed > 0 ? "✗" : "✓"} ${title.padEnd(20)} ${took.padStart(8)}  ${lineOf(count)}`);
  }
  say(`\n${lineOf(total)}`);
  return total.failed > 0 ? 1 : 0;
}
