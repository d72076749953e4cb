import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Method } from "@/app/api/endpoint";
import { bodyLimit } from "@/app/api/problem";
import { keyedHash, signToken } from "@/lib/platform/crypto";
import { networkOf } from "@/lib/platform/networks";
import { limits } from "@/lib/platform/rate-limits";
import { holdRequest } from "../support/booking";
import { asOwner, createDatabase, setClock, withSettings } from "../support/database";
import { answerOf, apiDocument, apiRoutes, json } from "../support/routes";

// What the API answers when it is flooded, without its database, broken, or sent something that is no request. Each answer
// is held against the OpenAPI document.

let database: Awaited<ReturnType<typeof createDatabase>>;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());
beforeEach(() => setClock("2027-01-05T12:00:00+01:00"));

const holdRoute = "POST /api/v1/offices/{office}/appointments";
const { office: _office, ...holdBody } = holdRequest(1);
const office = { office: "hagen" };

const everyRoute = async (look: (name: `${Method} ${string}`) => Promise<void>) => {
  for (const { verb, path } of await apiRoutes()) await look(`${verb} ${path}`);
};

describe("a flood", () => {
  it("is answered with 429 and Retry-After on the routes that the document names, and on no other", async () => {
    const address = "192.0.2.7";
    const network = keyedHash("network", networkOf(address));
    const networks = Object.keys(limits).map((use) => `('${use}:${network}', 1000000, 4102444800000)`);
    await asOwner(
      database.url,
      `INSERT INTO network_use (key, points, expire) VALUES ${networks.join(", ")}`,
    );
    const limited: string[] = [];
    const documented: string[] = [];
    await everyRoute(async (name) => {
      const { status, headers, body } = await answerOf(name, {}, { headers: { "X-Forwarded-For": address } });
      const [verb = "", path = ""] = name.split(" ");
      const { paths } = apiDocument();
      if (paths[path]?.[verb.toLowerCase()]?.responses["429"]) documented.push(name);
      if (status !== 429) return;
      limited.push(name);
      expect(body.code).toBe("rate_limited");
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    });
    await asOwner(database.url, "TRUNCATE network_use");
    expect(limited).toEqual(documented);
    expect(limited.length).toBeGreaterThan(4);
  });
});

describe("without its database", () => {
  it("every route answers what it can without one, and 503 otherwise", async () => {
    const token = "0191d1a0-0000-4000-8000-000000000001";
    await withSettings({ DATABASE_URL: "postgresql://nobody@127.0.0.1:9/none" }, async () => {
      const params = (name: string) => {
        const purpose = /holds/.test(name) ? "hold" : /waitlist/.test(name) ? "waitlist" : "manage";
        return { ...office, concern: "card-pickup", draw: token, token: signToken(purpose, token) };
      };
      const answers: Record<string, number> = {};
      await everyRoute(async (name) => {
        const init = name.startsWith("POST") ? json(holdBody) : {};
        answers[name] = (await answerOf(name, params(name), init)).status;
      });
      const goOn = Object.keys(answers).filter((name) => answers[name] !== 503);
      expect(goOn.sort()).toEqual([
        "GET /api/health/live",
        "GET /api/v1/guides",
        "GET /api/v1/offices",
        "GET /api/v1/openapi.json",
        "GET /api/v1/services",
        "GET /api/v1/services/{service}/xzufi.xml",
      ]);
    });
  });

  it("readiness names what is away", async () => {
    expect((await answerOf("GET /api/health/ready")).body).toEqual({ status: "ready" });
    await withSettings({ DATABASE_URL: "postgresql://nobody@127.0.0.1:9/none" }, async () => {
      const { status, body } = await answerOf("GET /api/health/ready");
      expect(status).toBe(503);
      expect(body).toMatchObject({ code: "unavailable", failing: ["database"] });
    });
  });
});

it("a fault tells nothing about the inside", async () => {
  await asOwner(database.url, "ALTER TABLE appointment RENAME TO elsewhere");
  try {
    const token = signToken("manage", "0191d1a0-0000-4000-8000-000000000001");
    const { status, body } = await answerOf("GET /api/v1/appointments/{token}", { token });
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toMatch(/elsewhere|relation|prisma|column/i);
  } finally {
    await asOwner(database.url, "ALTER TABLE elsewhere RENAME TO appointment");
  }
});

describe("a body", () => {
  const routes = ["POST /api/v1/appointments/confirm", holdRoute, "POST /api/v1/waitlist"] as const;
  const move = "POST /api/v1/appointments/{token}/reschedule" as const;
  const send = (name: (typeof routes)[number] | typeof move, init: RequestInit) =>
    answerOf(name, office, init);
  const jsonType = { "Content-Type": "application/json" };

  it.each([...routes, move])("is JSON in UTF-8 and nothing else: %s", async (name) => {
    for (const [body, headers] of [
      ["{}", {}],
      ["{}", { "Content-Type": "text/plain" }],
      ["a=b", { "Content-Type": "application/x-www-form-urlencoded" }],
      ["{}", { ...jsonType, "Content-Encoding": "gzip" }],
    ] as const)
      expect((await send(name, { body, headers })).body.code).toBe("unsupported_media_type");
    for (const body of ["", "{", "{'a': 1}", new Uint8Array([0x22, 0xff, 0x22])])
      expect((await send(name, { body, headers: jsonType })).body.code).toBe("invalid_json");
    const typed = { "Content-Type": "Application/JSON; charset=utf-8" };
    for (const body of ["{}", "[]", "null", "7", '"text"'])
      expect((await send(name, { body, headers: typed })).body).toMatchObject({
        code: "invalid",
        status: 422,
      });
  });

  it.each([...routes, move])("is 32 KiB at most, whatever its length is said to be: %s", async (name) => {
    const text = (bytes: number) => JSON.stringify({ token: "x".repeat(bytes - '{"token":""}'.length) });
    expect((await send(name, { body: text(bodyLimit), headers: jsonType })).status).toBe(422);
    expect((await send(name, { body: text(bodyLimit + 1), headers: jsonType })).body.code).toBe("too_large");
    const claimed = { ...jsonType, "Content-Length": "2" };
    expect((await send(name, { body: text(bodyLimit + 1), headers: claimed })).status).toBe(413);
  });

  it("that does not end is not read to its end", async () => {
    let sent = 0;
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1024;
        controller.enqueue(new Uint8Array(1024));
      },
      cancel: () => {
        cancelled = true;
      },
    });
    const init = { body: endless, headers: jsonType, duplex: "half" } as RequestInit;
    expect((await send(holdRoute, init)).status).toBe(413);
    expect(sent).toBeLessThan(2 * bodyLimit);
    expect(cancelled).toBe(true);
  });
});
