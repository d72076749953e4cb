import { expect, type Page } from "@playwright/test";
import type { Language } from "./words";

/** The clerk of the demonstration. */
export const clerk = "clerk@hagen.example";

/** Fills the form of the sign-in and sends it. */
export async function submitSignIn(page: Page, password: string): Promise<void> {
  await page.locator("#email").fill(clerk);
  await page.locator("#password").fill(password);
  await page.locator("main form button[type=submit]").click();
}

/** Signs the clerk of the demonstration in. */
export async function signIn(page: Page, language: Language): Promise<void> {
  const password = process.env.DEMO_PASSWORD;
  if (!password) throw new Error("DEMO_PASSWORD is missing; it is the password of the demonstration's clerk");
  await page.goto(`/${language}/staff/sign-in`);
  await submitSignIn(page, password);
  await expect(page).toHaveURL(new RegExp(`/${language}/staff$`));
}
