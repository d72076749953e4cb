import type { Locator, Page } from "@playwright/test";
import { dayOf } from "../../lib/i18n/dates";
import { isoWeek } from "../../lib/time/calendar";
import { expectAccessible } from "./support/axe";
import { freeTime, holdBody, postHold } from "./support/booking";
import { sql } from "./support/database";
import { applicant } from "./support/people";
import { clerk, signIn, submitSignIn } from "./support/staff";
import { expect, test } from "./support/test";
import { directions, type Language, said } from "./support/words";

// Weeks that nobody has planned lie after those that applicants see, so these tests disturb no others.
const department = "auslaenderbehoerde";
// The label is followed by the days of the week, and one label may stand within another.
const button = (within: Page | Locator, language: Language, key: string) =>
  within.getByRole("button", { name: new RegExp(`^${said(language, `staff.do.${key}`)}`) });

/** From the clerk's start to the first week that nobody has planned. */
async function openUnplanned(page: Page, language: Language): Promise<{ week: string; card: Locator }> {
  await page.locator(`main a[href$="/staff/${department}"]`).click();
  await expect(page.locator("main ol > li[id]")).toHaveCount(8);
  const week = await page
    .locator("main li[id]")
    .filter({ has: button(page, language, "plan") })
    .first()
    .getAttribute("id");
  if (!week) throw new Error("every week is planned already");
  made.add(week);
  return { week, card: page.locator(`[id="${week}"]`) };
}

const expectState = (card: Locator, language: Language, state: string) =>
  expect(card.getByText(said(language, `staff.week.state.${state}`), { exact: true })).toBeVisible();

// Leaves the weeks as they were, so that there is one for the next test, and for the next run on the same database.
const made = new Set<string>();
test.afterEach(async () => {
  await sql("DELETE FROM week WHERE department = $1 AND week = ANY ($2)", [department, [...made]]);
  made.clear();
});

for (const language of ["ar", "de"] as const) {
  test.describe(`in ${language}`, () => {
    test("a clerk plans a week, looks at it, publishes and withdraws it, and signs out", async ({ page }) => {
      await signIn(page, language);
      await expect(page.locator("html")).toHaveAttribute("dir", directions[language]);
      const { week, card } = await openUnplanned(page, language);
      await expectState(card, language, "none");

      // The preview stores nothing.
      await card.getByRole("link").click();
      await expect(page.getByText(said(language, "staff.grid.previewTitle"))).toBeVisible();
      const cells = (state: string) =>
        page.getByRole("cell", { name: said(language, `staff.grid.state.${state}`), exact: true });
      const slots = await cells("planned").count();
      expect(slots).toBeGreaterThan(0);
      await page.goBack();
      await expectState(card, language, "none");

      await button(card, language, "plan").click();
      await expect(card.getByRole("status")).toHaveText(said(language, "staff.done.planned"));
      await expect(card.getByRole("status")).toBeFocused();
      await expectState(card, language, "draft");
      await expect(card.locator("dd").first()).toHaveText(String(slots));

      await card.getByRole("link").click();
      await expect(page).toHaveURL(new RegExp(`/staff/${department}/${week}$`));
      await expect(cells("free")).toHaveCount(slots);
      await button(page, language, "publish").click();
      await expect(page.getByRole("status")).toHaveText(said(language, "staff.done.published"));
      await expectState(page.locator("main"), language, "published");

      await page.locator(`main nav a[href$="/staff/${department}"]`).click();
      await expectState(card, language, "published");
      await expect(button(card, language, "withdrawYes")).toBeHidden();
      await card.getByText(said(language, "staff.do.withdraw")).first().click();
      await button(card, language, "withdrawYes").click();
      await expect(card.getByRole("status")).toHaveText(said(language, "staff.done.withdrawn"));
      await expectState(card, language, "withdrawn");
      await card.getByRole("link").click();
      await expect(cells("closed")).toHaveCount(slots);

      await page.getByRole("button", { name: said(language, "staff.frame.signOut") }).click();
      await expect(page).toHaveURL(new RegExp(`/${language}/staff/sign-in$`));
      await page.goto(`/${language}/staff/${department}/${week}`);
      await expect(page).toHaveURL(new RegExp(`/${language}/staff/sign-in$`));
    });

    test("wrong details are refused, and the mail stays", async ({ page }) => {
      await page.goto(`/${language}/staff/sign-in`);
      await page.locator("main form button[type=submit]").click();
      const problem = (key: string) =>
        page.getByRole("alert").filter({ hasText: said(language, `staff.signIn.failure.${key}`) });
      await expect(problem("summary")).toBeFocused();
      await expect(problem("summary").getByRole("link")).toHaveCount(2);
      await submitSignIn(page, "not the password");
      await expect(problem("credentials")).toBeFocused();
      await expect(page.locator("#email")).toHaveValue(clerk);
      await expect(page.locator("#password")).toHaveValue("");
      await expectAccessible(page, "sign-in, refused");
    });

    test("the pages are accessible", async ({ page }) => {
      test.slow();
      await page.goto(`/${language}/staff/sign-in`);
      await expectAccessible(page, "sign-in");
      await signIn(page, language);
      await expectAccessible(page, "office");
      const { week } = await openUnplanned(page, language);
      await page.getByText(said(language, "staff.do.withdraw")).filter({ visible: true }).first().click();
      await expect(button(page, language, "withdrawYes")).toBeVisible();
      await expectAccessible(page, "weeks");
      await page.goto(`/${language}/staff/${department}/${week}`);
      await expectAccessible(page, "preview");
    });

    test("the timetable says who comes, and is accessible", async ({ page, request }) => {
      test.slow();
      const person = applicant(language);
      const concern = "residence-permit-extension";
      const startsAt = await freeTime(request, concern);
      const held = await postHold(request, holdBody(startsAt, person, { concern }));
      expect(held.status()).toBe(201);
      const { reference } = await held.json();
      await signIn(page, language);
      await page.goto(`/${language}/staff/${department}/${isoWeek(dayOf(startsAt))}`);
      const first = page.getByRole("cell").filter({ hasText: person.familyName });
      await expect(first).toHaveCount(1);
      await expect(first).toContainText(reference);
      await expect(first).toContainText(said(language, "staff.grid.state.held"));
      await expect(
        page.getByRole("cell", { name: said(language, "staff.grid.continued") }).first(),
      ).toBeVisible();
      await expectAccessible(page, "timetable");
    });
  });
}

