import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";
import { said } from "./support/words";

test.describe.configure({ mode: "parallel" });

const results = (page: Page) => page.locator("main ol a");
const status = (page: Page) => page.getByRole("status");
const field = (page: Page) => page.getByRole("main").getByRole("searchbox");
const ownScript = /^<script src="\/search\.js\?v=[0-9a-f]{8}" defer=""><\/script>$/;

test("without JavaScript a form finds pages, with the words marked", async ({ browser, baseURL }) => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const page = await plain.newPage();
  await page.goto(`${baseURL}/ar/search`);
  await expect(results(page)).toHaveCount(0);
  await field(page).fill("كيف أجدد إقامتي؟");
  await field(page).press("Enter");
  await expect(field(page)).toHaveValue("كيف أجدد إقامتي؟");
  await expect(page).toHaveTitle(/كيف أجدد إقامتي؟/);
  await expect(results(page).first()).toHaveAttribute("href", /^\/ar\/(guides\/residence-permits|offices)/);
  expect(await page.locator("main ol mark").count()).toBeGreaterThan(0);
  await results(page).first().click();
  await expect(page.locator("h1")).toBeVisible();
  await plain.close();
});

test("the page carries no framework and weighs little", async ({ page }) => {
  let bytes = 0;
  let requests = 0;
  page.on("requestfinished", async (request) => {
    requests += 1;
    const { responseBodySize } = await request.sizes();
    bytes += responseBodySize;
  });
  const response = await page.goto("/ar/search?q=Fiktionsbescheinigung", { waitUntil: "networkidle" });
  const html = (await response?.text()) ?? "";
  expect(html.match(/<script[\s\S]*?<\/script>/gi)).toEqual([expect.stringMatching(ownScript)]);
  expect(html).not.toMatch(/_next\/[^"]*\.js|as="script"/);
  expect(response?.headers()["content-security-policy"]).toContain("script-src 'self'");
  expect(requests).toBeLessThanOrEqual(8);
  expect(bytes).toBeLessThan(75_000);
});

test("a German word of a letter finds the page in the reader's language", async ({ page }) => {
  await page.goto("/ar/search?q=Fiktionsbescheinigung");
  await expect(results(page).first()).toContainText(/\p{Script=Arabic}/u);
  await expect(page.locator("main ol mark").first()).toHaveText(/Fiktionsbescheinigung/i);
});

for (const language of ["ar", "de"] as const) {
  test(`results come while typing, are announced, and the keyboard reaches them (${language})`, async ({
    page,
  }) => {
    await page.goto(`/${language}/search`);
    await field(page).pressSequentially("Niederlass", { delay: 20 });
    await expect(results(page).first()).toBeVisible();
    await expect(status(page)).toContainText("Niederlass");
    expect(new URL(page.url()).searchParams.get("q")).toBe("Niederlass");
    // The other languages keep up.
    await expect(page.locator("header a[hreflang=en]")).toHaveAttribute("href", /q=Niederlass$/);

    await page.keyboard.press("ArrowDown");
    await expect(results(page).first()).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(results(page).nth(1)).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await expect(results(page).first()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(field(page)).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/${language}/(guides|offices|glossary)`));
    await page.goBack();
    await expect(field(page)).toHaveValue("Niederlass");
  });
}

test("a slip is put right, and where nothing is found the page helps on", async ({ page }) => {
  await page.goto("/de/search?q=Fiktionsbescheiningung");
  await expect(results(page).first()).toBeVisible();
  await expect(page.getByRole("link", { name: /Fiktionsbescheinigung/ }).first()).toBeVisible();

  await page.goto("/de/search?q=xqzvbn");
  await expect(status(page)).toContainText("xqzvbn");
  await expect(results(page)).toHaveCount(0);
  await expect(page.getByText(said("de", "search.none"))).toBeVisible();
  await expect(page.locator("main a[href^='/de/topics/']").first()).toBeVisible();
  await expect(page.locator("main a[href^='tel:']").first()).toBeVisible();
});

test("what is typed is text, whatever it looks like", async ({ page }) => {
  const query = `"><script>document.title="owned"</script><img src=x onerror=alert(1)>`;
  await page.goto(`/de/search?q=${encodeURIComponent(query)}`);
  await expect(field(page)).toHaveValue(query);
  await expect(page.locator("main img, main script:not([src])")).toHaveCount(0);
  await field(page).fill(`${query} Pass`);
  await expect(status(page)).toContainText("Pass");
  await expect(page.locator("main img, main script:not([src])")).toHaveCount(0);
  await expect(page).not.toHaveTitle("owned");
});

test("the JSON API finds the same", async ({ page, request }) => {
  await page.goto("/ar/search?q=فيزا");
  const shown = await results(page).evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const response = await request.get("/api/v1/search?q=فيزا&locale=ar&limit=20");
  const { hits } = (await response.json()) as { hits: { url: string }[] };
  expect(hits.map(({ url }) => url)).toEqual(shown);
});
