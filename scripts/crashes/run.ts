import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { applyMigrations } from "../migrate.mjs";
import { startCrashingPostgres } from "./database.mjs";
import { reportOf } from "./report";
import { CrashingServer } from "./servers";
import { startSink } from "./sink";
import type { CrashReport, Told } from "./types";

/** What the clients were told: the last acknowledged state of each appointment, by its id. */
export const portalUrl = "https://mawid.example";

const width = 24;

export type CrashOptions = {
  /** How many crashes. */
  moments: number;
  /** The share of them that hits the database; the others hit one of the two server processes. */
  databaseShare?: number;
  /** Settings of the database, for a control. */
  settings?: Record<string, string | number>;
  tell?: (line: string) => void;
};
const refuse = `
  CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'rolled back'; END $$;
  CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON appointment DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.email LIKE 'refused-%') EXECUTE FUNCTION refuse();`;

/** One statement on a connection of its own. */
async function ask<Row extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** A published week two weeks from now with far more counters than Hagen has; returns its times. */
async function publishPlaces(url: string, counters: number): Promise<string[]> {
  const rows = await ask<{ at: Date }>(
    url,
    `WITH week AS (
       INSERT INTO week (office, department, week, starts_on, state, release_at)
       VALUES ('hagen', 'auslaenderbehoerde', '2000-W01', '2000-01-03', 'published', portal_now() - interval '1 day')
       RETURNING id
     ), slot AS (
       INSERT INTO slot (week_id, office, department, counter, starts_at, ends_at)
       SELECT week.id, 'hagen', 'auslaenderbehoerde', c, t, t + interval '15 minutes'
       FROM week, generate_series(1, $1::int) c,
         generate_series(date_trunc('hour', portal_now()) + interval '14 days', portal_now() + interval '14 days 8 hours', interval '15 minutes') t
       RETURNING starts_at
     ) SELECT DISTINCT starts_at AS at FROM slot`,
    [counters],
  );
  return rows.map(({ at }) => at.toISOString());
}

/**
 * Books, confirms and cancels at two server processes, and kills one of them or the database at random moments meanwhile. Then everything is left in peace until no mail is left, and what was told to the clients is compared with
 * what is stored and with the mails that came.
 */
export async function runCrashes(options: CrashOptions): Promise<CrashReport> {
  const { moments, databaseShare = 0.4, tell = () => {} } = options;
  const database = await startCrashingPostgres(options.settings ?? {});
  const sink = await startSink();
  const environment = {
    DATABASE_URL: database.url,
    SMTP_URL: sink.url,
    PORTAL_URL: portalUrl,
    PORTAL_SECRET: "a secret for crashes that has enough characters",
    LOG_LEVEL: "silent",
    DATABASE_POOL: "10",
  };
  const servers = [new CrashingServer(environment), new CrashingServer(environment)];
  try {
    await applyMigrations(database.url);
    await ask(database.url, refuse);
    const times = await publishPlaces(database.url, 40 + 4 * moments);
    // What was prepared is on the disk, whatever the settings.
    await ask(database.url, "CHECKPOINT");
    await Promise.all(servers.map((server) => server.start()));

    const told: Told = new Map();
    const load = startLoad(servers, times, told);
    const kills = { serverKills: 0, databaseKills: 0 };
    for (let moment = 1; moment <= moments; moment++) {
      await pause(300 + Math.random() * 1_200);
      if (Math.random() < databaseShare) {
        kills.databaseKills += 1;
        await database.crash();
      } else {
        kills.serverKills += 1;
        const server = servers[Math.random() < 0.5 ? 0 : 1];
        await server?.kill();
        await server?.start();
      }
      if (moment % 10 === 0) tell(`${moment} of ${moments} crashes, ${told.size} bookings`);
    }
    const rolledBack = await load.stop();
    const began = performance.now();
    await untilEmpty(database.url);
    const secondsToEmpty = (performance.now() - began) / 1000;
    const found = await reportOf((text) => ask(database.url, text), told, sink.arrived);
    return { ...kills, ...found, rolledBack, secondsToEmpty };
  } finally {
    await Promise.all(servers.map((server) => server.kill()));
    await sink.stop();
    await database.stop();
  }
}

function startLoad(servers: CrashingServer[], times: string[], told: Told) {
  let stopping = false;
  let next = 0;
  let rolledBack = 0;

  /** Asks until somebody answers, as a client does that was told to try again: the key makes it the same booking. */
  const insist = async (request: Parameters<CrashingServer["ask"]>[0]) => {
    for (let turn = Math.floor(Math.random() * 2); ; turn++) {
      const answer = await servers[turn % servers.length]?.ask(request);
      if (answer && !answer.reason?.startsWith("error")) return answer;
      if (answer?.reason?.includes("rolled back")) return answer;
      await pause(100);
    }
  };

  const live = async (index: number) => {
    const refused = Math.random() < 0.1;
    const email = `${refused ? "refused" : "person"}-${index}@example.org`;
    const startsAt = times[Math.floor(Math.random() * times.length)] ?? "";
    const held = await insist({ do: "book", key: `key-${index}`, index, email, startsAt });
    if (refused) rolledBack += 1;
    if (!held.ok || !held.id) return;
    const known = { email, state: "held" as "held" | "confirmed" | "cancelled" };
    told.set(held.id, known);
    if (Math.random() < 0.3) return;
    if ((await insist({ do: "confirm", id: held.id })).ok) known.state = "confirmed";
    if (Math.random() < 0.7) return;
    if ((await insist({ do: "cancel", id: held.id })).ok) known.state = "cancelled";
  };

  const clients = Promise.all(
    Array.from({ length: width }, async () => {
      while (!stopping) {
        await live(next++);
        await pause(Math.random() * 300);
      }
    }),
  );
  return {
    stop: async () => {
      stopping = true;
      await clients;
      return rolledBack;
    },
  };
}

/** Waits until no mail that is due is left to be sent. */
async function untilEmpty(url: string): Promise<void> {
  const deadline = performance.now() + 300_000;
  while (performance.now() < deadline) {
    const [row] = await ask<{ open: number }>(
      url,
      `SELECT count(*)::int AS open FROM message
       WHERE sent_at IS NULL AND failed_at IS NULL AND skipped_at IS NULL AND due_at <= portal_now()`,
    );
    if (row?.open === 0) return;
    await pause(250);
  }
}
