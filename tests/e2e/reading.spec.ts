import type { Page } from "@playwright/test";
import { guidePaths, pathsWithScript, readingPaths, servicePaths } from "./support/pages";
import { expect, readingTest, test } from "./support/test";
import { directions, languages } from "./support/words";

const ownScript = /^<script src="\/(?:portal|search|saved)\.js\?v=[0-9a-f]{8}" defer=""><\/script>$/;
const hotline = "02331/207-6000";

/** What a page says for machines. */
const data = /^<script type="application\/ld\+json">/;

/** What somebody can read on the page, folded parts too. */
const textOf = (page: Page) =>
  page.locator("body").evaluate((body) => (body.textContent ?? "").replace(/\s+/g, " "));

/** The same of a page as the server sent it, read as a browser without scripts reads it. */
const textWithoutScripts = (page: Page, html: string) =>
  page.evaluate((source) => {
    const { body } = new DOMParser().parseFromString(source, "text/html");
    return (body.textContent ?? "").replace(/\s+/g, " ");
  }, html);

/** The text nodes of the page that hold a text outside an isolated run. */
const outsideIsolation = (page: Page, text: string) =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // What is said for machines is not shown.
      const away = node.parentElement?.closest("bdi, script");
      if (node.nodeValue?.includes(wanted) && !away) found.push(node.nodeValue);
    }
    return found;
  }, text);

/** For every visible occurrence of a text: how far each of its characters stands from the left. */
const positions = (page: Page, text: string) =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: number[][] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.nodeValue?.indexOf(wanted) ?? -1;
      if (start < 0) continue;
      const range = document.createRange();
      const lefts = [...wanted].map((_, index) => {
        range.setStart(node as Node, start + index);
        range.setEnd(node as Node, start + index + 1);
        return range.getClientRects()[0]?.left ?? Number.NaN;
      });
      if (!lefts.some(Number.isNaN)) found.push(lefts);
    }
    return found;
  }, text);

/** What messengers show of a page that may be found: its title and address, in its language. */
async function expectToBeShareable(page: Page, path: string) {
  const said = (selector: string) =>
    page
      .locator(`head meta[${selector}]`)
      .evaluateAll((found) => found.map((meta) => meta.getAttribute("content") ?? ""));
  if ((await said("name=robots")).includes("noindex")) return;
  const [title, ...more] = await said("property='og:title'");
  expect(more).toEqual([]);
  expect((await page.title()).startsWith(title ?? "none")).toBe(true);
  expect((await said("property='og:url'")).map((url) => new URL(url).pathname)).toEqual([path]);
  expect(await said("property='og:locale'")).toEqual([path.slice(1, 3)]);
}

// Each page stands for itself, so the workers may share them.
test.describe.configure({ mode: "parallel" });

