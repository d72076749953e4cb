import { createServer, request as httpRequest } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { front } from "@/app/api/front";
import { bodyLimit } from "@/app/api/problem";
import { db } from "@/lib/platform/db";
import { forgetEnv } from "@/lib/platform/env";
import { holdRequest, publishHagen } from "../support/booking";
import { asOwner, createDatabase, setClock } from "../support/database";
import { emptyWeeks } from "../support/weeks";

// What answers the busiest call before Next; the server behind it, in whose place Next stands, says 299.

let database: Awaited<ReturnType<typeof createDatabase>>;
const server = createServer((incoming, outgoing) => {
  if (!front(incoming, outgoing)) outgoing.writeHead(299).end();
});
let address: string;
let port: number;

beforeAll(async () => {
  process.env.CHALLENGE_COST = "0";
  database = await createDatabase();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as { port: number }).port;
  address = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  delete process.env.CHALLENGE_COST;
  forgetEnv();
  await database.drop();
});
beforeEach(async () => {
  await emptyWeeks(database.url);
  await setClock("2027-01-05T12:00:00+01:00");
  await publishHagen("2027-W02");
});

const holds = "/api/v1/offices/hagen/appointments";
const bodyOf = (index: number) => {
  const { office: _office, ...body } = holdRequest(index);
  return JSON.stringify(body);
};
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${address}${path}`, {
    method: "POST",
    body,
    headers: { "Content-Type": "application/json", ...headers },
  });

it("makes a hold, gives its headers, and the same again for the same key", async () => {
  const first = await post(holds, bodyOf(1), { "Idempotency-Key": "one" });
  expect(first.status).toBe(201);
  expect(Object.fromEntries(first.headers)).toMatchObject({
    "content-type": "application/json",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "same-origin",
  });
  const held = await first.json();
  expect(held).toMatchObject({ status: "held" });
  const again = await post(holds, bodyOf(1), { "Idempotency-Key": "one" });
  expect([again.status, await again.json()]).toEqual([201, held]);
});

it("refuses like the route, in the reader's language", async () => {
  const refused = async (response: Promise<Response>) => {
    const { status, headers } = await response;
    return [status, headers.get("content-type"), headers.get("content-language")];
  };
  const arabic = { "Accept-Language": "ar" };
  const problem = "application/problem+json";
  expect(await refused(post(holds, "{", arabic))).toEqual([400, problem, "ar"]);
  expect(await refused(post(holds, "{}", arabic))).toEqual([422, problem, "ar"]);
  expect(await refused(post(holds, "a=b", { "Content-Type": "text/plain" }))).toEqual([415, problem, "ar"]);
  const nowhere = post("/api/v1/offices/nowhere/appointments", bodyOf(1), { "Accept-Language": "de" });
  expect(await refused(nowhere)).toEqual([404, problem, "de"]);
});

it("counts by network: by the address of the connection where no proxy names one", async () => {
  await asOwner(database.url, "TRUNCATE network_use");
  await post(holds, bodyOf(1));
  await post(holds, bodyOf(2), { "X-Forwarded-For": "192.0.2.7" });
  await post(holds, bodyOf(3), { "X-Forwarded-For": "192.0.2.8" });
  const rows = await db().$queryRaw<{ points: number }[]>`
    SELECT points FROM network_use WHERE key LIKE 'hold:%' ORDER BY points`;
  expect(rows.map((row) => row.points)).toEqual([1, 2]);
});

it.each(["TRACE", "PROPFIND", "QUERY", "M-SEARCH"])(
  "refuses %s everywhere, in the reader's language",
  async (method) => {
    for (const path of ["/", holds, "/de/guides"]) {
      const [status, headers, code] = await new Promise<[number?, object?, string?]>((resolve, reject) => {
        const options = { port, host: "127.0.0.1", path, method, headers: { "Accept-Language": "ar" } };
        httpRequest(options, async (response) => {
          const text = (await response.toArray()).join("");
          resolve([response.statusCode, response.headers, JSON.parse(text).code]);
        })
          .on("error", reject)
          .end();
      });
      expect([status, code]).toEqual([405, "method_not_allowed"]);
      expect(headers).toMatchObject({
        allow: "DELETE, GET, HEAD, OPTIONS, POST",
        "content-language": "ar",
        "x-content-type-options": "nosniff",
      });
    }
  },
);

it("leaves every method that Next knows to it (negative control)", async () => {
  const known = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "PUT"];
  const answers = await Promise.all(known.map((method) => fetch(`${address}${holds}`, { method })));
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(299));
});

it("leaves everything else to Next", async () => {
  const get = await fetch(`${address}${holds}`);
  const others = [
    "/api/v1/offices/h%61gen/appointments",
    `${holds}?a=b`,
    `${holds}/`,
    "/api/v1/waitlist",
    "/",
  ];
  const answers = await Promise.all(others.map((path) => post(path, bodyOf(1))));
  expect([get, ...answers].map((answer) => answer.status)).toEqual(Array(6).fill(299));
});

it("reads no more than it may, and does not wait for the rest", async () => {
  const answered = await new Promise<{ status: number | undefined; connection: string | undefined }>(
    (resolve, reject) => {
      const headers = { "Content-Type": "application/json", "Transfer-Encoding": "chunked" };
      const sent = httpRequest(
        { port, host: "127.0.0.1", path: holds, method: "POST", headers },
        (response) => {
          response.resume();
          resolve({ status: response.statusCode, connection: response.headers.connection });
          sent.destroy();
        },
      );
      sent.on("error", reject);
      // Never ended.
      sent.write("x".repeat(bodyLimit + 1));
    },
  );
  expect(answered).toEqual({ status: 413, connection: "close" });
});

it("outlives whoever hangs up in the middle, and whatever is said to be the host", async () => {
  await new Promise<void>((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(
        `POST ${holds} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
      );
      setTimeout(() => socket.destroy(), 50);
    });
    socket.on("close", () => resolve()).on("error", reject);
  });
  const status = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => {
      const body = bodyOf(4);
      socket.write(
        `POST ${holds} HTTP/1.1\r\nHost: a b:c/%\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
      );
    });
    let said = "";
    socket.on("data", (part) => {
      said += part;
    });
    socket.on("end", () => resolve(said.split("\r\n")[0] ?? "")).on("error", reject);
  });
  expect(status).toBe("HTTP/1.1 201 Created");
});
