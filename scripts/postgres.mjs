// The embedded PostgreSQL: nothing to install, nothing to configure, reachable from this machine only.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dropOwnership, livingOwner, takeOwnership } from "./lib/owner.mjs";
import { ensureCluster } from "./lib/pg-cluster.mjs";
import { databaseUser, giveTo, reachableData, reachablePrograms } from "./lib/pg-place.mjs";
import {
  clearRemains,
  launchServer,
  openDatabase,
  runningServer,
  stopServer,
  urlOf,
} from "./lib/pg-server.mjs";
import { freePort, portSetting, requireFreePort } from "./lib/ports.mjs";
import { isAlive } from "./lib/process.mjs";
import { Problem, sleep } from "./lib/say.mjs";

/**
 * @typedef {object} Options
 * @property {string} dataDir
 * @property {string} database made if it is not there
 * @property {number} [port] 0 for any free one; otherwise POSTGRES_PORT, or 54329
 * @property {Record<string, string | number>} [settings] of the server
 * @property {"use" | "refuse"} [ifRunning] what to do when another living command runs it
 * @property {boolean} [durable] false for tests only
 * @property {string} [what] words for the message that another start prints
 *
 * @typedef {object} Server
 * @property {string} url
 * @property {boolean} reused the server was running already
 * @property {() => Promise<void>} stop
 * @property {Promise<string>} ended resolves, with the reason, when the server ends without being asked
 */

/**
 * @param {Options} options
 * @returns {Promise<Server>}
 */
export async function startPostgres(options) {
  const {
    dataDir,
    database,
    settings = {},
    ifRunning = "refuse",
    durable = true,
    what = "a command",
  } = options;
  const ownerFile = `${dataDir}.owner`;
  const other = takeOwnership(ownerFile, what);
  if (other && ifRunning === "refuse") {
    throw new Problem(
      `The database in ${dataDir} is in use by ${other.what} (process ${other.pid}). Stop that first, or wait until it is done.`,
    );
  }
  try {
    const as = databaseUser();
    const programs = reachablePrograms(as);
    const cluster = { dataDir, place: reachableData(as, dataDir), programs, as, durable };
    if (other) return await joinOther(cluster, database, ownerFile);

    const wanted = options.port ?? portSetting("POSTGRES_PORT", 54329);
    const left = await adopt(cluster, database, wanted, ownerFile);
    if (left) return left;
    await clearRemains(cluster);

    const port = wanted === 0 ? await freePort() : wanted;
    await requireFreePort(port, "POSTGRES_PORT");
    const password = ensureCluster(cluster);
    const { child, whyNot } = launchServer(cluster, port, settings);
    let asked = false;
    /** @type {Promise<string>} */
    const ended = new Promise((resolve) => {
      child.on("exit", () => asked || resolve(whyNot()));
      child.on("error", (error) => resolve(error.message));
    });
    await openDatabase(port, password, database, () =>
      child.exitCode === null && child.signalCode === null && child.pid ? undefined : whyNot(),
    );
    const { pid } = child;
    if (!pid) throw new Problem("The database did not start.");
    const stop = once(() => {
      asked = true;
      return stopAll(pid, cluster, ownerFile);
    });
    return { url: urlOf(port, password, database), reused: false, ended, stop };
  } catch (error) {
    if (!other) dropOwnership(ownerFile);
    throw error;
  }
}

/**
 * Carries on with a server that a killed command has left running, if it can be used; ends it otherwise.
 * @param {import("./lib/pg-cluster.mjs").Cluster} cluster
 * @param {string} database
 * @param {number} wanted port
 * @param {string} ownerFile
 * @returns {Promise<Server | undefined>}
 */
async function adopt(cluster, database, wanted, ownerFile) {
  const found = runningServer(cluster);
  if (!found) return undefined;
  const { pid, port } = found;
  if (wanted === 0 || wanted === port) {
    try {
      const password = ensureCluster(cluster);
      await openDatabase(port, password, database, () => (isAlive(pid) ? undefined : "It ended."));
      const url = urlOf(port, password, database);
      let asked = false;
      /** @type {Promise<string>} */
      const ended = new Promise((resolve) => {
        // It is nobody's child any more, so nobody tells us.
        const watch = setInterval(() => {
          if (isAlive(pid)) return;
          clearInterval(watch);
          if (!asked) resolve("It was running already when this command began.");
        }, 500);
        watch.unref();
      });
      const stop = once(() => {
        asked = true;
        return stopAll(pid, cluster, ownerFile);
      });
      return { url, reused: true, ended, stop };
    } catch {
      // It does not let us in, or is about to end.
    }
  }
  await stopServer(pid);
  return undefined;
}

/**
 * A second call must not end the server that somebody started after the first.
 * @param {() => Promise<void>} stop
 * @returns {() => Promise<void>}
 */
function once(stop) {
  /** @type {Promise<void> | undefined} */
  let stopping;
  return () => {
    stopping ??= stop();
    return stopping;
  };
}

/**
 * @param {number} pid
 * @param {import("./lib/pg-cluster.mjs").Cluster} cluster
 * @param {string} ownerFile
 */
async function stopAll(pid, cluster, ownerFile) {
  await stopServer(pid);
  await clearRemains(cluster);
  dropOwnership(ownerFile);
}

/**
 * Uses the server of another command, which goes on when we are done.
 * @param {import("./lib/pg-cluster.mjs").Cluster} cluster
 * @param {string} database
 * @param {string} ownerFile
 * @returns {Promise<Server>}
 */
async function joinOther(cluster, database, ownerFile) {
  const gone = () => (livingOwner(ownerFile) ? undefined : "The command that was starting it ended.");
  let server = runningServer(cluster);
  for (let waited = 0; !server && waited < 60_000 && !gone(); waited += 100) {
    await sleep(100);
    server = runningServer(cluster);
  }
  if (!server)
    throw new Problem(`The database in ${cluster.dataDir} is held by another command that did not start it.`);
  const password = ensureCluster(cluster);
  await openDatabase(server.port, password, database, gone);
  return {
    url: urlOf(server.port, password, database),
    reused: true,
    stop: async () => {},
    ended: new Promise(() => {}),
  };
}

/** How the folders of clusters for tests begin; the next one sweeps what a killed run left behind. */
export const throwawayName = "mawid-postgres-";

/**
 * A cluster for tests: fast, on a free port, gone afterwards.
 * @param {{ database?: string, settings?: Record<string, string | number> }} [options]
 * @returns {Promise<Server>}
 */
export async function startThrowawayPostgres({ database = "mawid", settings } = {}) {
  await sweepThrowaways();
  const folder = mkdtempSync(join(tmpdir(), throwawayName));
  giveTo(databaseUser(), folder);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const server = await startPostgres({
      dataDir: join(folder, "data"),
      database,
      port: 0,
      durable: false,
      what: "a test run",
      settings,
    });
    return { ...server, stop: () => server.stop().then(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Ends and removes what test runs that were killed have left behind. */
async function sweepThrowaways() {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(throwawayName)) continue;
    const folder = join(tmpdir(), name);
    const dataDir = join(folder, "data");
    try {
      if (!readdirSync(folder).includes("data.owner") || livingOwner(`${dataDir}.owner`)) continue;
      const cluster = { dataDir, place: dataDir, programs: "", as: undefined, durable: false };
      const server = runningServer(cluster);
      if (server) await stopServer(server.pid);
      await clearRemains(cluster);
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Somebody else's, or being removed right now.
    }
  }
}
