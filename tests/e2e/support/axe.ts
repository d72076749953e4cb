import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
const sizes = [
  { width: 320, height: 640 },
  { width: 1280, height: 900 },
];

/** What axe finds wrong on the page as it stands. */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  const { violations: found } = await (rules ? builder.withRules(rules) : builder.withTags(tags)).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary}`),
  );
}

/** How far a page reaches beyond its side; there is nothing to see there, only a page that wobbles. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The page as it stands, on a small phone and on a desk, light and dark. Only colours differ between light and dark. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    const at = `${name} at ${size.width} px`;
    expect.soft(await overflow(page), `${at}: overflow`).toBe(0);
    await page.emulateMedia({ colorScheme: "light" });
    expect.soft(await violations(page), `${at}, light`).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect.soft(await violations(page, ["color-contrast", "link-in-text-block"]), `${at}, dark`).toEqual([]);
  }
}
