// A database that is killed and starts again on the same data. Other than the clusters of tests it writes to the disk
// before it answers, since what it answered is what must not be lost.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseUser, giveTo } from "../lib/pg-place.mjs";
import { freePort } from "../lib/ports.mjs";
import { end } from "../lib/process.mjs";
import { startPostgres, throwawayName } from "../postgres.mjs";

/**
 * @param {Record<string, string | number>} settings of the server
 * @returns {Promise<{ url: string, crash: () => Promise<void>, stop: () => Promise<void> }>}
 */
export async function startCrashingPostgres(settings) {
  const folder = mkdtempSync(join(tmpdir(), throwawayName));
  giveTo(databaseUser(), folder);
  const dataDir = join(folder, "data");
  const port = await freePort();
  const start = () =>
    startPostgres({ dataDir, database: "mawid", port, settings, what: "a test of crashes" });
  let server = await start();
  return {
    url: server.url,
    // PostgreSQL's "immediate" shutdown: nothing is written, nobody is told; the next start repairs from the log.
    crash: async () => {
      const pid = Number(readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n")[0]);
      await end(pid, [["SIGQUIT", 10_000]]);
      await server.stop();
      server = await start();
    },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
