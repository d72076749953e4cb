/**
 * `npm run bench [-- <suite> …]`: speed as ratios within one run on the same cores, since times alone say little on a
 * shared machine, and what must never happen, counted under load. Writes bench/results/<date>.json and prints a table.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { closeDb } from "@/lib/platform/db";
import { forgetEnv } from "@/lib/platform/env";
import { now } from "@/lib/time/clock";
import { claims } from "./bench/claims";
import { content } from "./bench/content";
import { crash } from "./bench/crash";
import { draw } from "./bench/draw";
import { histories } from "./bench/histories";
import { http } from "./bench/http";
import { outage } from "./bench/outage";
import { search } from "./bench/search";
import type { Row, Suite } from "./bench/types";
import { applyMigrations } from "./migrate.mjs";
import { startThrowawayPostgres } from "./postgres.mjs";

const suites: Record<string, Suite> = { claims, http, histories, crash, outage, draw, search, content };
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in suites));
if (unknown.length > 0)
  throw new Error(`There is no suite ${unknown.join(", ")}; there are ${Object.keys(suites).join(", ")}.`);

process.env.PORTAL_SECRET ??= "a secret for the benchmark with enough characters";
process.env.LOG_LEVEL = "silent";
const rows: (Row & { suite: string })[] = [];
let date = "";
for (const [name, suite] of Object.entries(suites)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const postgres = await startThrowawayPostgres();
  try {
    process.env.DATABASE_URL = postgres.url;
    forgetEnv();
    await applyMigrations(postgres.url);
    date = (await now()).toString().slice(0, 10);
    console.log(`${name} …`);
    for (const row of await suite(postgres.url)) rows.push({ suite: name, ...row });
  } finally {
    await closeDb();
    await postgres.stop();
  }
}

const table = rows.map(({ value, ...row }) => ({ ...row, value: Number(value.toFixed(3)) }));
console.table(table);
mkdirSync("bench/results", { recursive: true });
writeFileSync(`bench/results/${date}.json`, `${JSON.stringify(table, null, 2)}\n`);
