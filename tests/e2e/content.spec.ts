import { expectAccessible } from "./support/axe";
import { sql } from "./support/database";
import { signIn } from "./support/staff";
import { expect, test } from "./support/test";
import { directions, said } from "./support/words";

const gone = "https://www.gesetze-im-internet.de/stag/";

for (const language of ["ar", "de"] as const) {
  test(`in ${language}, a clerk sees what the texts need, and where a law is used`, async ({ page }) => {
    await sql(
      `INSERT INTO link_check (url, outcome, status) VALUES ($1, 'gone', 404)
       ON CONFLICT (url) DO UPDATE SET outcome = 'gone', status = 404`,
      [gone],
    );
    await sql(
      `INSERT INTO page_feedback (id, page, locale, helpful, missing, given_on)
       VALUES (gen_random_uuid(), '/guides/electricity', 'de', false, 'Der Preis fehlt, ' || $1, current_date)`,
      [language],
    );
    await signIn(page, language);
    await page.locator('main a[href$="/staff/content"]').click();
    await expect(page.locator("html")).toHaveAttribute("dir", directions[language]);
    await expect(page.locator("h1")).toHaveText(said(language, "staff.content.title"));
    await expect(page.locator("main")).toContainText(said(language, "staff.content.dead.none"));
    const outside = page.locator("section", { has: page.locator("#outside") });
    await expect(outside.locator("li").filter({ hasText: gone })).toContainText(
      said(language, "staff.content.outside.gone"),
    );

    const opinions = page.locator("section", { has: page.locator("#feedback") });
    await expect(opinions.locator("li").filter({ hasText: "/guides/electricity" }).first()).toContainText(
      `Der Preis fehlt, ${language}`,
    );

    await page.locator("#uses").fill("§ 10 StAG");
    await page.locator("#uses").press("Enter");
    const uses = page.locator("section", { has: page.locator("#uses") });
    await expect(uses.locator("li").filter({ hasText: "guides/naturalisation" })).toContainText("language (");
    await expectAccessible(page, `the content page in ${language}`);
  });
}

test("nobody but staff sees the content page", async ({ page }) => {
  await page.goto("/de/staff/content");
  await expect(page).toHaveURL(/\/de\/staff\/sign-in$/);
});

test("open data may be read by other sites, and nothing else", async ({ request }) => {
  const allowed = async (path: string) => (await request.get(path)).headers()["access-control-allow-origin"];
  for (const path of ["guides", "guides/blue-passport", "facts", "services", "search?q=Pass", "openapi.json"])
    expect(await allowed(`/api/v1/${path}`), path).toBe("*");
  for (const path of ["offices", "offices/hagen"])
    expect(await allowed(`/api/v1/${path}`), path).toBeUndefined();
});
