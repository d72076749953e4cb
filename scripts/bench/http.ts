import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { db } from "@/lib/platform/db";
import { startNode, typescript } from "../lib/children.mjs";
import { inRoot } from "../lib/paths.mjs";
import { freePort } from "../lib/ports.mjs";
import { untilReady } from "../lib/serving.mjs";
import { letters, load } from "./load";
import { makeSlots } from "./places";
import type { Row, Suite } from "./types";

const holds = "/api/v1/offices/hagen/appointments";
let person = 0;
const body = (startsAt: string) => {
  person += 1;
  return JSON.stringify({
    concern: "card-pickup",
    startsAt,
    person: { givenName: "Test", familyName: `Person ${letters(person)}`, birthDate: "1990-03-27" },
    email: `person-${person}@example.org`,
    locale: "de",
  });
};

/** A client of one server that keeps its connections. */
function clientOf(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 2000 });
  const call = (method: "GET" | "POST", path: string, text?: string) =>
    new Promise<number>((resolve, reject) => {
      const headers = text
        ? {
            "Content-Type": "application/json",
            "Content-Length": Buffer.byteLength(text),
            "Idempotency-Key": randomUUID(),
          }
        : {};
      const sent = httpRequest({ host: "127.0.0.1", port, path, method, agent, headers }, (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode ?? 0));
      });
      sent.on("error", reject);
      sent.end(text);
    });
  return {
    empty: () => call("GET", "/api/health/live"),
    claim: (startsAt: string) => call("POST", holds, body(startsAt)),
    /** With a query the address is one that Next answers, by the same handler. */
    claimThroughNext: (startsAt: string) => call("POST", `${holds}?`, body(startsAt)),
    close: () => agent.destroy(),
  };
}
type Client = ReturnType<typeof clientOf>;

const width = 50;
const claimsEach = 1500;

