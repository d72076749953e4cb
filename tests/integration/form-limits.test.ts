import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { enterAction } from "@/lib/booking/draw/actions";
import { db } from "@/lib/platform/db";
import { type LimitedUse, limits, secondsToWait } from "@/lib/platform/rate-limits";
import { joinAction } from "@/lib/waitlist/actions";
import { asOwner, createDatabase, setClock } from "../support/database";
import { duringDraw, publishDraw } from "../support/draws";

// Whom a form's request comes from, Next tells within a request only.
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "X-Forwarded-For": "192.0.2.9" }) }));

let database: Awaited<ReturnType<typeof createDatabase>>;
let draw: string;

beforeAll(async () => {
  database = await createDatabase();
  await setClock(duringDraw);
  draw = await publishDraw();
});
afterAll(() => database.drop());
beforeEach(() => asOwner(database.url, "TRUNCATE network_use"));

const fields = {
  ...{ locale: "de", office: "hagen", concern: "card-pickup" },
  ...{ givenName: "Erste", familyName: "Person", birthDay: "1", birthMonth: "2", birthYear: "1990" },
  email: "person-1@example.org",
};
const form = (more: Record<string, string> = {}) => {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...more })) data.set(name, value);
  return data;
};
const flood = async (use: LimitedUse) => {
  const headers = new Headers({ "X-Forwarded-For": "192.0.2.10" });
  await Promise.all(Array.from({ length: limits[use].requests }, () => secondsToWait(use, headers)));
};

describe("a network that has sent too many forms", () => {
  // First: the process remembers whom it has refused.
  it("does both until then (negative control)", async () => {
    const way = (error: unknown) => String((error as { digest?: string }).digest);
    await expect(joinAction({ values: {}, fields: [], chosen: [] }, form()).catch(way)).resolves.toContain(
      "/de/offices/hagen/waitlist",
    );
    await expect(
      enterAction({ values: {}, days: [], parts: [], fields: [] }, form({ draw })).catch(way),
    ).resolves.toContain("/de/offices/hagen/draw/sent");
  });

  it("joins no waiting list, is told how long to wait, and loses nothing that was typed", async () => {
    await flood("waiting_list");
    const state = await joinAction({ values: {}, fields: [], chosen: [] }, form());
    expect(state).toMatchObject({ failure: "rate_limited", values: { givenName: "Erste" } });
    expect(state.minutes).toBeGreaterThan(0);
    expect(await db().waitlistEntry.count()).toBe(1);
  });

  it("enters no draw, likewise", async () => {
    await flood("draw");
    const state = await enterAction({ values: {}, days: [], parts: [], fields: [] }, form({ draw }));
    expect(state).toMatchObject({ failure: "rate_limited", values: { givenName: "Erste" } });
    expect(state.minutes).toBeGreaterThan(0);
    expect(await db().drawEntry.count()).toBe(1);
  });
});
