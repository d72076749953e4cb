import "server-only";
import { headers } from "next/headers";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { keyedHash } from "./crypto";
import { db } from "./db";
import { env } from "./env";
import { networkOf } from "./networks";

/**
 * Requests that one network may send within so many minutes. Generous, because a shelter with hundreds of people shares
 * one address, and a mobile network puts a town behind a few: what a person may book is limited by person and mail
 * address, and a program is slowed down by its challenges. The numbers only end a flood. docs/decisions/0011 explains
 * each; its table is checked against this one.
 */
export const limits = {
  hold: { requests: 600, minutes: 10 },
  confirm: { requests: 600, minutes: 10 },
  /** What belongs to one hold, appointment or entry of the waiting list, and is reached with its token. */
  token: { requests: 2400, minutes: 10 },
  challenge: { requests: 1200, minutes: 10 },
  availability: { requests: 3000, minutes: 10 },
  search: { requests: 3000, minutes: 10 },
  mail_first: { requests: 120, minutes: 60 },
  waiting_list: { requests: 300, minutes: 60 },
  draw: { requests: 600, minutes: 60 },
  feedback: { requests: 300, minutes: 60 },
} as const satisfies Record<string, { requests: number; minutes: number }>;

export type LimitedUse = keyof typeof limits;

/** The library speaks to a pool of `pg`; this is what it needs of one. The pool stays the one there is. */
const store = {
  async query({ text, values }: { text: string; values: unknown[] }) {
    const rows = await db().$queryRawUnsafe<{ points: number; expire: bigint }[]>(text, ...values);
    return {
      rows: rows.map(({ points, expire }) => ({ points, expire: Number(expire) })),
      rowCount: rows.length,
    };
  },
};

function limiter(use: LimitedUse): RateLimiterPostgres {
  const { requests, minutes } = limits[use];
  return new RateLimiterPostgres({
    storeClient: store,
    storeType: "pool",
    tableName: "network_use",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: use,
    points: requests,
    duration: minutes * 60,
    // A network that has used up everything is refused without asking the database again.
    inMemoryBlockOnConsumed: requests,
  });
}

/** Counts requests by network, for all processes together: the counts are in the database. */
export function createLimits(): (use: LimitedUse, headers: Headers) => Promise<number | null> {
  const limiters = new Map<LimitedUse, RateLimiterPostgres>();
  return async (use, headers) => {
    if (env().RATE_LIMITS === "off") return null;
    let limited = limiters.get(use);
    if (!limited) {
      limited = limiter(use);
      limiters.set(use, limited);
    }
    try {
      // Only a keyed hash is stored: which networks have asked is nobody's business.
      await limited.consume(keyedHash("network", networkOf(headers.get("x-forwarded-for"))));
      return null;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    }
  };
}

/** Counts one request; gives the seconds to wait when its network has sent too many, and null when it may go on. */
export const secondsToWait = createLimits();

/** The same for a form's action, in whole minutes, as a page says it. */
export async function minutesToWait(use: LimitedUse): Promise<number | null> {
  const seconds = await secondsToWait(use, await headers());
  return seconds === null ? null : Math.ceil(seconds / 60);
}

/** What a form that acts by a token answers where its network has sent too many; null when it may go on. */
export async function tokenRefusal(): Promise<{ failure: "rate_limited"; minutes: number } | null> {
  const minutes = await minutesToWait("token");
  return minutes === null ? null : { failure: "rate_limited", minutes };
}

/** Failed attempts to sign in that one account, or one device that its owner has used, may see in so many minutes. */
export const attempts = { requests: 10, minutes: 10 };

const attemptLimiter = new RateLimiterPostgres({
  storeClient: store,
  storeType: "pool",
  tableName: "network_use",
  tableCreated: true,
  clearExpiredByTimeout: false,
  keyPrefix: "attempt",
  points: attempts.requests,
  duration: attempts.minutes * 60,
});

/** Counts an attempt before it is made, so that many at once are many; false when there were too many already. */
export async function takeAttempt(subject: string): Promise<boolean> {
  if (env().RATE_LIMITS === "off") return true;
  try {
    await attemptLimiter.consume(subject);
    return true;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return false;
  }
}

/** An attempt that succeeded counts for nothing. */
export async function returnAttempt(subject: string): Promise<void> {
  if (env().RATE_LIMITS !== "off") await attemptLimiter.reward(subject);
}

/** Deletes counts of windows that are over. */
export async function forgetNetworks(): Promise<void> {
  await db().$executeRaw`
    DELETE FROM network_use WHERE expire < extract(epoch FROM clock_timestamp()) * 1000`;
}
