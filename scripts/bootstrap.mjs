// node scripts/bootstrap.mjs <command> [arguments]
// Runs on a bare Node with nothing installed: installs what is missing, then runs scripts/<command> with Node 24.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname } from "node:path";
import { pathToFileURL } from "node:url";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or later is needed; this is ${process.versions.node}. See https://nodejs.org.`);
  process.exit(1);
}

const { findNode, generateClient, installPackages } = await import("./lib/install.mjs");
const { inData, inRoot, root } = await import("./lib/paths.mjs");
const { dropOwnership, livingOwner, takeOwnership } = await import("./lib/owner.mjs");
const { ancestors } = await import("./lib/process.mjs");
const { Problem, report, say, sleep } = await import("./lib/say.mjs");

const register = ["--import", pathToFileURL(inRoot("scripts", "register.mjs")).href];

/** @param {string} command */
function scriptOf(command) {
  const script = ["mjs", "ts"]
    .map((ending) => inRoot("scripts", `${command}.${ending}`))
    .find((file) => existsSync(file));
  if (!script || !/^[a-z]+$/.test(command)) throw new Problem(`There is no command "${command}".`);
  return script;
}

/** Commands that work on the database of the portal and run outside it. */
const needDatabase = ["schedule", "seed"];

/**
 * @param {string} command
 * @returns {string[]} arguments for Node
 */
function argumentsFor(command) {
  const script = command === "seed" ? inRoot("prisma", "seed.ts") : scriptOf(command);
  if (needDatabase.includes(command))
    return [...register, inRoot("scripts", "lib", "with-database.mjs"), script];
  // TypeScript of lib/ is written for the server's side of React.
  return script.endsWith(".ts") ? ["--conditions=react-server", ...register, script] : [...register, script];
}

/** Two commands started at once must not both fill node_modules. */
async function prepare() {
  const lock = inData("install.owner");
  let told = false;
  for (let other = takeOwnership(lock, "install"); other; other = takeOwnership(lock, "install")) {
    if (!told) say("Waiting for another command to finish installing …");
    told = true;
    while (livingOwner(lock)) await sleep(200);
  }
  try {
    await installPackages();
    const node = await findNode();
    const env = {
      ...process.env,
      PATH: [dirname(node), inRoot("node_modules", ".bin"), process.env.PATH ?? ""].join(delimiter),
      NEXT_TELEMETRY_DISABLED: "1",
    };
    await generateClient(node, env);
    return { node, env };
  } finally {
    dropOwnership(lock);
  }
}

/**
 * @param {string} node
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function run(node, args, env) {
  return new Promise((resolve, reject) => {
    // The channel tells the command when this process is gone, however it went.
    const child = spawn(node, args, { cwd: root, env, stdio: ["inherit", "inherit", "inherit", "ipc"] });
    for (const name of /** @type {NodeJS.Signals[]} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
      process.on(name, () => child.kill(name));
    }
    // npm passes a signal on to a shell, which ends without telling us; and npm may be killed itself.
    const before = ancestors();
    const watch = setInterval(() => {
      if (process.env.npm_lifecycle_event && ancestors() !== before) child.kill("SIGTERM");
    }, 200);
    watch.unref();
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

try {
  const [command, ...rest] = process.argv.slice(2);
  if (!command) throw new Problem("Usage: node scripts/bootstrap.mjs <command> [arguments]");
  const args = argumentsFor(command);
  const { node, env } = await prepare();
  process.exitCode = await run(node, [...args, ...rest], env);
} catch (error) {
  report(error);
  process.exitCode = 1;
}
