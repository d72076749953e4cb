import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "./env";
import { PrismaClient } from "./generated/client";
import { processWide } from "./process-wide";
import { sessionOptions } from "./session";

function connect(): PrismaClient {
  const { DATABASE_URL, DATABASE_POOL, PORTAL_CLOCK_OFFSET } = env();
  return new PrismaClient({
    adapter: new PrismaPg({
      connectionString: DATABASE_URL,
      max: DATABASE_POOL,
      connectionTimeoutMillis: 10_000,
      options: sessionOptions(PORTAL_CLOCK_OFFSET),
    }),
  });
}

// One pool for all bundles of the process.
const kept = processWide("db", (): { client?: PrismaClient | undefined } => ({}));

/** The database. Opened on first use, so that a build needs none. */
export function db(): PrismaClient {
  kept.client ??= connect();
  return kept.client;
}

/** Closes the pool; for scripts and tests. */
export async function closeDb(): Promise<void> {
  await kept.client?.$disconnect();
  kept.client = undefined;
}