/** Claims over HTTP against an empty handler of the same server, before and after, on the same cores. */
export const http: Suite = async (databaseUrl) => {
  const folder = mkdtempSync(join(tmpdir(), "mawid-bench-"));
  const settings = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    CHALLENGE_COST: "0",
    RATE_LIMITS: "off",
    LOG_LEVEL: "error",
  };
  const port = await freePort();
  const portal = startNode([...typescript.slice(1), inRoot("scripts", "portal.mjs")], {
    env: { ...settings, PORT: String(port), MAWID_DATA_DIR: folder },
    onText: () => {},
  });
  try {
    await untilReady(`http://localhost:${port}`, 300_000);
    const client = clientOf(port);
    const rows = [
      ...(await claimsOf(client)),
      ...(await growth(client)),
      ...(await inTheDatabase(databaseUrl)),
    ];
    client.close();
    return rows;
  } finally {
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Claims that must all be answered so. */
async function rush(
  claim: (startsAt: string) => Promise<number>,
  times: string[],
  count: number,
  wide: number,
  status: number,
) {
  const answers = new Map<number, number>();
  const result = await load(count, wide, async (index) => {
    const code = await claim(times[index % times.length] ?? "");
    answers.set(code, (answers.get(code) ?? 0) + 1);
  });
  const wrong = count - (answers.get(status) ?? 0);
  if (wrong > 0)
    throw new Error(
      `${wrong} of ${count} claims were not answered ${status}: ${JSON.stringify([...answers])}`,
    );
  return result;
}

/** Monday, 07:30: ten people for each of 300 places, 200 asking at any moment. Each place goes to one. */
async function monday(client: Client) {
  const times = await makeSlots(300, 1);
  const answers = new Map<number, number>();
  const result = await load(3000, 200, async (index) => {
    const code = await client.claim(times[(index * 7) % 300] ?? "");
    answers.set(code, (answers.get(code) ?? 0) + 1);
  });
  if (answers.get(201) !== 300 || answers.get(409) !== 2700)
    throw new Error(`a rush on 300 places was answered ${JSON.stringify([...answers])}`);
  return result;
}

async function claimsOf(client: Client): Promise<Row[]> {
  const times = await makeSlots(6000, 10);
  await load(1000, width, client.empty);
  await rush(client.claim, times.slice(0, 300), 300, width, 201);
  await rush(client.claimThroughNext, times.slice(300, 600), 300, width, 201);
  const before = await load(3000, width, client.empty);
  const wins = await rush(client.claim, times.slice(600, 600 + claimsEach), claimsEach, width, 201);
  const throughNext = await rush(
    client.claimThroughNext,
    times.slice(3000, 3000 + claimsEach),
    claimsEach,
    width,
    201,
  );
  const [full = ""] = times;
  await db().$executeRaw`UPDATE slot SET open = false WHERE starts_at = ${full}::timestamptz`;
  const losses = await rush(client.claim, [full], claimsEach, width, 409);
  const rushed = await monday(client);
  const after = await load(3000, width, client.empty);
  const empty = (before.perSecond + after.perSecond) / 2;
  return [
    { what: "empty handler over HTTP", value: empty, unit: "1/s" },
    { what: "claims over HTTP that win", value: wins.perSecond, unit: "1/s" },
    {
      what: "claims over HTTP that win, against the empty handler",
      value: wins.perSecond / empty,
      unit: "ratio",
    },
    {
      what: "claims of a Monday (3,000 people, 300 places) over HTTP, against the empty handler",
      value: rushed.perSecond / empty,
      unit: "ratio",
    },
    { what: "the same: p95 of an answer", value: rushed.p95, unit: "ms" },
    {
      what: "claims over HTTP that lose, against the empty handler",
      value: losses.perSecond / empty,
      unit: "ratio",
    },
    {
      what: "claims over HTTP that lose, against those that win",
      value: losses.perSecond / wins.perSecond,
      unit: "ratio",
    },
    {
      what: "the same through Next, against the empty handler",
      value: throughNext.perSecond / empty,
      unit: "ratio",
    },
  ];
}

/** How a rush on 300 places grows with the clients, and claims with the slots there are. */
async function growth(client: Client): Promise<Row[]> {
  const rows: Row[] = [];
  for (const clients of [50, 200, 1000]) {
    const [place = ""] = await makeSlots(300, 1);
    const answers = await load(clients, clients, () => client.claim(place));
    rows.push({ what: `${clients} clients for one place, p95`, value: answers.p95, unit: "ms" });
  }
  let first = 0;
  for (const slots of [300, 3000, 30_000]) {
    const times = await makeSlots(slots, slots / 100);
    const wins = await rush(client.claim, times, 300, width, 201);
    first ||= wins.perSecond;
    rows.push({
      what: `claims among ${slots} slots, against 300`,
      value: wins.perSecond / first,
      unit: "ratio",
    });
  }
  return rows;
}

/** The same claim by pgbench: what the database alone can do. Left out where pgbench is not installed. */
async function inTheDatabase(databaseUrl: string): Promise<Row[]> {
  await makeSlots(6000, 10);
  const file = join(mkdtempSync(join(tmpdir(), "mawid-pgbench-")), "claim.sql");
  writeFileSync(
    file,
    `\\set person random(1, 1000000000)
\\set quarter random(0, 599)
SELECT outcome FROM hold_appointment('hagen', 'auslaenderbehoerde', 'card-pickup', '{}', 1, 15,
  date_trunc('hour', portal_now()) + interval '1 day' + :quarter * interval '15 minutes', '2 hours', '20 minutes', 3, 10,
  'Europe/Berlin', 'PB-' || :person, jsonb_build_array(jsonb_build_object('givenName', 'A', 'familyName', 'B',
  'birthDate', '1990-01-01', 'key', 'k' || :person)), 'p' || :person || '@example.org', 'm' || :person, NULL, NULL, 'de',
  NULL, NULL);`,
  );
  try {
    const text = execFileSync(
      "pgbench",
      ["-n", "-c", "20", "-t", String(claimsEach / 20), "-M", "prepared", "-f", file, databaseUrl],
      { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
    );
    const perSecond = Number(/tps = ([\d.]+)/.exec(text)?.[1]);
    return [{ what: "the same claim by pgbench", value: perSecond, unit: "1/s" }];
  } catch {
    console.log("pgbench is not installed, so its figure is missing.");
    return [];
  }
}
