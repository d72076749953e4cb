import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { checkLinks } from "@/lib/guides/outside/commands";
import { getOutsideLinks } from "@/lib/guides/outside/queries";
import { db } from "@/lib/platform/db";
import { createDatabase, setClock } from "../support/database";

// Addresses outside the portal, looked at on a real server.

let drop: () => Promise<void>;
let base: string;
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  if (request.url === "/moved") response.writeHead(302, { location: "/there" });
  else if (request.url === "/gone") response.writeHead(404);
  else if (request.url === "/no-head") response.writeHead(request.method === "HEAD" ? 405 : 200);
  else if (request.url === "/broken") response.writeHead(500);
  else if (request.url === "/cut") return request.socket.destroy();
  else response.writeHead(200);
  response.end(request.method === "HEAD" ? undefined : "text");
});

beforeAll(async () => {
  ({ drop } = await createDatabase());
  await setClock("2027-01-05T12:00:00+01:00");
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await drop();
});
beforeEach(() => {
  asked.length = 0;
});

it("writes down how each address answered, and asks again in full where a server knows no HEAD", async () => {
  const paths = ["/there", "/moved", "/gone", "/no-head", "/broken", "/cut"];
  expect(await checkLinks(paths.map((path) => base + path))).toEqual({ ok: true, done: 6 });
  const rows = await db().linkCheck.findMany();
  const seen = Object.fromEntries(
    rows.map(({ url, outcome, status }) => [url.slice(base.length), [outcome, status]]),
  );
  expect(seen).toEqual({
    "/there": ["found", 200],
    "/moved": ["found", 200],
    "/gone": ["gone", 404],
    "/no-head": ["found", 200],
    "/broken": ["refused", 500],
    "/cut": ["unreachable", null],
  });
  expect(asked).toContain("GET /no-head");
  expect(asked).not.toContain("GET /there");
  expect(rows.every(({ checkedAt }) => checkedAt.toISOString().startsWith("2027-01-05T11:00"))).toBe(true);
});

it("keeps the last look only", async () => {
  await db().$executeRaw`UPDATE link_check SET outcome = 'gone', status = 404 WHERE url = ${`${base}/there`}`;
  await Promise.all([checkLinks([`${base}/there`]), checkLinks([`${base}/there`])]);
  const row = await db().linkCheck.findUniqueOrThrow({ where: { url: `${base}/there` } });
  expect(row).toMatchObject({ outcome: "found", status: 200 });
});

it("shows the addresses of the content with what is known of them, and forgets none", async () => {
  const [first] = await getOutsideLinks();
  if (!first) throw new Error("the content leads nowhere");
  await db().linkCheck.create({ data: { url: first.url, outcome: "gone", status: 404 } });
  const links = await getOutsideLinks();
  expect(links.length).toBeGreaterThan(50);
  expect(links[0]).toMatchObject({ url: first.url, check: { outcome: "gone", status: 404 } });
  // What the content does not name is not shown.
  expect(links.some(({ url }) => url.startsWith(base))).toBe(false);
});

it("the database refuses an answer that cannot be", async () => {
  const write = (outcome: string, status: number | null) =>
    db().linkCheck.create({ data: { url: `https://x.example/${outcome}`, outcome, status } });
  await expect(write("maybe", 200)).rejects.toThrow();
  await expect(write("found", null)).rejects.toThrow();
  await expect(write("unreachable", 200)).rejects.toThrow();
});
