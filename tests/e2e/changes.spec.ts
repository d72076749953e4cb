import { expect, type Page } from "@playwright/test";
import { storedAppointment } from "./support/database";
import { fillDetails, submitButton } from "./support/form";
import { chooseTime, clickAny, confirm, reserve } from "./support/journey";
import { linkIn, newestMail } from "./support/mailbox";
import { applicant } from "./support/people";
import { test } from "./support/test";
import { said } from "./support/words";

const languages = ["ar", "de"] as const;

async function chooseAnother(page: Page): Promise<void> {
  const days = page.locator('main ol a[href*="date="]');
  await days.last().click();
  await page.locator('#times a[href*="at="]').last().click();
}

for (const language of languages) {
  test(`a hold is extended once, confirmed and moved, in ${language}`, async ({ page, request }) => {
    const person = applicant(language);
    await chooseTime(page, language);
    const link = await reserve(page, request, language, person);

    const before = await storedAppointment(person.email);
    await expect(page.getByRole("timer")).toHaveText(/^(19|20):\d\d$/);
    await submitButton(page).click();
    await expect(page.getByText(said(language, "booking.extend.done"))).toBeVisible();
    await expect(page.getByRole("timer")).toHaveText(/^(29|30):\d\d$/);
    const after = await storedAppointment(person.email);
    expect(after?.holdExpiresAt.getTime()).toBe((before?.holdExpiresAt.getTime() ?? 0) + 600_000);

    await confirm(page, request, language, person, link);
    await page.getByRole("link", { name: said(language, "manage.move.open") }).click();
    await expect(
      page.getByRole("heading", { level: 1, name: said(language, "manage.move.title") }),
    ).toBeVisible();
    await chooseAnother(page);
    await expect(
      page.getByRole("heading", { level: 1, name: said(language, "manage.move.confirmTitle") }),
    ).toBeVisible();
    expect((await storedAppointment(person.email))?.startsAt).toEqual(after?.startsAt);
    const move = page.getByRole("button", { name: said(language, "manage.move.button") });
    const moved = page.getByRole("heading", { level: 1, name: said(language, "manage.title.confirmed") });
    await move.click();
    // Another test may have been quicker; then it is one of the times that are offered in its place.
    const offered = page.getByRole("radio").first();
    await expect(moved.or(offered)).toBeVisible();
    if (await offered.isVisible()) {
      await offered.check();
      await move.click();
    }
    await expect(moved).toBeVisible();
    const stored = await storedAppointment(person.email);
    expect(stored?.startsAt).not.toEqual(after?.startsAt);
    expect(stored).toMatchObject({ state: "confirmed", slots: 1, sequence: 1 });
  });

  test(`two concerns and two persons are one visit, in ${language}`, async ({ page, request }) => {
    const person = applicant(language);
    await page.goto(`/${language}/offices/hagen/book?concern=card-pickup`);
    await page.getByText(said(language, "booking.visit.title"), { exact: true }).click();
    await page.locator('input[name="also"][value="change-of-conditions"]').check();
    await page.locator('select[name="persons"]').selectOption("2");
    await page.getByRole("button", { name: said(language, "booking.visit.submit") }).click();
    await clickAny(page, 'main ol a[href*="date="]');
    await clickAny(page, '#times a[href*="at="]');

    await fillDetails(page, person);
    await submitButton(page).click();
    await expect(page.locator("#c1-givenName")).toHaveAttribute("aria-invalid", "true");
    await page.locator("#c1-givenName").fill("Second");
    await page.locator("#c1-familyName").fill(person.familyName);
    for (const [part, value] of [
      ["Day", "3"],
      ["Month", "2"],
      ["Year", "2015"],
    ]) {
      await page.locator(`#c1-birth${part}`).fill(value ?? "");
    }
    await submitButton(page).click();
    await expect(
      page.getByRole("heading", { level: 1, name: said(language, "booking.sent.title") }),
    ).toBeVisible();
    await confirm(page, request, language, person, linkIn(await newestMail(request, person.email)));
    await expect(page.getByText(`Second ${person.familyName}`)).toBeVisible();
    expect(await storedAppointment(person.email)).toMatchObject({
      state: "confirmed",
      furtherConcerns: ["change-of-conditions"],
      persons: 2,
    });
  });
}

test("the API extends a hold once, and moves an appointment without losing it", async ({ request }) => {
  const person = applicant();
  const availability = await (
    await request.get("/api/v1/offices/hagen/concerns/card-pickup/availability")
  ).json();
  const [first, second] = availability.days.at(-1).times;
  const held = await request.post("/api/v1/offices/hagen/appointments", {
    data: {
      concern: "card-pickup",
      startsAt: first.startsAt,
      person: { givenName: person.givenName, familyName: person.familyName, birthDate: "1990-03-27" },
      email: person.email,
      locale: "de",
    },
  });
  expect(held.status()).toBe(201);
  const { holdToken, holdExpiresAt } = await held.json();
  const extended = await request.post(`/api/v1/holds/${holdToken}/extend`);
  expect(extended.status()).toBe(200);
  expect(Date.parse((await extended.json()).holdExpiresAt)).toBe(Date.parse(holdExpiresAt) + 600_000);
  expect(await (await request.post(`/api/v1/holds/${holdToken}/extend`)).json()).toMatchObject({
    status: 409,
    code: "already_extended",
  });

  const token = new URL(linkIn(await newestMail(request, person.email))).searchParams.get("token");
  const { manageUrl } = await (
    await request.post("/api/v1/appointments/confirm", { data: { token } })
  ).json();
  const manage = `/api/v1/appointments/${manageUrl.split("/").at(-1)}`;
  const moved = await request.post(`${manage}/reschedule`, { data: { startsAt: second.startsAt } });
  expect(moved.status()).toBe(200);
  expect(await moved.json()).toMatchObject({ status: "confirmed", startsAt: second.startsAt });
  const refused = await request.post(`${manage}/reschedule`, { data: { startsAt: "2020-01-01T10:00:00Z" } });
  expect(refused.status()).toBe(422);
  expect(await (await request.get(manage)).json()).toMatchObject({ startsAt: second.startsAt, sequence: 1 });
  expect((await request.post(`${manage}/reschedule`, { data: {} })).status()).toBe(422);
});
