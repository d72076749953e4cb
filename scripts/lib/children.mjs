// Programs we start and end.
import { spawn } from "node:child_process";
import { delimiter, dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { inRoot, root } from "./paths.mjs";
import { end, signal } from "./process.mjs";
import { Problem } from "./say.mjs";

const register = pathToFileURL(inRoot("scripts", "register.mjs")).href;
const withParent = pathToFileURL(inRoot("scripts", "lib", "end-with-parent.mjs")).href;

/** What Node needs to run the TypeScript of lib/ as the server would. */
export const typescript = ["--conditions=react-server", "--import", register];

/** The command line of Next. */
export const next = ["--import", withParent, inRoot("node_modules", "next", "dist", "bin", "next")];

/** The command line of the web server. */
export const serve = ["--import", withParent, inRoot("scripts", "serve.mjs")];

/** @typedef {Record<string, string | undefined>} Env */

/**
 * Our programs first on the PATH, whoever started us; and every tool chooses its own NODE_ENV.
 * @returns {Env}
 */
export function baseEnvironment() {
  const path = [dirname(process.execPath), inRoot("node_modules", ".bin"), process.env.PATH ?? ""];
  return { ...process.env, PATH: path.join(delimiter), NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: undefined };
}

/**
 * @typedef {object} Child
 * @property {number} pid
 * @property {() => Promise<void>} stop
 * @property {Promise<string>} ended resolves when it ends without being asked, with what it said last
 * @property {Promise<number>} code
 * @property {() => string} said
 */

/** @type {Set<Child>} those that are run to their end */
const children = new Set();

/**
 * Starts Node with arguments.
 * @param {string[]} args
 * @param {object} options
 * @param {Env} options.env
 * @param {(text: string) => void} [options.onText] gets what it writes; without it, that goes to the terminal
 * @returns {Child}
 */
export function startNode(args, { env, onText }) {
  /** @type {Env} */
  const forChild = { ...env, MAWID_PARENT: String(process.pid) };
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: /** @type {NodeJS.ProcessEnv} */ (forChild),
    // The channel lets the child notice when we are gone, however we went.
    stdio: ["ignore", onText ? "pipe" : "inherit", onText ? "pipe" : "inherit", "ipc"],
    // A group of its own: Ctrl-C reaches us, and we end the children in order.
    detached: true,
  });
  let tail = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      tail = (tail + text).slice(-20_000);
      onText?.(text);
    });
  }
  let asked = false;
  /** @type {Promise<number>} */
  const code = new Promise((resolve) => {
    child.on("error", () => resolve(1));
    child.on("close", (number) => resolve(number ?? 1));
  });
  return {
    pid: child.pid ?? 0,
    code,
    said: () => tail.trim(),
    ended: new Promise((resolve) => {
      code.then(() => asked || resolve(tail.trim()));
    }),
    stop: async () => {
      asked = true;
      if (child.pid && child.exitCode === null && child.signalCode === null) {
        await end(child.pid, [
          ["SIGTERM", 10_000],
          ["SIGKILL", 2_000],
        ]);
        // Whatever it started itself and left behind.
        signal(-child.pid, "SIGKILL");
      }
    },
  };
}

/**
 * Runs Node to its end; what it writes is shown only when it fails.
 * @param {string[]} args
 * @param {Env} env
 * @param {string} what
 */
export async function runNode(args, env, what) {
  const child = startNode(args, { env, onText: () => {} });
  children.add(child);
  const code = await child.code;
  children.delete(child);
  if (code !== 0) throw new Problem(`${child.said()}\n\n${what} failed (exit code ${code}).`);
}

/** Ends what is being run right now, for example a build during which somebody pressed Ctrl-C. */
export async function stopRunning() {
  await Promise.all([...children].map((child) => child.stop()));
}
