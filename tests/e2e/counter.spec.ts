import { expectAccessible } from "./support/axe";
import { confirmedAppointment } from "./support/booking";
import {
  button,
  cancelForOffice,
  cardOf,
  department,
  expectState,
  moveTo,
  noteEverything,
  notes,
  search,
} from "./support/counter";
import { sql, storedAppointment } from "./support/database";
import { expectMailIn } from "./support/journey";
import { newestMail } from "./support/mailbox";
import { signIn } from "./support/staff";
import { expect, test } from "./support/test";
import { directions, said, saidAbout } from "./support/words";

for (const language of ["ar", "de"] as const) {
  test.describe(`in ${language}`, () => {
    test("a clerk notes who came, is told of the history, and takes a note back", async ({
      page,
      request,
    }) => {
      test.slow();
      const { reference, person } = await confirmedAppointment(request, language);
      const day = await moveTo(reference, "-5 min");
      await signIn(page, language);
      await noteEverything(page, language, reference, day);
      await expect(page.locator("html")).toHaveAttribute("dir", directions[language]);
      const card = cardOf(page, reference);
      await expect(card).toContainText(person.familyName);
      await expect(card).toContainText(/27.03.1990/);
      await expectAccessible(page, "day at the counter");
    });

    test("a clerk finds an appointment by name and reference from the timetable on, and cancels it", async ({
      page,
      request,
    }) => {
      test.slow();
      const { reference, person, startsAt, manageUrl } = await confirmedAppointment(request, language);
      await signIn(page, language);
      await page.goto(`/${language}/staff/${department}/day`);
      for (const text of [person.familyName, reference.toLowerCase()]) {
        await search(page, language, text);
        await expect(cardOf(page, reference)).toBeVisible();
        await expect(page.locator("main ol > li[id]")).toHaveCount(1);
      }
      await expectAccessible(page, "found");
      await cancelForOffice(page, language, reference);
      await expectAccessible(page, "cancelled");
      expectMailIn(language, await newestMail(request, person.email, 3), "cancelled_by_office");
      expect(await storedAppointment(person.email)).toMatchObject({ state: "cancelled", slots: 0 });
      const [closed] = await sql<{ count: number }>(
        "SELECT count(*)::int FROM slot WHERE department = $1 AND starts_at = $2 AND NOT open",
        [department, startsAt],
      );
      expect(closed?.count).toBe(1);
      // Leaves the place as it was.
      await sql("UPDATE slot SET open = true, public_at = NULL WHERE department = $1 AND starts_at = $2", [
        department,
        startsAt,
      ]);
      await page.goto(manageUrl);
      await expect(page.getByText(said(language, "manage.lead.cancelled_by_office"))).toBeVisible();
    });

    test("an applicant answers a reminder: comes, then gives the place back", async ({ page, request }) => {
      test.slow();
      const { reference, person, manageUrl } = await confirmedAppointment(request, language);
      const question = page.getByRole("heading", { name: said(language, "manage.answer.title") });
      await moveTo(reference, "73 h");
      await page.goto(manageUrl);
      await expect(page.getByText(reference).first()).toBeVisible();
      await expect(question).toBeHidden();
      const day = await moveTo(reference, "48 h");
      await page.reload();
      await expect(question).toBeVisible();
      await expectAccessible(page, "answer");
      const [untouched] = await sql("SELECT state, coming_at FROM appointment WHERE reference = $1", [
        reference,
      ]);
      expect(untouched).toEqual({ state: "confirmed", coming_at: null });

      await page.getByRole("button", { name: said(language, "manage.answer.coming") }).click();
      await expect(page.getByText(said(language, "manage.answer.said"))).toBeVisible();
      await expect(question).toBeHidden();
      await signIn(page, language);
      await page.goto(`/${language}/staff/${department}/day/${day}`);
      await expect(
        cardOf(page, reference).getByText(said(language, "staff.counter.coming"), { exact: true }).first(),
      ).toBeVisible();

      await page.goto(manageUrl);
      await page.getByRole("button", { name: said(language, "manage.answer.release") }).click();
      await expect(page.getByText(said(language, "manage.lead.cancelled"))).toBeVisible();
      expect(await storedAppointment(person.email)).toMatchObject({ state: "cancelled", slots: 0 });
    });
  });
}

