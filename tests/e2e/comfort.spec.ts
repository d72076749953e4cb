import type { BrowserContext } from "@playwright/test";
import { collisionsIn } from "../support/pdf";
import { confirmedAppointment } from "./support/booking";
import { expect, test } from "./support/test";
import { said } from "./support/words";

const guide = "/ar/guides/blue-passport";
const first = "/ar/guides/residence-permits";

/** Waits until the worker has kept a page. */
async function kept(context: BrowserContext, path: string): Promise<void> {
  const [page] = context.pages();
  await expect
    .poll(() =>
      page?.evaluate(async (address) => Boolean(await caches.match(address, { ignoreVary: true })), path),
    )
    .toBe(true);
}

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("an office is found by a town in Arabic letters, and the telephone by a name", async ({ page }) => {
    await page.goto("/ar/offices");
    await page.getByLabel(said("ar", "finder.label")).fill("هاجن");
    await page.getByRole("button", { name: said("ar", "finder.button") }).click();
    await expect(page.locator("#found a")).toHaveAttribute("href", "/ar/offices/hagen");
    await expect(page.getByLabel(said("ar", "finder.label"))).toHaveValue("هاجن");

    await page.goto("/ar/offices/erlangen");
    await page.getByLabel(said("ar", "finder.surname.label")).fill("جمال");
    await page.getByRole("button", { name: said("ar", "finder.surname.button") }).click();
    await expect(page.locator("#line [role=status] a")).toHaveText("09131 86-2879");
  });

  test("a page gets its vote, and then what was missing", async ({ page }) => {
    await page.goto("/de/guides/blue-passport");
    await page.getByRole("button", { name: said("de", "feedback.no") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(said("de", "feedback.thanks"));
    await page.getByLabel(said("de", "feedback.missing")).fill("Die Adresse des Amts");
    await page.getByRole("button", { name: said("de", "feedback.send") }).click();
    await expect(page.getByText(said("de", "feedback.told"))).toBeVisible();
    await page.getByRole("link", { name: said("de", "feedback.back") }).click();
    await expect(page).toHaveURL(/\/de\/guides\/blue-passport$/);
  });

  test.describe("and with too much to say", () => {
    test.use({ expectedErrors: [/status of 422/] });

    test("the whole text comes back to be shortened", async ({ page }) => {
      const long = "عنوان الدائرة غير موجود. ".repeat(60);
      await page.goto("/ar/guides/blue-passport");
      await page.getByRole("button", { name: said("ar", "feedback.no") }).click();
      await page.getByLabel(said("ar", "feedback.missing")).fill(long);
      await page.getByRole("button", { name: said("ar", "feedback.send") }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(said("ar", "feedback.tooLong"));
      const text = page.getByLabel(said("ar", "feedback.yours"));
      await expect(text).toHaveValue(long);
      await text.fill("عنوان الدائرة");
      await page.getByRole("button", { name: said("ar", "feedback.again") }).click();
      await expect(page.getByText(said("ar", "feedback.told"))).toBeVisible();
    });
  });
});

test("a guide can be taken along on paper, and only one that there is", async ({ page, request }) => {
  await page.goto(guide);
  const link = page.getByRole("link", { name: said("ar", "guide.pdf.link") });
  await expect(link).toBeVisible();
  const address = await link.getAttribute("href");
  const response = await request.get(address ?? "");
  const headers = response.headers();
  expect(headers).toMatchObject({
    "content-type": "application/pdf",
    "cache-control": "public, max-age=300, must-revalidate",
  });
  expect((await response.body()).subarray(0, 5).toString()).toBe("%PDF-");
  const again = await request.get(address ?? "", { headers: { "If-None-Match": headers.etag ?? "" } });
  expect(again.status()).toBe(304);
  const nowhere = await request.get("/ar/guides/no-such-guide/guide.pdf");
  expect(nowhere.status()).toBe(404);
  expect(await nowhere.text()).toContain("<html");
});

test("a guide and a service are printed with nothing on anything else", async ({ page }) => {
  for (const address of ["/de/guides/electricity", "/ar/offices/erlangen/services/change-of-conditions"]) {
    await page.goto(address);
    expect(collisionsIn(await page.pdf({ format: "A4" })), address).toEqual([]);
  }
});

test.describe("without a network", () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|Failed to load resource|net::ERR/] });

  test("what was read can be read again and says that it is a copy, what was not read cannot", async ({
    page,
    context,
  }) => {
    await page.goto(first);
    // The first page costs nothing more: the worker comes with the second.
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(
      0,
    );
    await page.goto(guide);
    await kept(context, guide);
    await kept(context, first);
    const title = await page.locator("h1").innerText();

    // What the browser keeps for some minutes by itself would be no proof.
    await (await context.newCDPSession(page)).send("Network.clearBrowserCache");
    await context.setOffline(true);
    await page.goto(guide);
    await expect(page.locator("h1")).toHaveText(title);
    await expect(page.locator("[data-offline]")).toContainText("20");
    // With its styles: the sheet is kept, too.
    expect(await page.locator("body").evaluate((body) => getComputedStyle(body).fontFamily)).toContain(
      "Mawid",
    );
    await page.goto(first);
    await expect(page.locator("[data-offline]")).toBeVisible();
    await page.goto("/ar/guides/health-insurance");
    await expect(page.locator("h1")).toHaveCount(0);
    await expect(page.getByRole("link", { name: title, exact: true })).toBeVisible();
    // What is kept nowhere says that there is no network, too, instead of the browser.
    await page.goto("/ar/search?q=x");
    await page.getByRole("link", { name: title, exact: true }).click();
    await expect(page.locator("[data-offline]")).toBeVisible();

    await context.setOffline(false);
    await page.goto(guide);
    await expect(page.locator("[data-offline]")).toHaveCount(0);
  });

  test("whoever reads on in the very first page can read it again, too", async ({ page, context }) => {
    await page.goto(guide);
    // The script hears of it once the page has loaded.
    await expect(async () => {
      await page.mouse.wheel(0, 300);
      expect(await page.evaluate(async () => Boolean(await navigator.serviceWorker.getRegistration()))).toBe(
        true,
      );
    }).toPass();
    await kept(context, guide);
    await context.setOffline(true);
    await page.reload();
    await expect(page.locator("[data-offline]")).toContainText("20");
  });

  test("one's own appointment is kept when its owner says so, to be read and for nothing else", async ({
    page,
    context,
    request,
  }) => {
    const { manageUrl, reference } = await confirmedAppointment(request, "de");
    await page.goto(manageUrl);
    await page.getByRole("button", { name: said("de", "manage.copy.keep") }).click();
    await expect(page.getByRole("button", { name: said("de", "manage.copy.drop") })).toBeVisible();
    await kept(context, new URL(manageUrl).pathname);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).active);

    await context.setOffline(true);
    await page.reload();
    await expect(page.locator("[data-offline]")).toContainText("Kopie");
    await expect(page.locator("[data-offline]")).toContainText("20");
    await expect(page.getByText(reference)).toBeVisible();
    await expect(page.locator("input[type=checkbox][value='valid-passport']")).toBeVisible();
    await expect(page.locator("button:visible, form, main a[href*='?']:visible, search:visible")).toHaveCount(
      0,
    );

    // With a network again it is the page itself, and what is not confirmed any more is not kept.
    await context.setOffline(false);
    await page.reload();
    await expect(page.locator("[data-offline]")).toHaveCount(0);
    await page.getByRole("link", { name: said("de", "manage.cancel.open") }).click();
    await page.getByRole("button", { name: said("de", "manage.cancel.button") }).click();
    await expect(page.locator("h1")).toHaveText(said("de", "manage.title.cancelled"));
    await expect
      .poll(() =>
        page.evaluate(async () => Boolean(await caches.match(location.pathname, { ignoreVary: true }))),
      )
      .toBe(false);
  });
});

