import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
const colours = ["color-contrast", "link-in-text-block"];
const phone = { width: 320, height: 640 };
const desk = { width: 1280, height: 900 };

/** What axe finds wrong on the page as it stands. */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  // The portal has no frames, and without a second page for them it goes much faster.
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations: found } = await (rules ? builder.withRules(rules) : builder.withTags(tags)).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary}`),
  );
}

/** How far a page reaches beyond its side; there is nothing to see there, only a page that wobbles. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/**
 * The page as it stands, on a small phone and on a desk, light and dark. All rules on the phone in light and on the desk
 * in dark; between light and dark only colours differ, so the other two ask for those alone. Without `everyLook` all
 * rules are asked on the phone in light, and at the desk only whether it fits: for a page that is built like another.
 */
export async function expectAccessible(page: Page, name: string, everyLook = true): Promise<void> {
  await keepSource(page);
  const looks = [
    { size: phone, colorScheme: "light", rules: undefined },
    { size: phone, colorScheme: "dark", rules: colours },
    { size: desk, colorScheme: "dark", rules: undefined },
    { size: desk, colorScheme: "light", rules: colours },
  ] as const;
  for (const { size, colorScheme, rules } of looks) {
    if (rules && !everyLook) continue;
    const alike = !everyLook && size === desk;
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    const look = `${name} at ${size.width} px, ${colorScheme}`;
    expect.soft(await overflow(page), `${look}: overflow`).toBe(0);
    if (!alike) expect.soft(await violations(page, rules && [...rules]), look).toEqual([]);
  }
}

/** Keeps the page as the server sends it, for the HTML checker that runs after all tests (scripts/lib/html.mjs). */
async function keepSource(page: Page): Promise<void> {
  const folder = process.env.HTML_DIR;
  if (!folder) return;
  const answer = await page.request.get(page.url());
  const name = join(folder, createHash("sha256").update(page.url()).digest("hex").slice(0, 16));
  writeFileSync(`${name}.html`, await answer.text());
  writeFileSync(`${name}.txt`, new URL(page.url()).pathname);
}
