import { expect, type Page } from "@playwright/test";
import type { Language } from "./words";

/** The clerk of the office that most tests are about. */
export const clerk = "clerk@hagen.example";

/** Fills in the sign-in and sends it. */
export async function submitSignIn(page: Page, password: string, who = clerk): Promise<void> {
  await page.locator("#email").fill(who);
  await page.locator("#password").fill(password);
  await page.locator("main form button[type=submit]").click();
}

/** Signs in with the password of the demonstration. */
export async function signIn(page: Page, language: Language, who = clerk): Promise<void> {
  const password = process.env.DEMO_PASSWORD;
  if (!password) throw new Error("DEMO_PASSWORD is missing; it is the password of the demonstration's clerk");
  await page.goto(`/${language}/staff/sign-in`);
  await submitSignIn(page, password, who);
  await expect(page).toHaveURL(new RegExp(`/${language}/staff$`));
}
