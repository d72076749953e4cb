import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { OPTIONS as explainNowhere, GET as openNowhere } from "@/app/api/[[...path]]/route";
import { holdAppointment } from "@/lib/booking/commands";
import { runDueDraws } from "@/lib/booking/draw/commands";
import { signToken } from "@/lib/platform/crypto";
import { bookedAppointment } from "../support/appointment";
import { holdRequest, publishHagen } from "../support/booking";
import { contractOf } from "../support/contract";
import { createDatabase, setClock, withSettings } from "../support/database";
import { afterDraw, beforeDraw, closing, duringDraw, enter, publishDraw } from "../support/draws";
import { answerOf, apiDocument, callRoute, json } from "../support/routes";
import { emptyWeeks, idOf } from "../support/weeks";

// Answers of the routes, each held against the OpenAPI document; tests/e2e/contract.spec.ts does the same with a running
// portal.

let database: Awaited<ReturnType<typeof createDatabase>>;
let contract: ReturnType<typeof contractOf>;
const noon = "2027-01-05T12:00:00+01:00";

beforeAll(async () => {
  database = await createDatabase();
  contract = contractOf(apiDocument());
});
afterAll(() => database.drop());
beforeEach(async () => {
  await setClock(noon);
  await emptyWeeks(database.url);
});

const holdRoute = "POST /api/v1/offices/{office}/appointments";
const { office: _office, ...holdBody } = holdRequest(1);
const office = { office: "hagen" };

it("a wrong answer is seen, in status, type, headers and body (negative control)", async () => {
  const { response, pathname } = await callRoute("GET /api/v1/offices");
  const { status, headers } = response;
  const body = await response.json();
  const check = (changes: object) => contract.check("GET", pathname, { status, headers, body, ...changes });
  expect(check({})).toEqual([]);
  expect(check({ status: 201 })).toEqual(["status 201 is not documented"]);
  expect(check({ body: { offices: [{ slug: "hagen" }] } })).toEqual([expect.stringContaining("/offices/0")]);
  expect(check({ body: { ...body, more: 1 } })).toHaveLength(1);
  const without = new Headers(headers);
  without.delete("cache-control");
  expect(check({ headers: without })).toEqual(["header Cache-Control is missing"]);
  const html = new Headers({ ...Object.fromEntries(headers), "content-type": "text/html" });
  expect(check({ headers: html })).toHaveLength(1);
  expect(contract.check("PUT", pathname, { status, headers, body })).not.toEqual([]);
  expect(contract.check("GET", "/api/v1/nowhere", { status, headers, body })).not.toEqual([]);
});

describe("what becomes of a request for an appointment", () => {
  const hold = (index: number, changes: object = {}, headers: Record<string, string> = {}) =>
    answerOf(holdRoute, office, json({ ...holdBody, ...holdOf(index), ...changes }, headers));
  const holdOf = (index: number) => {
    const { person, email } = holdRequest(index);
    return { person, email };
  };

  it("is an answer of the document, for every reason there is", async () => {
    await publishHagen("2027-W02");
    await withSettings({ CHALLENGE_COST: "0" }, async () => {
      const codes = async (...calls: ReturnType<typeof hold>[]) =>
        (await Promise.all(calls)).map(({ status, body }) => [status, body.code ?? body.status]);
      const key = { "Idempotency-Key": "one" };
      expect(await codes(hold(1, {}, key))).toEqual([[201, "held"]]);
      expect(
        await codes(hold(1, {}, key), hold(2, {}, key), hold(1, { email: "other@example.org" })),
      ).toEqual([
        [201, "held"],
        [422, "idempotency_mismatch"],
        [409, "limit_reached"],
      ]);
      expect(await codes(hold(3, { startsAt: "2027-06-02T10:00:00+02:00" }))).toEqual([
        [422, "outside_window"],
      ]);
      for (const index of [4, 5, 6]) await holdAppointment(holdRequest(index));
      const { status, body } = await hold(7);
      expect([status, body.code]).toEqual([409, "slot_taken"]);
      expect(body.alternatives).toHaveLength(5);
      const fields = async (changes: object) =>
        (await hold(8, changes)).body.errors.map((error: { pointer: string }) => error.pointer);
      expect(await fields({ concern: "fishing" })).toEqual(["/concern"]);
      for (const further of [
        ["fishing"],
        ["loss-report"],
        ["family-reunification", "residence-permit-first"],
      ])
        expect(await fields({ furtherConcerns: further })).toEqual(["/furtherConcerns"]);
      expect(await fields({ companions: Array(7).fill(holdBody.person) })).toEqual(["/companions"]);
      const person = { ...holdBody.person, birthDate: "2027-02-01" };
      expect(await fields({ person })).toEqual(["/person/birthDate"]);
      const born = (birthDate: string) => ({ ...holdBody.person, birthDate });
      expect(await fields({ companions: [born("2015-05-05"), born("2027-02-01")] })).toEqual([
        "/companions/1/birthDate",
      ]);
      const { startsAt: _startsAt, ...waits } = holdBody;
      const waitlist = { ...waits, office: "hagen", companions: [born("1850-01-01")] };
      const refused = await answerOf("POST /api/v1/waitlist", {}, json(waitlist));
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, "/companions/0/birthDate"]);
    });
    expect((await hold(9)).body.code).toBe("challenge_failed");
    expect((await answerOf(holdRoute, { office: "atlantis" }, json(holdBody))).status).toBe(404);
  });
});

