import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "./env";
import { PrismaClient } from "./generated/client";
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

// Hot reload loads this module again and again; the pool must not grow with it.
const kept = globalThis as unknown as { mawidDb?: PrismaClient };

/** The database. Opened on first use, so that a build needs none. */
export function db(): PrismaClient {
  kept.mawidDb ??= connect();
  return kept.mawidDb;
}

/** Closes the pool; for scripts and tests. */
export async function closeDb(): Promise<void> {
  await kept.mawidDb?.$disconnect();
  kept.mawidDb = undefined;
}
