import { setTimeout as pause } from "node:timers/promises";
import type { APIRequestContext } from "@playwright/test";
import { availability, holdBody } from "./support/booking";
import { aloneWithQuietDepartment, leaveOnePlace, removeAppointments, sql } from "./support/database";
import { removeGuards } from "./support/guards";
import { postAtOnce } from "./support/http";
import { applicant, mailDomain } from "./support/people";
import { expect, test } from "./support/test";

const concern = "loss-report";

/** The last time of the window: others look for theirs nearer. */
async function lastTime(request: APIRequestContext): Promise<string> {
  const { days } = await availability(request, concern);
  const time = days.at(-1)?.times.at(-1);
  if (!time) throw new Error(`no free time for ${concern}`);
  return time.startsAt;
}

/** That many people want one place at the same moment. */
async function race(baseURL: string, startsAt: string, clients: number) {
  const ending = `race-${clients}@${mailDomain}`;
  const people = Array.from({ length: clients }, (_, index) =>
    applicant("en", { email: `${index}-${ending}` }),
  );
  const bodies = people.map((person) => holdBody(startsAt, person, { concern, locale: "en" }));
  const begun = performance.now();
  try {
    const answers = await postAtOnce(`${baseURL}/api/v1/offices/hagen/appointments`, bodies);
    const seconds = (performance.now() - begun) / 1000;
    const [row] = await sql<{ stored: number }>(
      "SELECT count(*)::int AS stored FROM appointment WHERE email LIKE $1",
      [`%-${ending}`],
    );
    return { answers, stored: row?.stored ?? -1, seconds };
  } finally {
    await removeAppointments(`-${ending}`);
  }
}

test.describe.configure({ mode: "serial" });

for (const clients of [2, 10, 20, 50, 200]) {
  test(`one free place goes to exactly one of ${clients} simultaneous requests`, async ({
    request,
    baseURL,
  }) => {
    await aloneWithQuietDepartment(async () => {
      const startsAt = await lastTime(request);
      await leaveOnePlace(startsAt, "open");
      const { answers, stored, seconds } = await race(baseURL ?? "", startsAt, clients);

      const won = answers.filter(({ status }) => status === 201);
      const lost = answers.filter(({ status }) => status === 409);
      console.log(
        `${clients} at once: ${won.length} won, ${lost.length} lost, ${stored} stored, ${seconds.toFixed(2)} s`,
      );
      expect({ won: won.length, lost: lost.length, stored }).toEqual({
        won: 1,
        lost: clients - 1,
        stored: 1,
      });
      expect(won[0]?.body).toMatchObject({ status: "held", startsAt });
      for (const { type, body } of lost) {
        expect(type).toContain("application/problem+json");
        expect(body.code).toBe("slot_taken");
        expect(body.alternatives).toHaveLength(5);
        expect(body.alternatives).not.toContain(startsAt);
      }
    });
  });
}

test("without its guards the database gives one place to several (negative control)", async ({
  request,
  baseURL,
}) => {
  await aloneWithQuietDepartment(async () => {
    const startsAt = await lastTime(request);
    await leaveOnePlace(startsAt, "open");
    const restore = await removeGuards(startsAt);
    try {
      const { stored } = await race(baseURL ?? "", startsAt, 20);
      console.log(`20 at once without guards: ${stored} stored`);
      expect(stored).toBeGreaterThan(1);
    } finally {
      await restore();
    }
    // The portal takes a time for lost that somebody lost a second ago.
    await pause(1_100);
    const { stored } = await race(baseURL ?? "", startsAt, 20);
    expect(stored).toBe(1);
  });
});
