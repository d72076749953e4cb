import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { forgetEnv } from "@/lib/platform/env";
import { createLimits, forgetNetworks, type LimitedUse, limits } from "@/lib/platform/rate-limits";
import { asOwner, createDatabase } from "../support/database";

let database: Awaited<ReturnType<typeof createDatabase>>;
/** Each process has its own; they have nothing in common but the database. */
let ours: ReturnType<typeof createLimits>;
let other: ReturnType<typeof createLimits>;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(async () => {
  await database.drop();
});
beforeEach(async () => {
  await asOwner(database.url, "TRUNCATE network_use");
  ours = createLimits();
  other = createLimits();
});

const from = (address: string) => new Headers({ "X-Forwarded-For": address });
const atMost = limits.mail_first.requests;

async function send(times: number, address: string, by = ours, use: LimitedUse = "mail_first") {
  const waits = await Promise.all(Array.from({ length: times }, () => by(use, from(address))));
  return waits.filter((wait) => wait !== null);
}

describe("a network", () => {
  it.each(Object.keys(limits) as LimitedUse[])(
    "may send so many requests for %s, and not one more",
    async (use) => {
      const { requests, minutes } = limits[use];
      expect(await send(requests, "192.0.2.1", ours, use)).toEqual([]);
      const [wait] = await send(1, "192.0.2.1", ours, use);
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(minutes * 60);
    },
  );

  it("is a /24 or a /64, and does not touch another one", async () => {
    expect(await send(atMost, "192.0.2.1")).toEqual([]);
    expect(await send(1, "192.0.2.200")).toHaveLength(1);
    expect(await send(1, "192.0.3.1")).toEqual([]);
    expect(await send(atMost, "2001:db8:0:1::1")).toEqual([]);
    expect(await send(1, "2001:db8:0:1:abcd::2")).toHaveLength(1);
    expect(await send(1, "2001:db8:0:2::1")).toEqual([]);
  });

  it("has its own count for each thing", async () => {
    expect(await send(atMost + 1, "192.0.2.1")).toHaveLength(1);
    expect(await send(1, "192.0.2.1", ours, "waiting_list")).toEqual([]);
  });

  it("may go on in the next window", async () => {
    expect(await send(atMost + 1, "192.0.2.1")).toHaveLength(1);
    await asOwner(database.url, "UPDATE network_use SET expire = 1");
    // The process that refused remembers it until the window is over; another one asks the database.
    expect(await send(1, "192.0.2.1")).toHaveLength(1);
    expect(await send(1, "192.0.2.1", other)).toEqual([]);
  });

  it("is not limited when limits are off (negative control)", async () => {
    process.env.RATE_LIMITS = "off";
    forgetEnv();
    try {
      expect(await send(atMost + 1, "192.0.2.1")).toEqual([]);
    } finally {
      delete process.env.RATE_LIMITS;
      forgetEnv();
    }
    expect(await send(atMost + 1, "192.0.2.1")).toHaveLength(1);
  });
});

describe("two processes", () => {
  it("count together, also at the same moment", async () => {
    const refused = await Promise.all([send(atMost, "192.0.2.1"), send(10, "192.0.2.1", other)]);
    expect(refused.flat()).toHaveLength(10);
  });

  it("do so by the database alone (negative control)", async () => {
    expect(await send(atMost, "192.0.2.1")).toEqual([]);
    await asOwner(database.url, "TRUNCATE network_use");
    expect(await send(1, "192.0.2.1", other)).toEqual([]);
  });
});

it("a network is stored as a keyed hash, and forgotten when its window is over", async () => {
  await send(2, "192.0.2.1");
  await send(1, "198.51.100.1");
  const rows = await db().networkUse.findMany();
  expect(rows.map((row) => row.points).sort()).toEqual([1, 2]);
  for (const row of rows) expect(row.key).toMatch(/^mail_first:[\w-]{43}$/);
  await forgetNetworks();
  expect(await db().networkUse.count()).toBe(2);
  await asOwner(database.url, "UPDATE network_use SET expire = 1 WHERE points = 1");
  await forgetNetworks();
  expect(await db().networkUse.count()).toBe(1);
});

it("the decision's table says what the limits are", () => {
  const text = readFileSync("docs/decisions/0011-programs-and-people.md", "utf8");
  const rows = [...text.matchAll(/^\| `(\w+)` \| (\d+) \| (\d+) \|$/gm)];
  const told = rows.map(([, use, requests, minutes]) => [
    use,
    { requests: Number(requests), minutes: Number(minutes) },
  ]);
  expect(Object.fromEntries(told)).toEqual(limits);
});
