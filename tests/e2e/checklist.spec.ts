import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { confirmedAppointment } from "./support/booking";
import { sql } from "./support/database";
import { expect, test } from "./support/test";
import { said } from "./support/words";

const checklist = (office = "hagen", concern = "card-pickup") => `/ar/offices/${office}/checklist/${concern}`;
const box = (page: Page, document: string) => page.locator(`input[value="${document}"]`).first();
/** What was shared; in the days before an appointment its page says more. */
const told = (page: Page) => page.locator("form.ticks").getByRole("status");

/** What the page says of how many are ready, as a screen reader gets it: the number comes from the style sheet. */
async function readyCount(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const texts = nodes
    .filter(({ role }) => role?.value === "StaticText")
    .map(({ name }) => String(name?.value));
  const start = texts.findIndex((text) => text.startsWith("الجاهز"));
  return texts
    .slice(start, start + 3)
    .join("")
    .trim();
}

const sharedIn = async (email: string) => {
  const [row] = await sql<{ open_documents: string[]; shared: boolean }>(
    "SELECT open_documents, documents_shared_at IS NOT NULL AS shared FROM appointment WHERE email = $1",
    [email],
  );
  return row;
};

test("ticks stay on the device, by concern, and show wherever its documents are listed", async ({
  page,
  context,
}) => {
  await page.goto(checklist());
  expect(await readyCount(page)).toBe("الجاهز: 0 من 4");
  await box(page, "valid-passport").check();
  await box(page, "pickup-letter").check();
  expect(await readyCount(page)).toBe("الجاهز: 2 من 4");

  // The same concern elsewhere, in another language, in another tab and after coming back.
  for (const address of [checklist(), checklist("loerrach"), checklist().replace("/ar/", "/de/")]) {
    await page.goto(address);
    await expect(page.locator("input[type=checkbox]:checked")).toHaveCount(2);
    await expect(box(page, "valid-passport")).toBeChecked();
  }
  await page.goto(checklist("hagen", "settlement-permit"));
  await expect(page.locator("input[type=checkbox]:checked")).toHaveCount(0);

  // A guide stands for all its concerns, and one document for all its lists.
  const guide = await context.newPage();
  await guide.goto("/ar/guides/residence-permits");
  await expect(box(guide, "valid-passport")).toBeChecked();
  await expect(box(guide, "pickup-letter")).toBeChecked();
  await expect(box(guide, "rental-contract")).not.toBeChecked();
  await box(guide, "rental-contract").check();
  await expect(box(page, "rental-contract")).toBeChecked();
  await box(guide, "valid-passport").uncheck();
  await guide.close();
  await page.goto(checklist());
  await expect(box(page, "valid-passport")).not.toBeChecked();
  await expect(box(page, "pickup-letter")).toBeChecked();

  await page.getByRole("button", { name: said("ar", "checklist.untick") }).click();
  expect(await readyCount(page)).toBe("الجاهز: 0 من 4");
  await page.reload();
  await expect(page.locator("input[type=checkbox]:checked")).toHaveCount(0);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(["mawid.ticks"]);
});

test("what is kept and cannot be read does no harm", async ({ page }) => {
  for (const kept of ["{", "null", "7", '{"card-pickup":7}', '{"card-pickup":{"length":3}}']) {
    await page.goto(checklist());
    await page.evaluate((text) => localStorage.setItem("mawid.ticks", text), kept);
    await page.reload();
    await expect(page.locator("input[type=checkbox]:checked")).toHaveCount(0);
    await box(page, "residence-title").check();
    await page.reload();
    await expect(box(page, "residence-title")).toBeChecked();
  }
});

test("on paper German stands beside Arabic, with boxes, and nothing that is for the screen", async ({
  page,
}) => {
  await page.goto(checklist("hagen", "family-reunification"));
  const row = page.locator("main li").filter({ has: box(page, "marriage-certificate") });
  const german = row.locator("[lang=de][dir=ltr]").filter({ hasText: "Original und Kopie" });
  await expect(german).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(german).toBeVisible();
  await expect(german).toContainText("Heiratsurkunde");
  const [arabic, foreign, tick] = await Promise.all(
    [row.getByText("وثيقة الزواج"), german, row.locator("input")].map((part) => part.boundingBox()),
  );
  if (!arabic || !foreign || !tick) throw new Error("a part is not there");
  expect(tick.x).toBeGreaterThan(arabic.x);
  expect(arabic.x).toBeGreaterThan(foreign.x + foreign.width - 1);
  expect(Math.abs(arabic.y - foreign.y)).toBeLessThan(12);
  for (const hidden of ["checklist.untick", "checklist.print"])
    await expect(page.getByText(said("ar", hidden))).toBeHidden();
  await expect(page.getByText("Ausländerbehörde Hagen · Aufenthalt und Familie")).toBeVisible();
});

