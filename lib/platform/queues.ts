import type { PgBoss, QueueOptions } from "pg-boss";

/**
 * The queues, and how long a job of each is tried. A job takes these with it when it is written, also by
 * `queue_message` in the database, so that a change holds for later jobs.
 *
 * Both are exclusive: of one key at most one job waits or runs, whichever process does it.
 */
export const queues = {
  /**
   * One job for each mail. Pauses double from 5 to 10 seconds up to 5 minutes, with jitter until then, so that mails
   * held up together do not come back together. The number of attempts is a limit that two days never reach: how long a
   * mail is tried is decided where it is sent.
   */
  mail: {
    retryLimit: 2_000,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 300,
    // Far longer than the slowest mail server may take. That a process is gone shows at its heartbeat.
    expireInSeconds: 600,
    heartbeatSeconds: 20,
    retentionSeconds: 14 * 24 * 3600,
    deleteAfterSeconds: 24 * 3600,
  },
  /** What domains do each minute. A run that fails is not repeated: the next one comes soon. */
  sweep: {
    retryLimit: 0,
    expireInSeconds: 300,
    heartbeatSeconds: 20,
    retentionSeconds: 600,
    deleteAfterSeconds: 3600,
  },
} satisfies Record<string, QueueOptions>;

export type QueueName = keyof typeof queues;

/** Makes the queues that are not there yet; those that are there keep their options. */
export async function createQueues(boss: PgBoss): Promise<void> {
  for (const [name, options] of Object.entries(queues))
    await boss.createQueue(name, { ...options, policy: "exclusive" });
}

/** Gives every queue the options of this release. */
export async function updateQueues(boss: PgBoss): Promise<void> {
  await createQueues(boss);
  for (const [name, options] of Object.entries(queues)) await boss.updateQueue(name, options);
}
