import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

const path = "/ar/guides/residence-permits";

/** Of every German name in brackets that goes over two lines: whether each bracket stands where an Arabic reader expects it. */
const brokenNames = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("main bdi[lang=de]")].flatMap((name) => {
      const rects = [...name.getClientRects()];
      const around = name.parentElement;
      // Nothing but a name and its brackets: those of a German title are German.
      if (!around || rects.length < 2 || !/^\([^()]*\)$/.test(around.textContent ?? "")) return [];
      const walker = document.createTreeWalker(around, NodeFilter.SHOW_TEXT);
      const bracketAt = (sign: string) => {
        walker.currentNode = around;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.nodeValue?.indexOf(sign) ?? -1;
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return range.getBoundingClientRect();
        }
      };
      const [opening, closing] = [bracketAt("("), bracketAt(")")];
      const [first, last] = [rects[0], rects.at(-1)];
      if (!opening || !closing || !first || !last) return [];
      const before = opening.left >= first.right - 1 && Math.abs(opening.bottom - first.bottom) < 6;
      const after = closing.right <= last.left + 1 && Math.abs(closing.bottom - last.bottom) < 6;
      return [{ name: name.textContent, before, after }];
    }),
  );

test.use({ viewport: { width: 320, height: 800 } });

test("brackets around a German name stay with it where an Arabic line breaks within", async ({ page }) => {
  await page.goto(path);
  const names = await brokenNames(page);
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter(({ before, after }) => !before || !after)).toEqual([]);
});

test("inside the German run they would stand at its far ends (negative control)", async ({ page }) => {
  await page.goto(path);
  await page.evaluate(() => {
    for (const name of document.querySelectorAll("main bdi[lang=de]")) {
      const around = name.parentElement;
      if (around?.textContent !== `(${name.textContent})`) continue;
      name.textContent = around.textContent;
      around.replaceChildren(name);
    }
  });
  expect((await brokenNames(page)).some(({ before, after }) => !before && !after)).toBe(true);
});
