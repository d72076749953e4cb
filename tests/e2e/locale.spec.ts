import { expect, test } from "./support/test";
import { directions, languages, said } from "./support/words";

const wishes = [
  ["", "ar"],
  ["fr,it;q=0.8", "ar"],
  ["de-DE,de;q=0.9,en;q=0.8", "de"],
  ["en-GB", "en"],
  ["fr, en;q=0.5, de;q=0.6", "de"],
  ["*", "ar"],
  ["\\,;q=x", "ar"],
] as const;

for (const [header, language] of wishes) {
  test(`“${header}” leads to ${language}`, async ({ request }) => {
    const response = await request.get("/", { headers: { "Accept-Language": header }, maxRedirects: 0 });
    expect(response.status()).toBe(307);
    expect(response.headers().location).toMatch(new RegExp(`^(http://[^/]+)?/${language}$`));
    expect(response.headers().vary).toContain("Accept-Language");
  });
}

test("an address without a language keeps its path and query", async ({ request }) => {
  const address = "/offices/hagen/book?concern=card-pickup";
  const response = await request.get(address, { headers: { "Accept-Language": "de" }, maxRedirects: 0 });
  expect(response.headers().location).toMatch(/\/de\/offices\/hagen\/book\?concern=card-pickup$/);
});

test.describe("where nothing is", () => {
  test.use({ expectedErrors: [/status of 404/] });

  const nowhere = [
    "/nowhere",
    "/guides/nowhere",
    "/topics/nowhere",
    "/offices/nowhere",
    "/offices/nowhere/book",
    "/offices/hagen/checklist",
    "/offices/hagen/checklist/nowhere",
    "/offices/erlangen/checklist/loss-report",
    "/offices/hagen/book/sent?hold=x",
    "/appointments",
    `/appointments/${"A".repeat(54)}`,
    "/appointments/confirm?token=x",
    "/not-found",
    "/guides/later",
    "/guides/blue-passport.html",
    "/nowhere.php",
  ];
  for (const language of languages) {
    test(`the answer is 404 in ${language}, with a way home`, async ({ page }) => {
      for (const path of nowhere) {
        const response = await page.goto(`/${language}${path}`);
        expect(response?.status(), path).toBe(404);
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await expect(page.locator("html")).toHaveAttribute("dir", directions[language]);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(
          said(language, "errors.notFoundTitle"),
        );
        await expect(page.getByRole("link", { name: said(language, "errors.home") })).toHaveAttribute(
          "href",
          `/${language}`,
        );
      }
    });
  }

  test("an address with capital letters leads to the page that is meant", async ({ request }) => {
    for (const [written, meant] of [
      ["/De/Guides/Blue-Passport?a=B", "/de/guides/blue-passport?a=B"],
      ["/AR", "/ar"],
    ] as const) {
      const response = await request.get(written, { maxRedirects: 0 });
      expect(response.status()).toBe(308);
      expect(response.headers().location).toMatch(
        new RegExp(`^(http://[^/]+)?${meant.replace("?", "\\?")}$`),
      );
    }
  });

  test("a language that the portal does not speak leads to the reader's, and there to 404", async ({
    browser,
  }) => {
    const context = await browser.newContext({ locale: "de-DE" });
    try {
      const page = await context.newPage();
      const response = await page.goto("/fr/guides");
      expect(response?.status()).toBe(404);
      expect(new URL(page.url()).pathname).toBe("/de/fr/guides");
      await expect(page.locator("html")).toHaveAttribute("lang", "de");
    } finally {
      await context.close();
    }
  });
});

test("the language switch keeps the page and what was chosen", async ({ page }) => {
  await page.goto("/ar/offices/hagen/book?concern=card-pickup");
  const day = await page.locator('main ol a[href*="date="]').first().getAttribute("href");
  await page.goto((day ?? "").replace("#times", ""));
  const { search } = new URL(page.url());
  const chosen = await page.locator("#times a").first().getAttribute("href");
  for (const language of ["de", "en", "ar"] as const) {
    await page.locator(`header nav a[hreflang=${language}]`).click();
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    expect(new URL(page.url()).pathname).toBe(`/${language}/offices/hagen/book`);
    expect([...new URL(page.url()).searchParams]).toEqual([...new URLSearchParams(search)]);
    await expect(page.locator("#times a").first()).toHaveAttribute(
      "href",
      (chosen ?? "").replace("/ar/", `/${language}/`),
    );
  }
});

test("the language switch keeps a search", async ({ page }) => {
  await page.goto(`/de/search?q=${encodeURIComponent("blauer Pass & mehr")}`);
  await page.locator("header nav a[hreflang=ar]").click();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  expect(new URL(page.url()).searchParams.get("q")).toBe("blauer Pass & mehr");
  await expect(page.locator("main input[name=q]")).toHaveValue("blauer Pass & mehr");
});