test.describe("without JavaScript, on a small screen", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

  test("a clerk notes who came, searches and cancels in Arabic", async ({ page, request }) => {
    test.slow();
    const first = await confirmedAppointment(request, "ar");
    const second = await confirmedAppointment(request, "ar");
    const day = await moveTo(first.reference, "-5 min");
    await signIn(page, "ar");
    await noteEverything(page, "ar", first.reference, day);
    await expect(cardOf(page, first.reference).getByRole("status")).toBeInViewport();
    await search(page, "ar", second.person.familyName);
    await cancelForOffice(page, "ar", second.reference);
    await sql("UPDATE slot SET open = true, public_at = NULL WHERE department = $1 AND starts_at = $2", [
      department,
      second.startsAt,
    ]);
  });

  test("an applicant answers a reminder in Arabic", async ({ page, request }) => {
    const { reference, manageUrl } = await confirmedAppointment(request, "ar");
    await moveTo(reference, "71 h");
    await page.goto(manageUrl);
    await page.getByRole("button", { name: said("ar", "manage.answer.coming") }).click();
    await expect(page.getByText(said("ar", "manage.answer.said"))).toBeVisible();
    await page.getByRole("button", { name: said("ar", "manage.answer.release") }).click();
    await expect(page.getByText(said("ar", "manage.lead.cancelled"))).toBeVisible();
  });
});

test("what was noted meanwhile by somebody else is refused in words", async ({ page, context, request }) => {
  const { reference } = await confirmedAppointment(request, "de");
  const day = await moveTo(reference, "-5 min");
  await signIn(page, "de");
  await page.goto(`/de/staff/${department}/day/${day}`);
  const other = await context.newPage();
  await other.goto(page.url());
  await button(cardOf(page, reference), "de", "do.checked_in").click();
  await expectState(cardOf(page, reference), "de", "checked_in");
  await button(cardOf(other, reference), "de", "do.missed").click();
  await expect(cardOf(other, reference).getByRole("alert")).toHaveText(
    said("de", "staff.counter.failure.not_now"),
  );
  await expectState(cardOf(other, reference), "de", "checked_in");
});

test("other offices, departments and days that are none do not exist", async ({ page, request }) => {
  const mine = await confirmedAppointment(request, "de");
  const theirs = await confirmedAppointment(request, "de");
  const day = await moveTo(mine.reference, "-5 min");
  await moveTo(theirs.reference, "-5 min");
  await sql("UPDATE appointment SET office = 'elsewhere' WHERE reference = $1", [theirs.reference]);

  expect((await page.request.get(`/de/staff/${department}/day/${day}`)).url()).toMatch(/sign-in$/);
  await signIn(page, "de");
  for (const path of [
    `nowhere/day/${day}`,
    `nowhere/day`,
    `${department}/day/2027-02-30`,
    `${department}/day/x`,
  ]) {
    expect((await page.request.get(`/de/staff/${path}`)).status(), path).toBe(404);
  }
  await page.goto(`/de/staff/${department}/day/${day}?q=${theirs.reference}`);
  await expect(page.getByText(saidAbout("de", "staff.counter.search.none"))).toBeVisible();

  // A form that names another office's appointment.
  await page.goto(`/de/staff/${department}/day/${day}`);
  await expect(cardOf(page, theirs.reference)).toHaveCount(0);
  const card = cardOf(page, mine.reference);
  // In one go: when React takes the form over, it puts hidden fields back to what they were.
  await button(card, "de", "do.checked_in").evaluate((pressed: HTMLButtonElement, reference) => {
    pressed.form?.querySelector('input[name="reference"]')?.setAttribute("value", reference);
    pressed.click();
  }, theirs.reference);
  await expect(card.getByRole("alert")).toHaveText(said("de", "staff.counter.failure.not_found"));
  expect(await notes(theirs.reference)).toEqual([]);
  expect(await notes(mine.reference)).toEqual([]);
});

test("the day prints on A4: who comes, and nothing to press", async ({ page, request }) => {
  const { reference, person } = await confirmedAppointment(request, "de");
  const day = await moveTo(reference, "-5 min");
  await signIn(page, "de");
  await page.goto(`/de/staff/${department}/day/${day}`);
  await page.emulateMedia({ media: "print" });
  const card = cardOf(page, reference);
  await expect(card.getByText(person.familyName).first()).toBeVisible();
  for (const pressed of await page.getByRole("main").getByRole("button").all())
    await expect(pressed).toBeHidden();
  await sql("UPDATE appointment SET state = 'cancelled' WHERE reference = $1", [reference]);
  await page.reload();
  await expect(card).toBeHidden();
});
