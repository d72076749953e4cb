import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/[locale]/feedback/send/route";
import { forgetFeedback, keepMissing, keepVote } from "@/lib/pages/feedback/commands";
import { pageOpinions, voteByToken } from "@/lib/pages/feedback/queries";
import { longestFeedback, missingSchema } from "@/lib/pages/feedback/schema";
import { signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { limits, secondsToWait } from "@/lib/platform/rate-limits";
import { asOwner, createDatabase, setClock } from "../support/database";

let database: Awaited<ReturnType<typeof createDatabase>>;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await setClock("2027-01-05T12:00:00+01:00");
  await db().pageFeedback.deleteMany();
});

const page = "/guides/blue-passport";

async function post(fields: Record<string, string>, headers: Record<string, string> = {}) {
  const request = new Request(`http://localhost/${fields.locale}/feedback/send`, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
  });
  const response = await POST(request, { params: Promise.resolve({ locale: fields.locale ?? "" }) });
  const location = response.headers.get("location");
  return {
    status: response.status,
    location,
    token: location ? new URL(location, "http://x").searchParams.get("given") : null,
  };
}
const vote = { page, locale: "ar", helpful: "no" };
const rows = () => db().pageFeedback.findMany();

describe("feedback on a page", () => {
  it("is a vote, and then what was missing, once, by forms that need no script", async () => {
    const { status, location, token } = await post(vote);
    expect(status).toBe(303);
    expect(location).toMatch(/^\/ar\/feedback\?given=[A-Za-z0-9_-]{54}$/);
    expect(await voteByToken(token ?? "")).toEqual({ page, helpful: false, told: false });
    const told = { token: token ?? "", locale: "ar", missing: " رسوم التجديد\r\nمن فضلكم " };
    expect(await post(told)).toEqual({ status: 303, location, token });
    expect(await voteByToken(token ?? "")).toMatchObject({ told: true });
    await post({ ...told, missing: "something else" });
    expect(await rows()).toMatchObject([{ missing: "رسوم التجديد\nمن فضلكم" }]);
  });

  it("keeps the page, the language, the day, and nothing about who gave it", async () => {
    await post(vote, { "x-forwarded-for": "192.0.2.7", "user-agent": "a browser" });
    const [row] = await rows();
    expect(Object.keys(row ?? {}).sort()).toEqual(["givenOn", "helpful", "id", "locale", "missing", "page"]);
    expect(row?.givenOn.toISOString()).toBe("2027-01-05T00:00:00.000Z");
  });

  it.each([
    ["a page that is not there", { ...vote, page: "/guides/nothing" }],
    ["a page of one person", { ...vote, page: "/appointments/x" }],
    ["no answer", { page, locale: "ar" }],
    ["a page with its language in it", { ...vote, page: "/ar/guides/blue-passport" }],
  ])("is refused for %s", async (_, fields) => {
    expect((await post(fields)).status).toBe(400);
    expect(await rows()).toEqual([]);
  });

  it("is refused from another site, and taken from our own", async () => {
    expect((await post(vote, { "sec-fetch-site": "cross-site" })).status).toBe(400);
    expect(await rows()).toEqual([]);
    expect((await post(vote, { "sec-fetch-site": "same-origin" })).status).toBe(303);
  });

  it("needs our own token for a text", async () => {
    const { token } = await post(vote);
    const other = signToken("manage", "6f2c7f9e-0000-4000-8000-000000000000");
    expect(await keepMissing(other, "text")).toEqual({ ok: false, reason: "not_found" });
    expect(
      await keepMissing(
        (token ?? "").replace(/^./, (first) => (first === "A" ? "B" : "A")),
        "text",
      ),
    ).toEqual({ ok: false, reason: "not_found" });
    expect(await voteByToken(other)).toBeNull();
  });

  it("is taken up to what the column takes, whatever is typed", async () => {
    const { token } = await post(vote);
    const longest = `\u0000 ${"😀\r\n".repeat(longestFeedback / 4)}${"ع".repeat(longestFeedback / 4)}\r\n`;
    expect((await post({ token: token ?? "", locale: "ar", missing: longest })).status).toBe(303);
    const [row] = await rows();
    expect(row?.missing?.length).toBe(longestFeedback);
    expect(missingSchema.safeParse({ token: "", locale: "ar", missing: " \u0000 " }).success).toBe(false);
  });

  it("is told by page, the most complained about first, and forgotten after two years", async () => {
    await keepVote({ page: "/guides/residence-permits", locale: "de", helpful: true });
    const kept = await keepVote({ page, locale: "de", helpful: false });
    if (kept.ok) await keepMissing(kept.token, "Die Gebühr");
    expect(await pageOpinions("2027-01-01")).toEqual([
      {
        page,
        helpful: 0,
        unhelpful: 1,
        missing: [{ text: "Die Gebühr", locale: "de", helpful: false, givenOn: "2027-01-05" }],
      },
      { page: "/guides/residence-permits", helpful: 1, unhelpful: 0, missing: [] },
    ]);
    expect(await pageOpinions("2027-01-06")).toEqual([]);
    await setClock("2029-01-05T12:00:00+01:00");
    await forgetFeedback();
    expect(await rows()).toHaveLength(2);
    await setClock("2029-01-06T12:00:00+01:00");
    await forgetFeedback();
    expect(await rows()).toEqual([]);
  });
});

