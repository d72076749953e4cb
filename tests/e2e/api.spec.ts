import { randomUUID } from "node:crypto";
import {
  availability,
  confirmedAppointment,
  confirmToken,
  freeTime,
  holdBody,
  postHold,
  takeAllPlaces,
} from "./support/booking";
import { expireHold, sql, storedAppointment } from "./support/database";
import { mailsTo } from "./support/mailbox";
import { type Applicant, applicant } from "./support/people";
import { problemOf } from "./support/problem";
import { expect, test } from "./support/test";

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+0[12]:00$/;

test("the portal is alive and ready", async ({ request }) => {
  const live = await request.get("/api/health/live");
  expect(await live.json()).toEqual({ status: "live" });
  // Longer than the 60 seconds of nginx, or a request now and then meets a connection that is just being closed.
  expect(Number(/timeout=(\d+)/.exec(live.headers()["keep-alive"] ?? "")?.[1])).toBeGreaterThan(60);
  expect(await (await request.get("/api/health/ready")).json()).toEqual({ status: "ready" });
});

test("offices tell their departments and concerns in the reader's language", async ({ request }) => {
  const headers = { "Accept-Language": "de" };
  const { offices } = await (await request.get("/api/v1/offices", { headers })).json();
  expect(offices).toContainEqual({ slug: "hagen", name: "Ausländerbehörde Hagen" });
  const office = await (await request.get("/api/v1/offices/hagen", { headers })).json();
  expect(office).toMatchObject({
    slug: "hagen",
    name: "Ausländerbehörde Hagen",
    nextRelease: expect.stringMatching(instant),
    policy: expect.any(Object),
    contact: expect.any(Object),
  });
  for (const department of office.departments) {
    expect(department).toMatchObject({ slug: expect.any(String), name: expect.any(String) });
    expect(Object.values<string[]>(department.openingHours).flat().join(" ")).toMatch(/^\d\d:\d\d-\d\d:\d\d/);
    for (const concern of department.concerns) {
      expect(concern).toMatchObject({ slug: expect.any(String), name: expect.any(String) });
      expect(concern.minutes % 15).toBe(0);
      expect(concern.documents.length).toBeGreaterThan(0);
    }
  }
  const arabic = await request.get("/api/v1/offices/hagen", { headers: { "Accept-Language": "ar" } });
  expect((await arabic.json()).name).toMatch(/\p{Script=Arabic}/u);
});

test("availability lists free times by day, within the window and the days asked for", async ({
  request,
}) => {
  const found = await availability(request, "card-pickup");
  expect(found).toMatchObject({
    now: expect.stringMatching(instant),
    nextRelease: expect.stringMatching(instant),
    window: { from: expect.any(String), to: expect.any(String) },
  });
  const last = found.days.at(-1);
  for (const { date, times } of found.days) {
    for (const { startsAt, free } of times) {
      expect(startsAt).toMatch(instant);
      expect(startsAt.slice(0, 10)).toBe(date);
      expect(free).toBeGreaterThan(0);
    }
  }
  const address = "/api/v1/offices/hagen/concerns/card-pickup/availability";
  const one = await (await request.get(`${address}?from=${last?.date}&to=${last?.date}`)).json();
  expect(one.days.map((day: { date: string }) => day.date)).toEqual([last?.date]);
  await problemOf(await request.get(`${address}?from=tomorrow`), 422, "invalid");
  await problemOf(await request.get("/api/v1/offices/hagen/concerns/fishing/availability"), 404, "not_found");
});