test("whoever is not signed in is sent to the sign-in", async ({ page }) => {
  for (const path of ["", `/${department}`, `/${department}/2027-W02`, "/nowhere"]) {
    const response = await page.goto(`/de/staff${path}`);
    await expect(page).toHaveURL(/\/de\/staff\/sign-in$/);
    expect(response?.status()).toBe(200);
    expect(response?.headers()["cache-control"]).toContain("no-store");
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  }
});

test("after signing out, going back shows nothing", async ({ page }) => {
  await signIn(page, "de");
  await page.locator(`main a[href$="/staff/${department}"]`).click();
  await page.getByRole("button", { name: said("de", "staff.frame.signOut") }).click();
  await expect(page).toHaveURL(/\/de\/staff\/sign-in$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/de\/staff\/sign-in$/);
  await expect(page.locator("#password")).toBeVisible();
});

test("whoever is signed in is sent on, and finds nothing that the office does not have", async ({ page }) => {
  await signIn(page, "de");
  await page.goto("/de/staff/sign-in");
  await expect(page).toHaveURL(/\/de\/staff$/);
  for (const path of ["nowhere", `nowhere/2027-W02`, `${department}/2027-W53`, `${department}/week`]) {
    expect((await page.request.get(`/de/staff/${path}`)).status(), path).toBe(404);
  }
});

test.describe("without JavaScript, on a small screen", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

  test("a clerk signs in, plans, publishes, withdraws and signs out", async ({ page }) => {
    await page.goto("/ar/staff/sign-in");
    await submitSignIn(page, "not the password");
    await expect(page.getByRole("alert")).toHaveText(said("ar", "staff.signIn.failure.credentials"));
    await expect(page.locator("#email")).toHaveValue(clerk);
    await signIn(page, "ar");

    const { week, card } = await openUnplanned(page, "ar");
    await button(card, "ar", "plan").click();
    await expect(card.getByRole("status")).toHaveText(said("ar", "staff.done.planned"));
    // The form comes back to its own week and not to the top of the page.
    await expect(page).toHaveURL(new RegExp(`#${week}$`));
    await expect(card.getByRole("status")).toBeInViewport();
    await expectState(card, "ar", "draft");
    await button(card, "ar", "publish").click();
    await expect(card.getByRole("status")).toHaveText(said("ar", "staff.done.published"));
    await expectState(card, "ar", "published");
    await card.getByText(said("ar", "staff.do.withdraw")).first().click();
    await button(card, "ar", "withdrawYes").click();
    await expect(card.getByRole("status")).toHaveText(said("ar", "staff.done.withdrawn"));

    await page.getByRole("button", { name: said("ar", "staff.frame.signOut") }).click();
    await expect(page).toHaveURL(/\/ar\/staff\/sign-in(#|$)/);
    await page.goto("/ar/staff");
    await expect(page).toHaveURL(/\/ar\/staff\/sign-in$/);
  });

  test("a step that is no longer possible is refused in words", async ({ page, context }) => {
    await signIn(page, "de");
    const { card } = await openUnplanned(page, "de");
    const other = await context.newPage();
    await other.goto(page.url());
    await button(card, "de", "plan").click();
    await button(card, "de", "publish").click();
    await expectState(card, "de", "published");
    await button(other.locator(`[id="${await card.getAttribute("id")}"]`), "de", "plan").click();
    await expect(other.getByRole("alert")).toHaveText(said("de", "staff.failure.already_published"));
  });
});
