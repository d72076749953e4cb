/**
 * Runs after `next build`: takes the framework's scripts out of the prerendered reading pages, so that they are plain
 * HTML and CSS. Next has no setting for this; the tests watch that it still works (docs/decisions/0003).
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { inRoot } from "./lib/paths.mjs";

const pages = inRoot(".next", "server", "app");

/**
 * The page without scripts: no script elements, no preloads of scripts, no flight data.
 * @param {string} html
 */
export function withoutScripts(html) {
  return html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "")
    .replace(/<link\b(?=[^>]*\brel="(?:preload|modulepreload)")(?=[^>]*\bas="script")[^>]*>/g, "")
    .replace(/<link\b(?=[^>]*\brel="modulepreload")[^>]*>/g, "");
}

/** @param {string} folder @returns {string[]} */
function htmlFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => join(entry.parentPath, entry.name));
}

const files = htmlFiles(pages);
let before = 0;
let after = 0;
for (const file of files) {
  const html = readFileSync(file, "utf8");
  const plain = withoutScripts(html);
  if (/<script\b/.test(plain)) throw new Error(`${relative(pages, file)} still has a script`);
  before += html.length;
  after += plain.length;
  writeFileSync(file, plain);
}
if (files.length === 0) throw new Error("no page was prerendered");
console.log(
  `${files.length} reading pages without scripts: ${Math.round(before / 1024)} kB to ${Math.round(after / 1024)} kB.`,
);
