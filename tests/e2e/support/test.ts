import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { checkedRequest } from "./contract";

/**
 * Watches a page: an error in its console (a violation of its policy is one), an exception, or a request to another
 * server fails the test. A failed load of the page itself is expected where a test asks for a 404.
 */
export function watch(page: Page, origin: string, expected: RegExp[] = []): string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    const text = message.text();
    if (message.type() !== "error" || expected.some((pattern) => pattern.test(text))) return;
    faults.push(`console: ${text}`);
  });
  page.on("pageerror", (error) => faults.push(`exception: ${error.message}`));
  page.on("request", (request) => {
    const { protocol, origin: there } = new URL(request.url());
    if (protocol.startsWith("http") && there !== origin) faults.push(`request to ${there}`);
  });
  return faults;
}

type Options = {
  /** Console errors that a test asks for, such as the browser's word on a 404. */
  expectedErrors: RegExp[];
};

/** `test` whose page is watched from the first request to the last, and whose requests are held against the OpenAPI document. */
export const test = base.extend<Options>({
  expectedErrors: [[], { option: true }],
  request: async ({ request }, use) => {
    const faults: string[] = [];
    await use(await checkedRequest(request, faults));
    expect(faults, "answers of the API that its document does not know").toEqual([]);
  },
  page: async ({ page, baseURL, expectedErrors }, use) => {
    const faults = watch(page, new URL(baseURL ?? "").origin, expectedErrors);
    await use(page);
    expect(faults, "what the page should not have done").toEqual([]);
  },
});

/**
 * The same for pages that are only looked at: they share the context of their worker, which is most of what such a test
 * costs. What a test keeps in the browser the next one finds, so a test that keeps something takes `test`.
 */
export const readingTest = test.extend<object, { reader: BrowserContext }>({
  reader: [
    async ({ browser }, use) => {
      const baseURL = process.env.PORTAL_URL ?? "http://localhost:3000";
      const reader = await browser.newContext({
        baseURL,
        timezoneId: "Europe/Berlin",
        serviceWorkers: "block",
      });
      await use(reader);
      await reader.close();
    },
    { scope: "worker" },
  ],
  page: async ({ reader, baseURL, expectedErrors }, use) => {
    const page = await reader.newPage();
    const faults = watch(page, new URL(baseURL ?? "").origin, expectedErrors);
    await use(page);
    await page.close();
    expect(faults, "what the page should not have done").toEqual([]);
  },
});

export { expect };