for (const language of languages) {
  for (const path of readingPaths) {
    readingTest(
      `/${language}${path} is plain HTML in its language, and reads the same without JavaScript`,
      async ({ page }) => {
        const response = await page.goto(`/${language}${path}`);
        expect(response?.status()).toBe(200);
        // The portal's own script where it adds something, and never one of the framework.
        const html = (await response?.text()) ?? "";
        const own = pathsWithScript.includes(path) ? [expect.stringMatching(ownScript)] : [];
        const scripts = html.match(/<script[\s\S]*?<\/script>/gi) ?? [];
        expect(scripts.filter((script) => !data.test(script))).toEqual(own);
        expect(html).not.toMatch(/_next\/[^"]*\.js|as="script"/);
        await expect(page.locator("script:not([type='application/ld+json'])")).toHaveCount(own.length);
        expect(await page.evaluate(() => "next" in window || "__next_f" in window)).toBe(false);
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await expect(page.locator("html")).toHaveAttribute("dir", directions[language]);
        await expect(page.locator("h1")).toHaveCount(1);

        for (const other of languages) {
          const alternate = page.locator(`head link[rel=alternate][hreflang=${other}]`);
          expect(new URL((await alternate.getAttribute("href")) ?? "").pathname).toBe(`/${other}${path}`);
          await expect(page.locator(`header nav a[hreflang=${other}]`)).toHaveAttribute(
            "href",
            `/${other}${path}`,
          );
        }

        await expectToBeShareable(page, `/${language}${path}`);

        const text = await textOf(page);
        expect(text).not.toMatch(/\{\s*[\w.]+\s*[,}]|\[object |<\/?[A-Z]\w*|\bimport \{|\bNaN\b/);
        // The English word is not used on any page, so it is a value that is missing.
        expect(text).not.toMatch(/\bundefined\b/);
        if (language === "ar") {
          for (const run of ["§", hotline]) expect(await outsideIsolation(page, run)).toEqual([]);
          for (const lefts of await positions(page, hotline)) {
            expect(lefts).toEqual([...lefts].sort((one, other) => one - other));
          }
        }
        expect(await textWithoutScripts(page, html)).toBe(text);
      },
    );
  }
}

for (const path of servicePaths) {
  test(`${path} tells machines, in every language, what it says, and its policy lets it`, async ({
    page,
  }) => {
    for (const language of languages) {
      await page.goto(`/${language}${path}`);
      const said = page.locator("script[type='application/ld+json']");
      await expect(said).toHaveCount(1);
      const service = JSON.parse((await said.textContent()) ?? "");
      expect(service).toMatchObject({ "@type": "GovernmentService", inLanguage: language });
      expect(new URL(service.url).pathname).toBe(`/${language}${path}`);
      await expect(page.locator("h1")).toHaveText(service.name);
      for (const { name, price } of service.offers) {
        if (price === undefined) continue;
        const row = page.locator("#fees ~ dl > div").filter({ hasText: name }).first();
        await expect(row.locator("dd")).toContainText(String(price));
      }
    }
  });
}

test("the telephone number is on Arabic pages, where each page's test looks at its direction", async ({
  page,
}) => {
  for (const path of ["/offices/hagen", "/guides/booking-in-hagen"]) {
    await page.goto(`/ar${path}`);
    expect((await positions(page, hotline)).length, path).toBeGreaterThan(0);
  }
});

test("a number that is not isolated would be seen to be torn apart (negative control)", async ({ page }) => {
  await page.goto("/ar/offices/hagen");
  await page.evaluate((number) => {
    document.querySelector("h1")?.after(`اتصل بالرقم +49 ${number} الآن`);
  }, hotline);
  const orders = await positions(page, `+49 ${hotline}`);
  expect(orders).toHaveLength(1);
  expect(orders[0]).not.toEqual([...(orders[0] ?? [])].sort((one, other) => one - other));
});

/** What a phone transfers that sees a page for the first time. */
async function coldCost(page: Page, path: string): Promise<{ bytes: number; requests: number }> {
  await page.goto("about:blank");
  const session = await page.context().newCDPSession(page);
  const cost = { bytes: 0, requests: 0 };
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    cost.bytes += encodedDataLength;
    cost.requests += 1;
  });
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await page.goto(path, { waitUntil: "networkidle" });
  await page.evaluate(async () => {
    await document.fonts.ready;
    // A browser without a window asks for no icon; one with a window takes the drawn one.
    const icon = document.querySelector<HTMLLinkElement>("link[rel=icon][type='image/svg+xml']");
    if (icon) await (await fetch(icon.href)).blob();
  });
  await session.detach();
  return cost;
}

const figures = (path: string, { bytes, requests }: { bytes: number; requests: number }) =>
  console.log(`${path}: ${(bytes / 1000).toFixed(1)} kB in ${requests} requests`);

test("the portal's script is small, and is fetched once", async ({ page, request }) => {
  await page.goto("/ar/guides/residence-permits");
  const address = (await page.locator("script").getAttribute("src")) ?? "";
  const response = await request.get(address);
  expect(response.status()).toBe(200);
  expect(response.headers()["content-type"]).toContain("javascript");
  expect(response.headers()["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect((await response.body()).length).toBeLessThanOrEqual(12_000);
});

test.describe("on a phone that was never here", () => {
  test.use({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true });

  for (const path of guidePaths) {
    test(`the Arabic ${path} costs at most 75 kB in 8 requests`, async ({ page }) => {
      const cost = await coldCost(page, `/ar${path}`);
      figures(`/ar${path}`, cost);
      expect(cost.requests).toBeGreaterThan(1);
      expect(cost.requests).toBeLessThanOrEqual(8);
      expect(cost.bytes).toBeLessThanOrEqual(75_000);
    });
  }

  test("a page with the framework's scripts would cost more (negative control)", async ({ page }) => {
    const cost = await coldCost(page, "/ar/offices/hagen/book");
    figures("/ar/offices/hagen/book", cost);
    expect(await page.locator("script").count()).toBeGreaterThan(0);
    expect(cost.bytes > 75_000 && cost.requests > 8).toBe(true);
  });
});
