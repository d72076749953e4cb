import type { Locator, Page } from "@playwright/test";
import type { Applicant } from "./people";

/** Types somebody's details into the form. */
export async function fillDetails(page: Page, person: Applicant): Promise<void> {
  const [year = "", month = "", day = ""] = person.birthDate.split("-");
  const values = { givenName: person.givenName, familyName: person.familyName, email: person.email };
  for (const [name, value] of Object.entries(values)) await page.locator(`#${name}`).fill(value);
  await page.locator("#birthDay").fill(String(Number(day)));
  await page.locator("#birthMonth").fill(String(Number(month)));
  await page.locator("#birthYear").fill(year);
}

export const submitButton = (page: Page): Locator => page.locator("main form button[type=submit]");
