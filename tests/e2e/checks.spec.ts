import type { Page } from "@playwright/test";
import { collisionsIn, pagesOf } from "../support/pdf";
import { expectAccessible } from "./support/axe";
import { expect, test } from "./support/test";
import { said } from "./support/words";

// Each check stands for itself, so the workers may share them.
test.describe.configure({ mode: "parallel" });

const next = (page: Page, language: "ar" | "de") =>
  page.getByRole("button", { name: said(language, "checks.next") }).click();

async function choose(page: Page, language: "ar" | "de", answer: string): Promise<void> {
  await page.locator(`input[value="${answer}"]`).check();
  await next(page, language);
}

/** A page with answers is as plain as any page for reading. */
async function expectPlain(page: Page): Promise<void> {
  await expect(page.locator("script")).toHaveCount(1);
  await expect(page.locator("script[src^='/portal.js']")).toHaveCount(1);
  await expect(page.locator("h1")).toHaveCount(1);
}

test("an Arabic reader finds out about a visa, changes an answer, and shares the result", async ({
  page,
}) => {
  await page.goto("/ar");
  await page.getByRole("link", { name: "هل أحتاج إلى تأشيرة؟" }).click();
  // Nothing is sent before something is chosen.
  await next(page, "ar");
  await expect(page).toHaveURL("/ar/checks/visa");
  await page.locator("select").selectOption({ label: "مصر" });
  await next(page, "ar");
  await choose(page, "ar", "short");
  await expectPlain(page);
  await expectAccessible(page, "a later question", false);
  await choose(page, "ar", "visit");
  await choose(page, "ar", "no");
  await expect(page.locator("h1")).toHaveText("نعم، تحتاج إلى تأشيرة شنغن");
  await expectPlain(page);
  await expectAccessible(page, "an outcome with answers", false);
  const address = "/ar/checks/visa?nationality=EG&stay=short&short-purpose=visit&schengen-title=no";
  await expect(page).toHaveURL(address);

  // The same result, with the answers and without them.
  const shared = page.getByRole("link", { name: said("ar", "checks.withAnswers") });
  await expect(shared).toHaveAttribute("href", address);
  await page.locator("a[href$='/results/schengen-visa']").click();
  await expect(page.locator("h1")).toHaveText("نعم، تحتاج إلى تأشيرة شنغن");
  await expect(page.locator("dl")).toHaveCount(0);
  await page.goBack();

  // The other language keeps the answers, and so does changing one of them.
  await page.locator("header nav a[hreflang=de]").click();
  await expect(page.locator("h1")).toHaveText("Ja, Sie brauchen ein Schengen-Visum");
  await page.goBack();
  await page
    .getByRole("link", { name: said("ar", "checks.change") })
    .nth(1)
    .click();
  await expect(page).toHaveURL("/ar/checks/visa?nationality=EG");
  await choose(page, "ar", "long");
  await choose(page, "ar", "study");
  await expect(page.locator("h1")).toHaveText("نعم، تحتاج إلى تأشيرة وطنية للدراسة");
});

test("answers about protection stay out of every address, and lead to documents and an appointment", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/de/guides/family-reunification");
  await page.getByRole("link", { name: "Kann meine Familie nach Deutschland kommen?" }).click();
  await choose(page, "de", "spouse");
  await expect(page).toHaveURL("/de/checks/family-reunification?relative=spouse");
  await choose(page, "de", "refugee");
  await expect(page).toHaveURL("/de/checks/family-reunification");
  await expect(page.locator("form[data-slot]")).toHaveAttribute("method", "post");
  await choose(page, "de", "yes");
  await expect(page.locator("h1")).toHaveText("Ja, und Wohnung und Einkommen werden nicht verlangt");
  await expectPlain(page);
  await expect(page.locator("dl").first()).toContainText("als Flüchtling");
  await expect(page.locator("input[value='deadline-notice']")).toBeVisible();
  await expect(page.getByRole("link", { name: said("de", "checks.withAnswers") })).toHaveCount(0);
  expect(asked.filter((url) => /refugee|sponsor|deadline=/.test(url))).toEqual([]);

  // Back to the question before, still without the answers in the address.
  await page
    .getByRole("button", { name: said("de", "checks.change") })
    .last()
    .click();
  await expect(page.locator("h1")).toContainText("angezeigt oder beantragt");
  await choose(page, "de", "no");
  await expect(page.locator("h1")).toHaveText("Ja, aber Wohnung und Einkommen können verlangt werden");
  await page
    .locator("summary")
    .filter({ hasText: said("de", "guide.book.action") })
    .click();
  await page.getByRole("link", { name: "Hagen", exact: true }).click();
  await expect(page).toHaveURL(/\/de\/offices\/hagen\/book\?concern=family-reunification/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a check works as plain forms", async ({ page }) => {
    await page.goto("/ar/checks/travel-document");
    await choose(page, "ar", "subsidiary");
    // The other language keeps sensitive answers, too, and in no address.
    await page.locator("header nav").getByRole("button", { name: "Deutsch" }).click();
    await expect(page).toHaveURL("/de/checks/travel-document");
    await expect(page.locator("dl").first()).toContainText("subsidiär");
    await page.locator("header nav").getByRole("button", { name: "العربية" }).click();
    await choose(page, "ar", "cannot");
    await expect(page.locator("h1")).toHaveText("على الأرجح يمكنك الحصول على وثيقة سفر الأجانب");
    await expect(page).toHaveURL("/ar/checks/travel-document");
    await page
      .getByRole("button", { name: said("ar", "checks.change") })
      .last()
      .click();
    await choose(page, "ar", "have");
    await expect(page.locator("h1")).toHaveText("تسافر بجواز بلدك");
  });
});

test("what is no answer is asked again, and what is no check is not found", async ({ request }) => {
  const again = await request.get("/de/checks/visa?nationality=EG&stay=forever");
  expect(again.status()).toBe(200);
  expect(await again.text()).toContain(said("de", "checks.fault"));
  // A sensitive answer that comes in an address all the same counts for nothing.
  const sensitive = await (await request.get("/de/checks/travel-document?status=refugee")).text();
  expect(sensitive).not.toMatch(/<dl|type="hidden"|results\/refugee/);
  expect((await request.get("/de/checks/nothing?a=b")).status()).toBe(404);
  expect((await request.post("/de/checks/nothing", { form: { a: "b" } })).status()).toBe(404);
  expect((await request.post("/de/checks/visa", { form: { stay: "x".repeat(9_000) } })).status()).toBe(413);
});

test("a result can be put on paper: nothing is printed on anything else, and the appointment is named", async ({
  page,
}) => {
  await page.goto("/ar/checks/visa?nationality=EG&stay=long&long-purpose=work");
  const pdf = await page.pdf({ format: "A4" });
  expect(pagesOf(pdf).length).toBeGreaterThan(1);
  expect(collisionsIn(pdf)).toEqual([]);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("طلب تصريح الإقامة لأول مرة (هاغن · ")).toBeVisible();
});