test("nothing of staff, forms or searches is kept", async ({ page, context }) => {
  await page.goto("/de/guides/residence-permits");
  await page.goto("/de/guides/blue-passport");
  await kept(context, "/de/guides/blue-passport");
  for (const path of [
    "/de/staff/sign-in",
    "/de/search?q=pass",
    "/de/offices?place=58095",
    "/de/offices/hagen/book",
  ])
    await page.goto(path);
  await page.goto("/de/offices/hagen");
  await kept(context, "/de/offices/hagen");
  const addresses = await page.evaluate(async () => {
    const names = await caches.keys();
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().map(({ url }) => url);
  });
  expect(addresses.filter((address) => /staff|search|place=|book/.test(address))).toEqual([]);
});

test("a guide is remembered on the device, listed, and removed", async ({ page, context }) => {
  await page.goto(guide);
  const title = await page.locator("h1").innerText();
  const star = page.getByRole("button", { name: said("ar", "tools.favourite") });
  await star.click();
  await expect(star).toHaveAttribute("aria-pressed", "true");
  await kept(context, guide);
  await page.goto("/ar/saved");
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  await page.getByRole("button", { name: said("ar", "saved.removeAll") }).click();
  await expect(page.getByText(said("ar", "saved.none"))).toBeVisible();
  await page.goto(guide);
  await expect(star).toHaveAttribute("aria-pressed", "false");
});

test("a page is shared by its address and a square that leads to it", async ({ page }) => {
  await page.goto(guide);
  await page.getByRole("button", { name: said("ar", "tools.share") }).click();
  const square = page.getByRole("img", { name: said("ar", "tools.qr") });
  await expect(square).toBeVisible();
  expect(
    await square.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth > 0)),
  ).toBe(true);
});
