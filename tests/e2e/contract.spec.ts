import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { availability, confirmToken, freeTime, holdBody, postHold, takeAllPlaces } from "./support/booking";
import { checkedRequest, portalContract } from "./support/contract";
import { expireHold } from "./support/database";
import { linkIn, newestMail } from "./support/mailbox";
import { applicant } from "./support/people";
import { problemOf } from "./support/problem";
import { expect, test } from "./support/test";

// The `request` of these tests holds every answer against the portal's own OpenAPI document: status, type, headers, body.

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

test("every route answers as its document says when it is asked for what is not there, and 405 to other methods", async ({
  request,
}) => {
  const { document } = await portalContract(request);
  expect(Object.keys(document.paths).length).toBeGreaterThan(15);
  for (const [path, operations] of Object.entries(document.paths)) {
    const address = path.replaceAll(/\{\w+\}/g, "nothing");
    const taken = Object.keys(operations).map((verb) => verb.toUpperCase());
    for (const method of methods) {
      const response = await request.fetch(address, { method, data: method === "GET" ? undefined : {} });
      if (taken.includes(method)) continue;
      await problemOf(response, 405, "method_not_allowed");
      expect(
        response
          .headers()
          .allow?.split(", ")
          .filter((verb) => methods.includes(verb)),
      ).toEqual(methods.filter((verb) => taken.includes(verb)));
    }
    const options = await request.fetch(address, { method: "OPTIONS" });
    expect([options.status(), await options.text()]).toEqual([204, ""]);
    const head = await request.fetch(address, { method: "HEAD" });
    expect(await head.text()).toBe("");
    expect(head.status() === 405).toBe(!taken.includes("GET"));
  }
});

test("addresses that no route has are not found, as a problem", async ({ request }) => {
  for (const address of [
    "/api",
    "/api/v1",
    "/api/v2/offices",
    "/api/v1/offices/hagen/nothing",
    "/api/health",
  ])
    for (const method of methods) await problemOf(await request.fetch(address, { method }), 404, "not_found");
  // What stands for nothing in UTF-8, and what stands for something else than it looks like.
  for (const token of ["%E0%A4%A", "%", "%00", "a%2Fb"]) {
    await problemOf(await request.get(`/api/v1/appointments/${token}`), 404, "not_found");
    await problemOf(await request.post(`/api/v1/holds/${token}/extend`), 404, "not_found");
  }
});

test("the way of an appointment, with every refusal on it", async ({ request }) => {
  const person = applicant();
  const startsAt = await freeTime(request, "card-pickup");
  expect((await request.get("/api/v1/challenge")).status()).toBe(200);
  const key = { "Idempotency-Key": randomUUID() };
  const held = await postHold(request, holdBody(startsAt, person), key);
  expect(held.status()).toBe(201);
  const { holdToken, reference } = await held.json();
  await problemOf(await postHold(request, holdBody(startsAt, applicant()), key), 422, "idempotency_mismatch");
  const tooLong = { "Idempotency-Key": "k".repeat(201) };
  await problemOf(await postHold(request, holdBody(startsAt, applicant()), tooLong), 422, "invalid");

  expect((await request.post(`/api/v1/holds/${holdToken}/extend`)).status()).toBe(200);
  await problemOf(await request.post(`/api/v1/holds/${holdToken}/extend`), 409, "already_extended");
  const token = await confirmToken(request, person.email);
  const { manageUrl } = await (
    await request.post("/api/v1/appointments/confirm", { data: { token } })
  ).json();
  const manage = `/api/v1/appointments/${manageUrl.split("/").at(-1)}`;
  expect((await request.get(manage)).status()).toBe(200);
  for (const file of [
    "calendar.ics",
    "confirmation.pdf",
    "calendar.ics?locale=ar",
    "confirmation.pdf?locale=xx",
  ])
    expect((await request.get(`${manage}/${file}`)).status()).toBe(200);

  const full = await freeTime(request, "card-pickup");
  await takeAllPlaces(request, full);
  const move = (to: string) => request.post(`${manage}/reschedule`, { data: { startsAt: to } });
  await problemOf(await move(full), 409, "slot_taken");
  await problemOf(await move("2020-01-01T10:00:00Z"), 422, "outside_window");
  expect(await (await request.get(manage)).json()).toMatchObject({ startsAt, status: "confirmed" });
  expect((await move(await freeTime(request, "card-pickup"))).status()).toBe(200);

  expect(await (await request.post(`${manage}/cancel`)).json()).toEqual({ reference, status: "cancelled" });
  await problemOf(await move(startsAt), 409, "not_confirmed");
  await problemOf(await request.get(`${manage}/confirmation.pdf`), 404, "not_found");
  expect((await request.get(`${manage}/calendar.ics`)).status()).toBe(200);
  await problemOf(await request.post(`/api/v1/holds/${holdToken}/extend`), 410, "hold_expired");
  await problemOf(
    await request.post("/api/v1/appointments/confirm", { data: { token } }),
    410,
    "hold_expired",
  );
});