describe("feedback that has to be sent again", () => {
  const from = { "x-forwarded-for": "192.0.2.7" };
  // In development the page is asked of the portal, which this stands for, whatever was built here.
  const page =
    '<h1 data-slot="title"></h1><p role="alert" data-slot="why"></p><form><div data-slot="fields"></div></form>';
  const portal = createServer((_, answer) => answer.end(page));
  beforeAll(async () => {
    await asOwner(database.url, "TRUNCATE network_use");
    await new Promise<void>((resolve) => portal.listen(0, "127.0.0.1", resolve));
    vi.stubEnv("NODE_ENV", "development");
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    portal.close();
  });
  const send = (fields: Record<string, string>) =>
    POST(
      new Request(`http://127.0.0.1:${(portal.address() as AddressInfo).port}/de/feedback/send`, {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { "content-type": "application/x-www-form-urlencoded", ...from },
      }),
      { params: Promise.resolve({ locale: "de" }) },
    );

  it("is longer than what is taken, and nothing of it is lost", async () => {
    const { token } = await post(vote);
    const missing = `${"ab\n".repeat(longestFeedback)}Ende`;
    const refused = await send({ token: token ?? "", missing });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('<h1 data-slot="title">Ihr Text ist zu lang</h1>');
    expect(html).toContain(`Er hat ${missing.length} Zeichen. Höchstens ${longestFeedback} sind möglich.`);
    expect(html).toContain(`name="token" value="${token}"`);
    expect(html).toContain(`${missing}</textarea>`);
    expect(await rows()).toMatchObject([{ missing: null }]);
    const shortened = await send({ token: token ?? "", missing: missing.slice(0, longestFeedback) });
    expect(shortened.status).toBe(303);
    expect(await voteByToken(token ?? "")).toMatchObject({ told: true });
  });

  it("from a network that sent too much, is asked for on a page of its language that holds what was sent", async () => {
    // Until then it is taken (negative control).
    const taken = await send(vote);
    expect(taken.status).toBe(303);
    const token = new URL(taken.headers.get("location") ?? "", "http://x").searchParams.get("given") ?? "";
    const network = new Headers(from);
    await Promise.all(
      Array.from({ length: limits.feedback.requests }, () => secondsToWait("feedback", network)),
    );

    const refused = await send({ token, missing: "Die Gebühr\nfehlt" });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const html = await refused.text();
    expect(html).toMatch(/data-slot="why">Aus Ihrem Netz kamen gerade sehr viele .* in \d+ Minuten? /);
    expect(html).toContain(`name="token" value="${token}"`);
    expect(html).toContain("Die Gebühr\nfehlt</textarea>");
    const again = await (await send(vote)).text();
    expect(again).toContain('name="helpful" value="no"');
    expect(await rows()).toMatchObject([{ missing: null }]);
  });
});
