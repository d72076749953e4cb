import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { db } from "@/lib/platform/db";
import { inRoot } from "../lib/paths.mjs";
import type { Acknowledged, ClientOptions, History } from "./types";

const register = inRoot("scripts", "register.mjs");
const client = fileURLToPath(new URL("./client.ts", import.meta.url));

/**
 * Lets several processes with many clients each book at random, and compares what was acknowledged with what is stored.
 * Places that were given up return within milliseconds instead of minutes, so that they are sold again.
 */
export async function runHistory(
  options: Omit<ClientOptions, "first"> & { processes: number },
): Promise<History> {
  const { processes, clients, ...rest } = options;
  const returning = setInterval(() => {
    void db().$executeRaw`UPDATE slot SET public_at = NULL WHERE public_at IS NOT NULL`.catch(() => {});
  }, 50);
  try {
    const each = Math.ceil(clients / processes);
    const lines = await Promise.all(
      Array.from({ length: processes }, (_, index) =>
        runClients({ ...rest, clients: each, first: index * each }),
      ),
    );
    const records = lines.flat().map((line) => JSON.parse(line) as Acknowledged | { error: string });
    const errors = records.flatMap((record) => ("error" in record ? [record.error] : []));
    const acknowledged = records.flatMap((record) => ("error" in record ? [] : [record]));
    return { acknowledged, errors, violations: await violationsOf(acknowledged) };
  } finally {
    clearInterval(returning);
  }
}

function runClients(options: ClientOptions): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ["--conditions=react-server", "--import", register, client, JSON.stringify(options)],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0
        ? resolve(text.split("\n").filter((line) => line.startsWith("{")))
        : reject(new Error(`the clients ended with ${code}`)),
    );
  });
}

/** What the database says against the acknowledgements. */
async function violationsOf(acknowledged: Acknowledged[]): Promise<string[]> {
  const rows = await db().appointment.findMany({ include: { slots: true } });
  const byId = new Map(acknowledged.map((known) => [known.id, known]));
  const problems = rows.flatMap((row) => {
    const known = byId.get(row.id);
    if (!known) return [`${row.reference} is stored, but was told to nobody`];
    const wanted = row.state === "cancelled" ? 0 : row.units;
    return [
      ...(known.state === row.state
        ? []
        : [`${row.reference} is ${row.state}, and was said to be ${known.state}`]),
      ...(new Date(known.startsAt).getTime() === row.startsAt.getTime()
        ? []
        : [`${row.reference} is at another time than was said`]),
      ...(row.slots.length === wanted ? [] : [`${row.reference} has ${row.slots.length} slots of ${wanted}`]),
      ...(row.slots.every(
        (slot) => slot.counter === row.counter && slot.startsAt >= row.startsAt && slot.endsAt <= row.endsAt,
      )
        ? []
        : [`${row.reference} has slots elsewhere`]),
    ];
  });
  const stored = new Set(rows.map((row) => row.id));
  const lost = acknowledged.filter((known) => !stored.has(known.id));
  const twice = await db().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM appointment a JOIN appointment b
      ON a.id < b.id AND a.office = b.office AND a.department = b.department AND a.counter = b.counter
      AND tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
    WHERE a.state <> 'cancelled' AND b.state <> 'cancelled'`;
  return [
    ...problems,
    ...lost.map((known) => `${known.reference} was acknowledged and is not stored`),
    ...(twice[0]?.n ? [`${twice[0].n} pairs of appointments share a place`] : []),
  ];
}
