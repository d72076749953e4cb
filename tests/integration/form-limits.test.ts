import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import * as appointments from "@/lib/booking/actions";
import * as changes from "@/lib/booking/changes/actions";
import * as checklists from "@/lib/booking/checklist/actions";
import * as draws from "@/lib/booking/draw/actions";
import { db } from "@/lib/platform/db";
import { type LimitedUse, limits, secondsToWait } from "@/lib/platform/rate-limits";
import * as lines from "@/lib/waitlist/actions";
import { asOwner, createDatabase, setClock } from "../support/database";
import { duringDraw, publishDraw } from "../support/draws";

// Whom a form's request comes from, Next tells within a request only.
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "X-Forwarded-For": "192.0.2.9" }) }));

const { enterAction } = draws;
const { joinAction } = lines;

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

type Outcome = { failure?: string; minutes?: number };
const every = { ...appointments, ...changes, ...checklists, ...draws, ...lines } as Record<
  string,
  (state: never, form: FormData) => Promise<Outcome>
>;
/** Limits of their own, which are seen above and in `rate-limits.test.ts`: these bring no token of the person. */
const otherwise = ["holdAction", "joinAction", "enterAction"];
const sent = { token: "guessed", startsAt: "2027-01-13T10:00:00+01:00", answer: "coming", step: "leave" };
const act = (name: string, state: object = {}) => every[name]?.(state as never, form(sent));

describe("the forms that act by a token", () => {
  const names = Object.keys(every).filter((name) => !otherwise.includes(name));
  const use = (name: string): LimitedUse => (name === "confirmAction" ? "confirm" : "token");

  // First: the process remembers whom it has refused.
  it.each(names)("%s says until then that there is no such thing (negative control)", async (name) => {
    const { failure } = (await act(name)) ?? {};
    expect(failure).toBeDefined();
    expect(failure).not.toBe("rate_limited");
    const [count] = await db().networkUse.findMany();
    expect(count).toMatchObject({ key: expect.stringContaining(`${use(name)}:`), points: 1 });
  });

  it.each(names)("%s tells a network that guesses how long to wait", async (name) => {
    await flood(use(name));
    const state = await act(name);
    expect(state?.failure).toBe("rate_limited");
    expect(state?.minutes).toBeGreaterThan(0);
  });

  it("lose nothing: what was ticked off, and the time that was chosen among others, come back", async () => {
    await flood("token");
    const ticked = form(sent);
    for (const id of ["passport", "photo"]) ticked.append("ready", id);
    const shared = await every.shareAction?.({} as never, ticked);
    expect(shared).toMatchObject({ failure: "rate_limited", ready: ["passport", "photo"] });
    const alternatives = [sent.startsAt, "2027-01-13T10:15:00+01:00"];
    const moved = await act("moveAction", { failure: "slot_taken", alternatives });
    expect(moved).toMatchObject({ failure: "rate_limited", alternatives, chosen: sent.startsAt });
  });
});
