// The queue of pg-boss: a schema of its own beside ours, made and brought up to date by pg-boss itself.
import { PgBoss } from "pg-boss";
import { updateQueues } from "../../lib/platform/queues.ts";

/**
 * Makes the schema `pgboss` or brings it to the version this release needs, and gives the queues their options. A
 * schema that is newer already, as after taking a release back, is left alone.
 * @param {import("pg").Client} client of the session that holds the lock on migrations
 */
export async function prepareQueue(client) {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => client.query(text, values) },
    supervise: false,
    schedule: false,
  });
  boss.on("error", () => {});
  try {
    await boss.start();
    await updateQueues(boss);
  } finally {
    await boss.stop({ graceful: false, close: false });
  }
}
