import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { availability } from "@/lib/booking/queries";
import { getOffice } from "@/lib/offices/queries";
import { db } from "@/lib/platform/db";
import { runHistory } from "../../scripts/histories/run";
import { publishHagen, removeGuards } from "../support/booking";
import { createDatabase, setClock } from "../support/database";

let url: string;
let drop: () => Promise<void>;
let times: string[];

beforeAll(async () => {
  ({ url, drop } = await createDatabase());
  await setClock("2027-01-05T12:00:00+01:00");
});
afterAll(() => drop());

beforeEach(async () => {
  await db().$executeRaw`TRUNCATE appointment, week, message CASCADE`;
  await publishHagen("2027-W02");
  // One day with two counters: few places, much wanted.
  await db().$executeRaw`DELETE FROM slot WHERE counter > 2 OR starts_at::date <> '2027-01-13'`;
  const hagen = getOffice("hagen");
  const free = hagen && (await availability(hagen, "card-pickup"));
  times = free?.days.flatMap((day) => day.times.map((time) => time.startsAt)) ?? [];
});

it.each([1, 2])(
  "a random history of two processes loses nothing and gives nothing twice (seed %i)",
  async (seed) => {
    const history = await runHistory({ seed, clients: 300, processes: 2, width: 20, times });
    expect(history).toMatchObject({ errors: [], violations: [] });
    expect(history.acknowledged.length).toBeGreaterThan(28);
  },
);

it("is found wanting when the guards are gone (negative control)", async () => {
  const restore = await removeGuards(url);
  const { violations } = await runHistory({ seed: 3, clients: 300, processes: 2, width: 20, times });
  expect(violations.length).toBeGreaterThan(0);
  await restore();
});