for (const language of ["ar", "de"] as const) {
  test(`what is missing is shared with the appointment and taken back, in ${language}`, async ({
    page,
    request,
  }) => {
    const { person, manageUrl } = await confirmedAppointment(request, language);
    await page.goto(checklist().replace("/ar/", `/${language}/`));
    await box(page, "valid-passport").check();
    await page.goto(manageUrl);
    await expect(box(page, "valid-passport")).toBeChecked();
    await expect(page.locator("input[type=checkbox]:checked")).toHaveCount(1);
    await box(page, "power-of-attorney").check();
    expect(await sharedIn(person.email)).toEqual({ open_documents: [], shared: false });
    await expectAccessible(page, "documents, not shared");

    const button = (key: string) => page.getByRole("button", { name: said(language, `manage.share.${key}`) });
    await button("share").click();
    await expect(
      page.getByRole("heading", { name: said(language, "manage.share.sharedTitle") }),
    ).toBeVisible();
    expect(await sharedIn(person.email)).toEqual({
      open_documents: ["pickup-letter", "residence-title"],
      shared: true,
    });
    await expect(told(page).getByRole("listitem")).toHaveCount(2);
    await expect(page.locator("input[type=checkbox]:checked")).toHaveCount(2);
    await expectAccessible(page, "documents, shared");

    for (const id of ["pickup-letter", "residence-title"]) await box(page, id).check();
    await button("again").click();
    await expect(told(page)).toContainText(said(language, "manage.share.nothing"));
    expect(await sharedIn(person.email)).toEqual({ open_documents: [], shared: true });

    await button("withdraw").click();
    await expect(page.getByRole("heading", { name: said(language, "manage.share.title") })).toBeVisible();
    expect(await sharedIn(person.email)).toEqual({ open_documents: [], shared: false });
    // What is on the device stays there.
    await expect(page.locator("input[type=checkbox]:checked")).toHaveCount(4);
  });
}

test("what is ticked before the script has come is kept, too", async ({ page, request }) => {
  const { manageUrl } = await confirmedAppointment(request, "de");
  let come = () => {};
  const ticked = new Promise<void>((resolve) => {
    come = resolve;
  });
  const asked = page.waitForRequest("**/portal.js*");
  await page.route("**/portal.js*", async (route) => {
    await ticked;
    await route.continue();
  });
  await page.goto(manageUrl, { waitUntil: "commit" });
  await asked;
  await box(page, "valid-passport").check();
  const arrived = page.waitForResponse("**/portal.js*");
  come();
  await arrived;
  await page.waitForLoadState("networkidle");
  await page.goto(checklist());
  await expect(box(page, "valid-passport")).toBeChecked();
  await expect(page.locator("input[type=checkbox]:checked")).toHaveCount(1);
});

test("somebody else's device shows what was shared, until something is ticked there", async ({
  page,
  request,
  browser,
}) => {
  const { person, manageUrl } = await confirmedAppointment(request, "de");
  await page.goto(manageUrl);
  await box(page, "valid-passport").check();
  await page.getByRole("button", { name: said("de", "manage.share.share") }).click();
  await expect(told(page)).toBeVisible();
  const other = await browser.newContext();
  try {
    const elsewhere = await other.newPage();
    await elsewhere.goto(manageUrl);
    await expect(elsewhere.locator("input[type=checkbox]:checked")).toHaveCount(1);
    await box(elsewhere, "residence-title").check();
    // Without its script, which comes last, a device keeps nothing.
    await expect
      .poll(() => elsewhere.evaluate(() => localStorage.getItem("mawid.ticks")))
      .toContain("residence-title");
    await elsewhere.goto(checklist());
    await expect(elsewhere.locator("input[type=checkbox]:checked")).toHaveCount(2);
    expect((await sharedIn(person.email))?.open_documents).toContain("residence-title");
  } finally {
    await other.close();
  }
});

test.describe("without JavaScript, on a small phone", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

  test("the checklist is a list with boxes, and leads to the appointment", async ({ page }) => {
    await page.goto(checklist("erlangen"));
    await box(page, "valid-passport").check();
    expect(await readyCount(page)).toBe("الجاهز: 1 من 4");
    await expect(page.getByText(said("ar", "checklist.print"))).toBeHidden();
    await page.getByRole("button", { name: said("ar", "checklist.untick") }).click();
    expect(await readyCount(page)).toBe("الجاهز: 0 من 4");
    await page.locator('main a[href$="/ar/offices/erlangen/book?concern=card-pickup"]').click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(said("ar", "booking.times.title"));
  });

  test("what is ticked on the appointment's page is sent with the form", async ({ page, request }) => {
    const { person, manageUrl } = await confirmedAppointment(request, "ar");
    await page.goto(manageUrl);
    await box(page, "valid-passport").check();
    await page.getByRole("button", { name: said("ar", "manage.share.share") }).click();
    await expect(page.getByRole("heading", { name: said("ar", "manage.share.sharedTitle") })).toBeVisible();
    expect((await sharedIn(person.email))?.open_documents).toEqual([
      "pickup-letter",
      "residence-title",
      "power-of-attorney",
    ]);
    // The page knows the boxes from what was shared.
    await expect(box(page, "valid-passport")).toBeChecked();
    await expect(page.locator("input[type=checkbox]:checked")).toHaveCount(1);
    await page.getByRole("button", { name: said("ar", "manage.share.withdraw") }).click();
    await expect(page.getByRole("heading", { name: said("ar", "manage.share.title") })).toBeVisible();
    expect((await sharedIn(person.email))?.shared).toBe(false);
  });
});
