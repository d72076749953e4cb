import { createHash, randomInt } from "node:crypto";
import { type APIRequestContext, expect } from "@playwright/test";
import { linkIn, newestMail } from "./mailbox";
import { type Applicant, applicant } from "./people";
import type { Language } from "./words";

type Availability = {
  nextRelease: string;
  days: { date: string; times: { startsAt: string; free: number }[] }[];
};

export async function availability(
  request: APIRequestContext,
  concern: string,
  office = "hagen",
): Promise<Availability> {
  const response = await request.get(`/api/v1/offices/${office}/concerns/${concern}/availability`);
  expect(response.status()).toBe(200);
  return response.json();
}

const given = new Set<string>();

/** Whether a time is one for this worker: the tests at the same time share them out. */
const isForThisWorker = (startsAt: string) =>
  createHash("sha256").update(startsAt).digest().readUInt8() % 2 ===
  Number(process.env.TEST_PARALLEL_INDEX) % 2;

/**
 * One of the free times, by chance. What is free is told as it was up to a second ago, so each time is given once, and each
 * of the two workers has its own.
 */
export async function freeTime(
  request: APIRequestContext,
  concern: string,
  office = "hagen",
): Promise<string> {
  const free = (await availability(request, concern, office)).days.flatMap((day) => day.times);
  const untouched = free.filter(({ startsAt }) => isForThisWorker(startsAt) && !given.has(office + startsAt));
  const times = untouched.length > 0 ? untouched : free;
  const time = times[randomInt(times.length)];
  if (!time) throw new Error(`no free time for ${concern}`);
  given.add(office + time.startsAt);
  return time.startsAt;
}

/** The body of a request for an appointment. */
export function holdBody(startsAt: string, person: Applicant, changes: Record<string, unknown> = {}) {
  const { email, ...rest } = person;
  return { concern: "card-pickup", startsAt, person: rest, email, locale: "de", ...changes };
}

/** Asks for an appointment over the API. */
export function postHold(
  request: APIRequestContext,
  body: unknown,
  headers: Record<string, string> = {},
  office = "hagen",
) {
  return request.post(`/api/v1/offices/${office}/appointments`, { data: body, headers });
}

/** Takes what is left at a time, for people nobody waits for. */
export async function takeAllPlaces(
  request: APIRequestContext,
  startsAt: string,
  concern = "card-pickup",
): Promise<void> {
  for (let taken = 0; taken < 10; taken += 1) {
    const response = await postHold(request, holdBody(startsAt, applicant("en"), { concern }));
    if (response.status() === 409) return;
    expect(response.status()).toBe(201);
  }
  throw new Error(`${startsAt} is never full`);
}

/** The token of the confirmation link that somebody got. */
export async function confirmToken(request: APIRequestContext, email: string): Promise<string> {
  const link = new URL(linkIn(await newestMail(request, email)));
  return link.searchParams.get("token") ?? "";
}

/** A confirmed appointment of somebody, and the address of its page. */
export async function confirmedAppointment(
  request: APIRequestContext,
  language: Language,
  person = applicant(language),
): Promise<{ person: Applicant; startsAt: string; reference: string; manageUrl: string; token: string }> {
  const startsAt = await freeTime(request, "card-pickup");
  const held = await postHold(request, holdBody(startsAt, person, { locale: language }));
  expect(held.status()).toBe(201);
  const token = await confirmToken(request, person.email);
  const confirmed = await request.post("/api/v1/appointments/confirm", { data: { token } });
  expect(confirmed.status()).toBe(200);
  const { reference, manageUrl } = await confirmed.json();
  return { person, startsAt, reference, manageUrl, token };
}