test("a hold that ran out can neither be extended nor cancelled as an appointment", async ({ request }) => {
  const person = applicant();
  const held = await postHold(request, holdBody(await freeTime(request, "card-pickup"), person));
  const { holdToken } = await held.json();
  await expireHold(person.email);
  await problemOf(await request.post(`/api/v1/holds/${holdToken}/extend`), 410, "hold_expired");
});

test("the waiting list is joined, looked at and left", async ({ request }) => {
  const person = applicant();
  const { startsAt: _startsAt, ...wish } = holdBody("", person, { locale: "de" });
  const joined = await request.post("/api/v1/waitlist", {
    data: { ...wish, office: "hagen", days: ["mon"], parts: ["afternoon"] },
  });
  expect(joined.status()).toBe(202);
  const { pathname } = new URL(linkIn(await newestMail(request, person.email)));
  const entry = `/api/v1/waitlist/${pathname.split("/").at(-1)}`;
  expect(await (await request.get(entry)).json()).toMatchObject({ status: "unconfirmed", place: null });
  for (let time = 0; time < 2; time += 1)
    expect(await (await request.delete(entry)).json()).toEqual({ status: "left" });
  expect(await (await request.get(entry)).json()).toMatchObject({ status: "left" });
  await problemOf(await request.delete("/api/v1/waitlist/nothing"), 404, "not_found");
});

test("free times of a larger visit begin where all of it fits", async ({ request }) => {
  const address = "/api/v1/offices/hagen/concerns/card-pickup/availability";
  const count = async (query: string) => {
    const { days } = await (await request.get(`${address}${query}`)).json();
    return days.flatMap((day: { times: unknown[] }) => day.times).length;
  };
  await availability(request, "card-pickup");
  expect(await count("?persons=4&furtherConcerns=change-of-conditions")).toBeLessThan(await count(""));
  await problemOf(await request.get(`${address}?persons=many`), 422, "invalid");
});

test("what there is to read is told, and found", async ({ request }) => {
  const { guides } = await (await request.get("/api/v1/guides")).json();
  for (const { slug } of guides)
    expect((await request.get(`/api/v1/guides/${slug}?locale=ar`)).status()).toBe(200);
  const { services } = await (await request.get("/api/v1/services")).json();
  for (const { slug } of services)
    expect((await request.get(`/api/v1/services/${slug}?locale=ar`)).status()).toBe(200);
  expect((await (await request.get("/api/v1/facts")).json()).facts.length).toBeGreaterThan(20);
  for (const query of [
    "q=Pass&locale=de",
    "q=%D8%AC%D9%88%D8%A7%D8%B2",
    "q=krankenversicherug&limit=3&typing=1",
  ])
    expect((await request.get(`/api/v1/search?${query}`)).status()).toBe(200);
  await problemOf(await request.get("/api/v1/search?q=a&limit=21"), 422, "invalid");
});

test("an answer that the document does not know is noticed (negative control)", async ({
  request,
  playwright,
}) => {
  await portalContract(request);
  // A server with other answers, held against the portal's document.
  const answers: Record<string, [status: number, type: string, body: string]> = {
    "/api/v1/offices": [200, "application/json", JSON.stringify({ offices: [{ slug: "hagen" }] })],
    "/api/v1/challenge": [202, "application/json", "{}"],
    "/api/v1/nowhere": [404, "text/html", "<h1>404</h1>"],
    "/api/v1/offices/hagen": [404, "application/problem+json", JSON.stringify({ status: 404 })],
    "/elsewhere": [418, "text/plain", "not the API"],
  };
  const server = createServer(({ url = "" }, response) => {
    const [status, type, body] = answers[url] ?? [500, "text/plain", ""];
    response.writeHead(status, { "Content-Type": type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const other = await playwright.request.newContext({ baseURL: `http://127.0.0.1:${port}` });
  const faults: string[] = [];
  const checked = await checkedRequest(other, faults);
  for (const address of Object.keys(answers)) await checked.get(address);
  await other.dispose();
  server.close();
  for (const address of Object.keys(answers).slice(0, -1))
    expect(faults.filter((fault) => fault.startsWith(`GET ${address}:`)).length).toBeGreaterThan(0);
  expect(faults.join()).not.toContain("elsewhere");
});