test("an appointment is held, confirmed, shown and cancelled, and each step asked twice answers the same", async ({
  request,
}) => {
  const person = applicant("en");
  const startsAt = await freeTime(request, "residence-permit-first");
  const body = holdBody(startsAt, person, { concern: "residence-permit-first", locale: "en" });
  const held = await postHold(request, body);
  expect(held.status()).toBe(201);
  const { reference, ...times } = await held.json();
  expect(reference).toMatch(/^HA-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const endsAt = new Date(Date.parse(startsAt) + 30 * 60_000).getTime();
  expect(Object.keys(times).sort()).toEqual(["endsAt", "holdExpiresAt", "holdToken", "startsAt", "status"]);
  expect(times).toMatchObject({ status: "held", startsAt });
  expect(Date.parse(times.endsAt)).toBe(endsAt);
  expect(times.holdExpiresAt).toMatch(instant);
  expect(await storedAppointment(person.email)).toMatchObject({ state: "held", slots: 2 });

  const token = await confirmToken(request, person.email);
  const confirm = () => request.post("/api/v1/appointments/confirm", { data: { token } });
  const confirmed = await (await confirm()).json();
  expect(confirmed).toEqual({
    reference,
    status: "confirmed",
    manageUrl: expect.stringMatching(/\/en\/appointments\/[\w-]+$/),
  });
  expect(await (await confirm()).json()).toEqual(confirmed);
  await mailsTo(request, person.email, 2);

  const manage = `/api/v1/appointments/${confirmed.manageUrl.split("/").at(-1)}`;
  expect(await (await request.get(manage)).json()).toMatchObject({
    reference,
    status: "confirmed",
    startsAt,
    person: { familyName: person.familyName, birthDate: person.birthDate },
  });
  for (let time = 0; time < 2; time += 1) {
    const cancelled = await request.post(`${manage}/cancel`);
    expect(cancelled.status()).toBe(200);
    expect(await cancelled.json()).toEqual({ reference, status: "cancelled" });
  }
  expect((await (await request.get(manage)).json()).status).toBe("cancelled");
  expect(await storedAppointment(person.email)).toMatchObject({ state: "cancelled", slots: 0 });
  await problemOf(await confirm(), 410, "hold_expired");
  await mailsTo(request, person.email, 3);
});

test("a full time is refused with the nearest free ones", async ({ request }) => {
  const startsAt = await freeTime(request, "card-pickup");
  await takeAllPlaces(request, startsAt);
  const body = await problemOf(await postHold(request, holdBody(startsAt, applicant())), 409, "slot_taken");
  expect(body.alternatives).toHaveLength(5);
  for (const time of body.alternatives) expect(time).toMatch(instant);
  expect(body.alternatives).not.toContain(startsAt);
});

test("a person has one appointment in a department, however the name is typed", async ({ request }) => {
  const person = applicant("de");
  const first = await postHold(request, holdBody(await freeTime(request, "card-pickup"), person));
  expect(first.status()).toBe(201);
  const again: Applicant = {
    ...applicant("de"),
    givenName: person.familyName.toUpperCase(),
    familyName: ` ${person.givenName} `,
  };
  const second = await postHold(request, holdBody(await freeTime(request, "card-pickup"), again));
  await problemOf(second, 409, "limit_reached");
});

test("a mail address has three open holds a day at most", async ({ request }) => {
  const { email } = applicant();
  for (const expected of [201, 201, 201, 409]) {
    const startsAt = await freeTime(request, "card-pickup");
    const response = await postHold(
      request,
      holdBody(startsAt, applicant("de", { email: email.toUpperCase() })),
    );
    expect(response.status()).toBe(expected);
    if (expected === 409) await problemOf(response, 409, "limit_reached");
  }
});

test("a time in the past, too far away or between the slots lies outside the window", async ({ request }) => {
  const startsAt = await freeTime(request, "card-pickup");
  const day = (days: number) => new Date(Date.parse(startsAt) + days * 86_400_000).toISOString();
  const between = startsAt.replace(/:\d{2}([+-])/, ":07$1");
  const atNight = startsAt.replace(/T\d{2}:\d{2}/, "T03:00");
  for (const time of [day(-28), day(70), between, atNight, "soon"]) {
    const person = applicant();
    await problemOf(await postHold(request, holdBody(time, person)), 422, "outside_window");
    expect(await storedAppointment(person.email)).toBeUndefined();
  }
});

test("the same request with the same key is held once, another with that key is refused", async ({
  request,
}) => {
  const person = applicant();
  const headers = { "Idempotency-Key": randomUUID() };
  const body = holdBody(await freeTime(request, "card-pickup"), person);
  const first = await postHold(request, body, headers);
  const again = await postHold(request, body, headers);
  expect([first.status(), again.status()]).toEqual([201, 201]);
  expect(await again.json()).toEqual(await first.json());
  const other = await postHold(request, { ...body, locale: "en" }, headers);
  await problemOf(other, 422, "idempotency_mismatch");
  const stored = await sql("SELECT FROM appointment WHERE email = $1", [person.email]);
  expect(stored).toHaveLength(1);
  await mailsTo(request, person.email, 1);
});

test("a hold that ran out cannot be confirmed, and its place is free", async ({ request }) => {
  const person = applicant();
  expect((await postHold(request, holdBody(await freeTime(request, "card-pickup"), person))).status()).toBe(
    201,
  );
  const token = await confirmToken(request, person.email);
  await expireHold(person.email);
  const response = await request.post("/api/v1/appointments/confirm", { data: { token } });
  await problemOf(response, 410, "hold_expired");
  expect(
    (
      await postHold(
        request,
        holdBody(await freeTime(request, "card-pickup"), { ...person, email: applicant().email }),
      )
    ).status(),
  ).toBe(201);
});

test("nothing is told about tokens and offices that do not exist", async ({ request }) => {
  const { token } = await confirmedAppointment(request, "de");
  const changed = token.slice(0, 30) + (token[30] === "A" ? "B" : "A") + token.slice(31);
  for (const wrong of ["x", "A".repeat(54), changed, token]) {
    await problemOf(await request.get(`/api/v1/appointments/${wrong}`), 404, "not_found");
    await problemOf(await request.post(`/api/v1/appointments/${wrong}/cancel`), 404, "not_found");
    if (wrong === token) continue;
    const confirm = await request.post("/api/v1/appointments/confirm", { data: { token: wrong } });
    await problemOf(confirm, 404, "not_found");
  }
  await problemOf(await request.get("/api/v1/offices/atlantis"), 404, "not_found");
  await problemOf(
    await request.post("/api/v1/offices/atlantis/appointments", { data: {} }),
    404,
    "not_found",
  );
});

test("the busiest call is answered alike before Next and by Next", async ({ request }) => {
  const address = "/api/v1/offices/hagen/appointments";
  const own = ["connection", "content-length", "date", "keep-alive", "transfer-encoding", "vary"];
  const answers = ["{}", "{", JSON.stringify(holdBody("2020-01-01T08:30:00+01:00", applicant()))].map(
    (data) =>
      // With a query, even an empty one, the address is Next's.
      [address, `${address}?`].map(async (path) => {
        const answer = await request.post(path, {
          data: Buffer.from(data),
          headers: { "Content-Type": "application/json", "Accept-Language": "ar" },
        });
        const headers = Object.entries(answer.headers()).filter(([name]) => !own.includes(name));
        return { status: answer.status(), headers: Object.fromEntries(headers), body: await answer.text() };
      }),
  );
  for (const both of answers) {
    const [before, next] = await Promise.all(both);
    expect(before?.status).toBeGreaterThanOrEqual(400);
    expect(before).toEqual(next);
  }
});
