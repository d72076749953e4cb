import { expectAccessible, violations } from "./support/axe";
import { availability, freeTime, takeAllPlaces } from "./support/booking";
import { aloneWithQuietDepartment, expireHold, leaveOnePlace } from "./support/database";
import { fillDetails, submitButton } from "./support/form";
import { linkIn, newestMail } from "./support/mailbox";
import { isBuiltLikeAnother, readingPaths } from "./support/pages";
import { applicant } from "./support/people";
import { expect, readingTest, test } from "./support/test";
import { said } from "./support/words";

// Each page stands for itself, so the workers may share them.
test.describe.configure({ mode: "parallel", timeout: 120_000 });

const searches = ["/search?q=pass", "/search?q=xqzxqz"];

for (const language of ["ar", "de"] as const) {
  for (const path of [...readingPaths, ...searches]) {
    readingTest(`/${language}${path} is accessible`, async ({ page }) => {
      await page.goto(`/${language}${path}`);
      // What is folded away must be accessible, too.
      await page.evaluate(() => {
        for (const folded of document.querySelectorAll("details")) folded.open = true;
      });
      await expectAccessible(page, `/${language}${path}`, !isBuiltLikeAnother(path));
    });
  }

  test.describe(() => {
    test.use({ expectedErrors: [/status of 404/] });
    test(`404 is accessible in ${language}`, async ({ page }) => {
      await page.goto(`/${language}/nowhere`);
      await expectAccessible(page, "404");
    });
  });

  test(`the choices of the booking are accessible in ${language}`, async ({ page, request }) => {
    const base = `/${language}/offices/hagen/book`;
    const { days } = await availability(request, "family-reunification");
    const steps = ["", "?department=auslaenderbehoerde", "?concern=family-reunification"];
    for (const step of [...steps, `?concern=family-reunification&date=${days.at(-1)?.date}`]) {
      await page.goto(base + step);
      await expectAccessible(page, base + step);
    }
  });

  test(`the form, its errors and a lost time are accessible in ${language}`, async ({ page, request }) => {
    const startsAt = await freeTime(request, "card-pickup");
    await page.goto(`/${language}/offices/hagen/book?concern=card-pickup&at=${encodeURIComponent(startsAt)}`);
    await expectAccessible(page, "details");
    await submitButton(page).click();
    await expect(page.getByRole("alert").first()).toBeFocused();
    await expectAccessible(page, "details with errors");
    await takeAllPlaces(request, startsAt);
    await fillDetails(page, applicant(language));
    await submitButton(page).click();
    await expect(page.getByRole("radio")).toHaveCount(5);
    await expectAccessible(page, "details after a lost race");
  });

  test(`sent, confirm, manage and cancel are accessible in ${language}`, async ({ page, request }) => {
    const person = applicant(language);
    const startsAt = await freeTime(request, "card-pickup");
    await page.goto(`/${language}/offices/hagen/book?concern=card-pickup&at=${encodeURIComponent(startsAt)}`);
    await fillDetails(page, person);
    await submitButton(page).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(said(language, "booking.sent.title"));
    await expectAccessible(page, "sent");
    await page.goto(linkIn(await newestMail(request, person.email)));
    await expectAccessible(page, "confirm");
    await page.getByRole("button", { name: said(language, "manage.confirm.button") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      said(language, "manage.title.confirmed"),
    );
    await expectAccessible(page, "manage");
    await page.getByRole("link", { name: said(language, "manage.cancel.open") }).click();
    await page.getByRole("button", { name: said(language, "manage.cancel.button") }).waitFor();
    await expectAccessible(page, "cancel");
    await page.getByRole("button", { name: said(language, "manage.cancel.button") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      said(language, "manage.title.cancelled"),
    );
    await expectAccessible(page, "cancelled");
  });

  test(`a hold that ran out is accessible in ${language}`, async ({ page, request }) => {
    const person = applicant(language);
    const startsAt = await freeTime(request, "card-pickup");
    await page.goto(`/${language}/offices/hagen/book?concern=card-pickup&at=${encodeURIComponent(startsAt)}`);
    await fillDetails(page, person);
    await submitButton(page).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(said(language, "booking.sent.title"));
    const link = linkIn(await newestMail(request, person.email));
    await expireHold(person.email);
    await page.reload();
    await expect(page.getByText(said(language, "booking.sent.expired"))).toBeVisible();
    await expectAccessible(page, "sent, run out");
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      said(language, "manage.confirm.expiredTitle"),
    );
    await expectAccessible(page, "confirm, run out");
  });

  test(`the page that has nothing free is accessible in ${language}`, async ({ page, request }) => {
    await aloneWithQuietDepartment(async () => {
      const { days } = await availability(request, "loss-report");
      const startsAt = days.at(-1)?.times.at(-1)?.startsAt ?? "";
      await leaveOnePlace(startsAt, "closed");
      await takeAllPlaces(request, startsAt, "loss-report");
      await page.goto(`/${language}/offices/hagen/book?concern=loss-report`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(said(language, "booking.full.title"));
      await expectAccessible(page, "nothing free");
    });
  });
}

test("an image without a text would be found (negative control)", async ({ page }) => {
  await page.goto("/de/imprint");
  await page.evaluate(() => document.querySelector("main")?.append(document.createElement("img")));
  expect((await violations(page)).some((found) => found.startsWith("image-alt"))).toBe(true);
});