describe("free times", () => {
  const times = (query: string) =>
    answerOf(
      "GET /api/v1/offices/{office}/concerns/{concern}/availability",
      { ...office, concern: "card-pickup" },
      { query },
    );

  it("are of the whole visit, when it is more than one concern of one person", async () => {
    await publishHagen("2027-W02");
    const last = async (query: string) => {
      const { body } = await times(query);
      const wednesday = body.days.find(({ date }: { date: string }) => date === "2027-01-13");
      return wednesday.times.at(-1).startsAt.slice(11, 16);
    };
    // Until noon, in quarters of an hour: one for the card, one for each further person, two for the other concern.
    expect(await last("")).toBe("11:45");
    expect(await last("?persons=3")).toBe("11:15");
    expect(await last("?furtherConcerns=residence-permit-extension")).toBe("11:15");
  });

  it.each([
    ["?from=tomorrow", "/from", "date"],
    ["?to=2027-02-30", "/to", "date"],
    ["?persons=0", "/persons", "too_many_persons"],
    ["?persons=7", "/persons", "too_many_persons"],
    ["?furtherConcerns=fishing", "/furtherConcerns", "concern"],
    ["?until=2027-01-13", "/until", "unknown_field"],
  ])("are refused for %s", async (query, pointer, code) => {
    expect((await times(query)).body).toMatchObject({ code: "invalid", errors: [{ pointer, code }] });
  });
});

it("a draw is shown as the document says, from its announcement to its result", async () => {
  await setClock(beforeDraw);
  const draw = await publishDraw();
  const show = async () => (await answerOf("GET /api/v1/draws/{draw}", { draw })).body.state;
  expect(await show()).toBe("announced");
  await setClock(duringDraw);
  expect(await show()).toBe("open");
  for (const index of [1, 2]) await enter(draw, index);
  await setClock(closing);
  expect(await show()).toBe("closed");
  await setClock(afterDraw);
  await runDueDraws();
  const { headers, body } = await answerOf("GET /api/v1/draws/{draw}", { draw });
  expect([body.state, headers.get("cache-control")]).toEqual(["drawn", "public, max-age=3600"]);
});

it("addresses that do not exist say so, whatever is asked of them", async () => {
  const context = { params: Promise.resolve({}) };
  for (const pathname of ["/api", "/api/v1", "/api/v2/offices", "/api/v1/offices/hagen/nothing"]) {
    const response = await openNowhere(new Request(`http://localhost${pathname}`), context);
    const { status, headers } = response;
    expect(status).toBe(404);
    expect(contract.check("GET", pathname, { status, headers, body: await response.json() })).toEqual([]);
  }
  const explained = await explainNowhere(new Request("http://localhost/api/v1"), context);
  expect([explained.status, await explained.text()]).toEqual([204, ""]);
});

it("the type of a problem is the address of its description in the document", async () => {
  const { body } = await answerOf("GET /api/v1/offices/{office}", { office: "atlantis" });
  const [address, place = ""] = body.type.split("#");
  expect(new URL(address).pathname).toBe("/api/v1/openapi.json");
  expect(contract.faults(body, place.slice(1).split("/"))).toEqual([]);
});

describe("an appointment that cannot be changed any more", () => {
  const move = (token: string) =>
    answerOf(
      "POST /api/v1/appointments/{token}/reschedule",
      { token },
      json({ startsAt: "2027-01-14T15:00:00+01:00" }),
    );
  const cancel = (token: string) => answerOf("POST /api/v1/appointments/{token}/cancel", { token });
  const codes = async (...calls: ReturnType<typeof move>[]) =>
    (await Promise.all(calls)).map(({ status, body }) => [status, body.code]);

  beforeEach(() => publishHagen("2027-W02"));

  it("says that it has begun", async () => {
    const { token } = await bookedAppointment();
    await setClock("2027-01-13T10:00:00+01:00");
    expect(await codes(move(token), cancel(token))).toEqual([
      [409, "too_late"],
      [409, "too_late"],
    ]);
    await setClock("2027-01-13T11:00:00+01:00");
    const { body } = await answerOf("GET /api/v1/appointments/{token}", { token });
    expect(body.status).toBe("past");
  });

  it("says that it was never confirmed", async () => {
    const id = idOf(await holdAppointment(holdRequest(1)));
    const token = signToken("manage", id);
    expect(await codes(move(token))).toEqual([[409, "not_confirmed"]]);
    await setClock("2027-01-05T12:30:00+01:00");
    const extend = answerOf("POST /api/v1/holds/{token}/extend", { token: signToken("hold", id) });
    expect(await codes(cancel(token), extend)).toEqual([
      [410, "hold_expired"],
      [410, "hold_expired"],
    ]);
    const { body } = await answerOf("GET /api/v1/appointments/{token}", { token });
    expect(body.status).toBe("expired");
  });
});

it("the waiting list tells which field is wrong, and nothing about who is on it", async () => {
  const { startsAt: _startsAt, ...wish } = holdBody;
  const join = (changes: object) =>
    answerOf("POST /api/v1/waitlist", {}, json({ ...wish, ...office, ...changes }));
  const first = await join({});
  expect([first.status, first.body]).toEqual([202, { status: "unconfirmed" }]);
  expect((await join({})).body).toEqual(first.body);
  const fields = async (changes: object) =>
    (await join(changes)).body.errors.map((error: { pointer: string }) => error.pointer);
  expect(await fields({ concern: "fishing" })).toEqual(["/concern"]);
  expect(await fields({ furtherConcerns: ["fishing"] })).toEqual(["/furtherConcerns"]);
  expect(await fields({ companions: Array(7).fill(holdBody.person) })).toEqual(["/companions"]);
  expect(await fields({ reason: "boredom" })).toEqual(["/reason"]);
  expect(await fields({ days: ["someday"], parts: ["night"] })).toEqual(["/days/0", "/parts/0"]);
  expect((await join({ office: "atlantis" })).body.code).toBe("not_found");
});
