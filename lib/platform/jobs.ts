import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { type Job, type JobResult, PgBoss } from "pg-boss";
import { env } from "./env";
import { whenIdle } from "./idle";
import { log } from "./log";
import { processWide } from "./process-wide";
import { createQueues, type QueueName } from "./queues";
import { sessionOptions } from "./session";

/** What came of a job; one that did not succeed is done again by the rules of its queue. */
export type Outcome = { ok: true } | { ok: false; reason: string };

/** Does the jobs of a queue, at most `atOnce` at a time in each process. */
export type Worker = {
  queue: QueueName;
  atOnce: number;
  /** How long the jobs of the queue let requests go first when there are many, in milliseconds; 0 without. */
  patienceMs?: number;
  run: (data: unknown, signal: AbortSignal) => Promise<Outcome>;
};

/** Something to be done each minute, by one process. */
export type Sweep = { name: string; run: () => Promise<unknown> };

/** What the `jobs.ts` of a domain exports as `jobs`; `instrumentation.ts` lists the domains. */
export type DomainJobs = {
  workers?: Worker[];
  sweeps?: Sweep[];
  /** Done once by every process as soon as the database can be reached; may be done by several at the same time. */
  atStart?: Sweep[];
};

// A mail leaves half a second after its commit at the latest.
const pollSeconds = 0.5;
const stopPatienceMs = 5_000;

type Running = { ready: Promise<PgBoss | undefined>; stop: () => Promise<void> };

// One queue for all bundles of the process.
const kept = processWide("jobs", (): { running?: Running } => ({}));

function create(options: { background: boolean }): PgBoss {
  const { DATABASE_URL, PORTAL_CLOCK_OFFSET } = env();
  const boss = new PgBoss({
    connectionString: DATABASE_URL,
    application_name: "mawid-jobs",
    max: 4,
    options: sessionOptions(PORTAL_CLOCK_OFFSET),
    supervise: options.background,
    schedule: options.background,
    // How soon the jobs of a process that is gone are noticed.
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
    maintenanceIntervalSeconds: 3600,
    // No job waits for another one here.
    flowIntervalSeconds: 3600,
  });
  const report = reporter();
  boss.on("error", report);
  boss.on("warning", (warning) => log.warn({ warning: warning.message }, "queue"));
  return boss;
}

/** While the database is away every look into the queue fails, twice a second: one line in half a minute says it. */
function reporter(): (error: unknown) => void {
  let silent = false;
  return (error) => {
    if (silent) return;
    silent = true;
    setTimeout(() => {
      silent = false;
    }, 30_000).unref();
    log.error({ error: messageOf(error) }, "queue");
  };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * Does the jobs of all domains in this process until `stopJobs`. Resolves when it has begun: a database that is away is
 * waited for. Several processes share the queues.
 */
export async function startJobs(domains: DomainJobs[]): Promise<void> {
  kept.running ??= open(async (boss) => {
    await createQueues(boss);
    const sweeps = domains.flatMap((domain) => domain.sweeps ?? []);
    const workers = [...domains.flatMap((domain) => domain.workers ?? []), sweeper(sweeps)];
    for (const worker of workers) await listen(boss, worker);
    await boss.schedule("sweep", "* * * * *");
    // Not awaited: nobody's mail waits for it.
    void runSweeps(domains.flatMap((domain) => domain.atStart ?? []));
  }, true);
  await kept.running.ready;
}

function open(begin: (boss: PgBoss) => Promise<void>, background: boolean): Running {
  const boss = create({ background });
  const stopping = new AbortController();
  const { signal } = stopping;
  const start = async (): Promise<PgBoss | undefined> => {
    for (let wait = 1_000; !signal.aborted; wait = Math.min(2 * wait, 15_000)) {
      try {
        await boss.start();
        await begin(boss);
        return boss;
      } catch (error) {
        log.error({ error: messageOf(error) }, "queue not started, trying again");
        await boss.stop({ graceful: false }).catch(() => {});
        await pause(wait, undefined, { signal }).catch(() => {});
      }
    }
    return undefined;
  };
  const ready = start();
  const stop = async () => {
    stopping.abort();
    await ready;
    await boss.stop({ timeout: stopPatienceMs });
  };
  return { ready, stop };
}

async function listen(boss: PgBoss, { queue, atOnce, patienceMs = 0, run }: Worker): Promise<void> {
  // Two lanes, so that one slow job does not hold up the next handful.
  const lanes = Math.min(2, atOnce);
  await boss.work(
    queue,
    {
      batchSize: Math.ceil(atOnce / lanes),
      localConcurrency: lanes,
      pollingIntervalSeconds: pollSeconds,
      burstWhenBatchFull: true,
      perJobResults: true,
    },
    async (jobs) => {
      await whenIdle(patienceMs);
      return Promise.all(jobs.map((job) => settle(job, run)));
    },
  );
}

async function settle(job: Job<unknown>, run: Worker["run"]): Promise<JobResult> {
  try {
    const outcome = await run(job.data, job.signal);
    if (outcome.ok) return { id: job.id, status: "completed" };
    return { id: job.id, status: "failed", output: { reason: outcome.reason } };
  } catch (error) {
    log.error({ queue: job.name, error: messageOf(error) }, "job failed");
    return { id: job.id, status: "failed", output: { reason: "error" } };
  }
}

/** Runs every sweep; one that fails does not keep the others from theirs. */
function sweeper(sweeps: Sweep[]): Worker {
  const run = async (): Promise<Outcome> => {
    await runSweeps(sweeps);
    return { ok: true };
  };
  return { queue: "sweep", atOnce: 1, run };
}

async function runSweeps(sweeps: Sweep[]): Promise<void> {
  for (const sweep of sweeps) {
    try {
      await sweep.run();
    } catch (error) {
      log.error({ sweep: sweep.name, error: messageOf(error) }, "sweep failed");
    }
  }
}

/**
 * Does what is due in the worker's queue now, one after the other, and ends; for scripts and tests, in a process without
 * `startJobs`.
 */
export async function runDue({ queue, run }: Worker): Promise<void> {
  kept.running ??= open(createQueues, false);
  const boss = await kept.running.ready;
  const { signal } = new AbortController();
  for (;;) {
    const [job] = (await boss?.fetch<unknown>(queue)) ?? [];
    if (!boss || !job) return;
    const { status, output } = await settle({ ...job, signal }, run);
    await (status === "completed" ? boss.complete(queue, job) : boss.fail(queue, job, output));
  }
}

/** Lets the jobs that are being done come to their end, and takes no more. */
export async function stopJobs(): Promise<void> {
  const running = kept.running;
  delete kept.running;
  await running?.stop().catch((error) => log.error({ error: messageOf(error) }, "queue not stopped"));
}

/**
 * On SIGTERM and SIGINT the jobs come to their end before anybody else ends the process: the listeners that are there
 * (the web server exits as soon as it has closed) are called afterwards. A second signal calls them at once.
 */
export function stopJobsOnSignals(): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    const others = process.listeners(signal);
    process.removeAllListeners(signal);
    const goOn = () => {
      process.removeAllListeners(signal);
      for (const listener of others) process.on(signal, listener);
      // With nobody else listening this ends the process.
      process.kill(process.pid, signal);
    };
    process.once(signal, () => {
      process.once(signal, goOn);
      void stopJobs().finally(() => {
        if (process.listeners(signal).includes(goOn)) goOn();
      });
    });
  }
}
