import { availability, freeTime, takeAllPlaces } from "./support/booking";
import { aloneWithQuietDepartment, leaveOnePlace, sql, storedAppointment } from "./support/database";
import { fillDetails, submitButton } from "./support/form";
import { cancel, chooseTime, confirm, reserve } from "./support/journey";
import { newestMail } from "./support/mailbox";
import { applicant } from "./support/people";
import { expect, test } from "./support/test";
import { directions, type Language, said, saidAbout } from "./support/words";

const detailsPage = (language: Language, startsAt: string, concern = "card-pickup") =>
  `/${language}/offices/hagen/book?concern=${concern}&at=${encodeURIComponent(startsAt)}`;

for (const language of ["ar", "de"] as const) {
  test.describe(`in ${language}`, () => {
    test("somebody books from the home page, confirms by mail, and cancels", async ({ page, request }) => {
      const person = applicant(language);
      await chooseTime(page, language);
      await expect(page.locator("html")).toHaveAttribute("dir", directions[language]);
      const link = await reserve(page, request, language, person);
      await confirm(page, request, language, person, link);
      await cancel(page, request, language, person);
    });

    test("wrong fields are named in the page's language, and what was typed stays", async ({
      page,
      request,
    }) => {
      await page.goto(detailsPage(language, await freeTime(request, "card-pickup")));
      await page.locator("#givenName").fill("Ana7");
      await page.locator("#birthDay").fill("31");
      await page.locator("#birthMonth").fill("2");
      await page.locator("#birthYear").fill("1990");
      await page.locator("#email").fill("ana@");
      await page.locator("#caseNumber").fill("HA-1/26");
      await submitButton(page).click();

      const summary = page.getByRole("alert").filter({ hasText: said(language, "booking.failure.summary") });
      await expect(summary).toBeFocused();
      const problems = ["name_characters", "required", "birth_date", "email"];
      await expect(summary.getByRole("listitem")).toHaveText(
        problems.map((problem) => said(language, `booking.problems.${problem}`)),
      );
      for (const [id, value] of Object.entries({
        givenName: "Ana7",
        birthDay: "31",
        email: "ana@",
        caseNumber: "HA-1/26",
      })) {
        await expect(page.locator(`#${id}`)).toHaveValue(value);
      }
      await expect(page.locator("#familyName")).toHaveAttribute("aria-invalid", "true");
      await expect(page.locator("#familyName-error")).toHaveText(said(language, "booking.problems.required"));
      await expect(page.locator("#caseNumber")).not.toHaveAttribute("aria-invalid");

      await summary.getByRole("link").last().click();
      await expect(page.locator("#email")).toBeFocused();
    });

    test("who loses the time meanwhile keeps what was typed and books one of the others", async ({
      page,
      request,
    }) => {
      const startsAt = await freeTime(request, "card-pickup");
      const person = applicant(language);
      await page.goto(detailsPage(language, startsAt));
      await fillDetails(page, person);
      await takeAllPlaces(request, startsAt);
      await submitButton(page).click();

      const summary = page
        .getByRole("alert")
        .filter({ hasText: said(language, "booking.failure.slot_taken") });
      await expect(summary).toBeFocused();
      await expect(page.locator("#familyName")).toHaveValue(person.familyName);
      await expect(page.locator("#email")).toHaveValue(person.email);
      const others = summary.getByRole("radio");
      await expect(others).toHaveCount(5);
      const other = (await others.nth(2).getAttribute("value")) ?? "";
      expect(other).not.toBe(startsAt);
      await others.nth(2).check();
      await submitButton(page).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(said(language, "booking.sent.title"));
      const [row] = await sql<{ same: boolean }>(
        "SELECT starts_at = $2 AS same FROM appointment WHERE email = $1",
        [person.email, other],
      );
      expect(row?.same).toBe(true);
    });

    test("when nothing is free the page says so, with the next release", async ({ page, request }) => {
      await aloneWithQuietDepartment(async () => {
        const { nextRelease, days } = await availability(request, "loss-report");
        const startsAt = days.at(-1)?.times.at(-1)?.startsAt ?? "";
        await leaveOnePlace(startsAt, "closed");
        await page.goto(`/${language}/offices/hagen/book?concern=loss-report`);
        await expect(page.locator('main ol a[href*="date="]')).toHaveCount(1);

        await takeAllPlaces(request, startsAt, "loss-report");
        // What is free may be a second old.
        await expect(async () => {
          await page.reload();
          const full = said(language, "booking.full.title");
          await expect(page.getByRole("heading", { level: 1 })).toHaveText(full, { timeout: 500 });
        }).toPass({ timeout: 15_000 });
        await expect(page.getByText(saidAbout(language, "booking.full.next"))).toContainText(
          nextRelease.slice(11, 16),
        );
        await expect(page.getByText(saidAbout(language, "booking.full.next"))).toContainText(
          String(Number(nextRelease.slice(8, 10))),
        );
        await expect(page.locator("main a[href*='at=']")).toHaveCount(0);
        await expect(page.getByText("02331/207-6000")).toBeVisible();
        await page.getByRole("link", { name: said(language, "booking.full.other") }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(
          said(language, "booking.concern.title"),
        );
      });
    });
  });
}

test("a time that cannot be booked is refused, and what was typed stays", async ({ page }) => {
  const person = applicant("de");
  await page.goto(detailsPage("de", "2020-01-13T10:00:00+01:00"));
  await fillDetails(page, person);
  await submitButton(page).click();
  await expect(
    page.getByRole("alert").filter({ hasText: said("de", "booking.failure.outside_window") }),
  ).toBeFocused();
  await expect(page.locator("#familyName")).toHaveValue(person.familyName);
  expect(await storedAppointment(person.email)).toBeUndefined();
});

test("a person with an appointment is told that there is no second one", async ({ page, request }) => {
  const person = applicant("de");
  for (const expected of ["booking.sent.title", "booking.details.title"]) {
    await page.goto(detailsPage("de", await freeTime(request, "card-pickup")));
    await fillDetails(page, person);
    await submitButton(page).click();
    if (expected === "booking.details.title") {
      await expect(
        page.getByRole("alert").filter({ hasText: said("de", "booking.failure.limit_reached") }),
      ).toBeFocused();
    }
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(said("de", expected));
  }
});

test("the form is filled in and sent with the keyboard alone", async ({ page, request }) => {
  const person = applicant("ar");
  await page.goto(detailsPage("ar", await freeTime(request, "card-pickup")));
  const focused = page.locator(":focus");
  const tabTo = async (id: string) => {
    for (let steps = 0; steps < 20; steps += 1) {
      if ((await page.evaluate(() => document.activeElement?.id)) === id) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`${id} cannot be reached`);
  };
  await page.keyboard.press("Tab");
  await expect(focused).toHaveText(said("ar", "layout.skip"));
  await page.keyboard.press("Enter");
  await tabTo("givenName");
  await page.keyboard.type(person.givenName);
  await page.keyboard.press("Enter");

  const summary = page.getByRole("alert").filter({ hasText: said("ar", "booking.failure.summary") });
  await expect(summary).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator("#familyName")).toBeFocused();
  await page.keyboard.type(person.familyName);
  for (const [id, text] of [
    ["birthDay", "27"],
    ["birthMonth", "3"],
    ["birthYear", "1990"],
    ["email", person.email],
  ] as const) {
    await page.keyboard.press("Tab");
    await expect(page.locator(`#${id}`)).toBeFocused();
    await page.keyboard.type(text);
  }
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(submitButton(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(said("ar", "booking.sent.title"));
  await newestMail(request, person.email);
});

test.describe("on a small phone without JavaScript", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

  test("the whole way works in Arabic, errors included", async ({ page, request }) => {
    const person = applicant("ar");
    await chooseTime(page, "ar");
    await fillDetails(page, { ...person, email: "no address" });
    await submitButton(page).click();
    await expect(page.getByRole("alert")).toContainText(said("ar", "booking.problems.email"));
    await expect(page.locator("#familyName")).toHaveValue(person.familyName);
    await expect(page.locator("#email")).toHaveValue("no address");
    const link = await reserve(page, request, "ar", person);
    await confirm(page, request, "ar", person, link);
    await cancel(page, request, "ar", person);
  });

  test("who loses the time meanwhile books another, in Arabic", async ({ page, request }) => {
    const startsAt = await freeTime(request, "card-pickup");
    const person = applicant("ar");
    await page.goto(detailsPage("ar", startsAt));
    await fillDetails(page, person);
    await takeAllPlaces(request, startsAt);
    await submitButton(page).click();
    await expect(page.getByRole("alert")).toContainText(said("ar", "booking.failure.slot_taken"));
    await expect(page.locator("#familyName")).toHaveValue(person.familyName);
    await page.getByRole("radio").first().check();
    await submitButton(page).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(said("ar", "booking.sent.title"));
  });
});
