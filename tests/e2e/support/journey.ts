import { randomInt } from "node:crypto";
import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { storedAppointment } from "./database";
import { fillDetails, submitButton } from "./form";
import { linkIn, type Mail, newestMail } from "./mailbox";
import type { Applicant } from "./people";
import { directions, type Language, said, saidAbout } from "./words";

const heading = (page: Page, language: Language, key: string) =>
  expect(page.getByRole("heading", { level: 1, name: said(language, key), exact: true })).toBeVisible();

/** Where somebody books: an office with one department asks for none. */
const hagen = { office: "hagen", department: "auslaenderbehoerde" };

/** From the home page to the form for one's details, by links alone. */
export async function chooseTime(
  page: Page,
  language: Language,
  { office, department }: { office: string; department?: string } = hagen,
): Promise<void> {
  await page.goto(`/${language}`);
  await page
    .getByRole("link", { name: said(language, "home.book.title") })
    .first()
    .click();
  await heading(page, language, "offices.title");
  await page.locator(`main a[href$="/offices/${office}/book"]`).click();
  if (department) {
    await heading(page, language, "booking.department.title");
    await page.locator(`main a[href$="?department=${department}"]`).click();
  }
  await heading(page, language, "booking.concern.title");
  await page.locator('main a[href$="?concern=card-pickup"]').click();
  await heading(page, language, "booking.times.title");
  await clickAny(page, 'main ol a[href*="date="]');
  await expect(page.locator("main a[aria-current=true]")).toBeVisible();
  await clickAny(page, '#times a[href*="at="]');
  await heading(page, language, "booking.details.title");
}

/** By chance, so that tests at the same time seldom want the same place. */
export async function clickAny(page: Page, selector: string): Promise<void> {
  const links = page.locator(selector);
  await links.first().waitFor();
  await links.nth(randomInt(await links.count())).click();
}

/** Sends the details and is told to look into the mail, which is in the page's language and direction. */
export async function reserve(page: Page, request: APIRequestContext, language: Language, person: Applicant) {
  await fillDetails(page, person);
  await submitButton(page).click();
  await heading(page, language, "booking.sent.title");
  const mail = await newestMail(request, person.email);
  expectMailIn(language, mail, "hold");
  return linkIn(mail);
}

export function expectMailIn(
  language: Language,
  mail: Mail,
  kind: "hold" | "confirmed" | "cancelled" | "cancelled_by_office",
): void {
  expect(mail.subject).toMatch(saidAbout(language, `mail.${kind}.subject`));
  expect(mail.html).toContain(`<html lang="${language}" dir="${directions[language]}">`);
  expect(mail.html).toContain(said(language, `mail.${kind}.action`));
  expect(mail.text).toContain(said(language, `mail.${kind}.action`));
  expect(mail.headers["content-language"] ?? language).toBe(language);
}

/** Opens the mail's link, which changes nothing, and presses its button, which confirms. Gives the reference. */
export async function confirm(
  page: Page,
  request: APIRequestContext,
  language: Language,
  person: Applicant,
  link: string,
) {
  await page.goto(link);
  await heading(page, language, "manage.confirm.title");
  await page.reload();
  const held = await storedAppointment(person.email);
  expect(held?.state).toBe("held");
  await page.getByRole("button", { name: said(language, "manage.confirm.button") }).click();
  await heading(page, language, "manage.title.confirmed");
  expect((await storedAppointment(person.email))?.state).toBe("confirmed");
  await expect(page.getByText(held?.reference ?? "none", { exact: true })).toBeVisible();
  const mail = await newestMail(request, person.email, 2);
  expectMailIn(language, mail, "confirmed");
  expect(mail.text).toContain(held?.reference ?? "none");
  expect(linkIn(mail)).toBe(page.url());
}

/** Cancels on the appointment's page: it is asked twice, and the place is free again. */
export async function cancel(
  page: Page,
  request: APIRequestContext,
  language: Language,
  person: Applicant,
): Promise<void> {
  await page.getByRole("link", { name: said(language, "manage.cancel.open") }).click();
  await expect(page.getByRole("heading", { name: said(language, "manage.cancel.title") })).toBeVisible();
  expect(await storedAppointment(person.email)).toMatchObject({ state: "confirmed", slots: 1 });
  await page.getByRole("button", { name: said(language, "manage.cancel.button") }).click();
  await heading(page, language, "manage.title.cancelled");
  expect(await storedAppointment(person.email)).toMatchObject({ state: "cancelled", slots: 0 });
  expectMailIn(language, await newestMail(request, person.email, 3), "cancelled");
}
