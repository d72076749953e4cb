/**
 * Runs after `next build`: takes the framework's scripts out of the prerendered reading pages, so that they are plain
 * HTML and CSS. Next has no setting for this (docs/decisions/0003). Fails where a page is missing or not plain.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { locales } from "../lib/i18n/routing";
import { getReadingPages } from "../lib/pages/queries";
import { inRoot } from "./lib/paths.mjs";
import { problemsOf, withoutScripts } from "./lib/plain-page.mjs";

const folder = inRoot(".next", "server", "app");

/** @returns {string[]} every prerendered page, those of the framework included */
const htmlFiles = () =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"));

// Every reading page there must be. One that Next has made on demand would come with scripts, and slowly.
const wanted = locales.flatMap((locale) => getReadingPages().map(({ path }) => `${locale}${path}.html`));
const problems = wanted.flatMap((file) =>
  existsSync(join(folder, file)) ? [] : [`${file} was not prerendered`],
);

let before = 0;
let after = 0;
for (const file of htmlFiles()) {
  const html = readFileSync(join(folder, file), "utf8");
  const plain = withoutScripts(html);
  before += html.length;
  after += plain.length;
  if (wanted.includes(file)) problems.push(...problemsOf(plain).map((problem) => `${file} ${problem}`));
  // A page that does something must be rendered on demand, with a nonce; prerendered, it would be dead here.
  else if (!file.startsWith("_")) problems.push(`${file} is prerendered, but is no reading page`);
  writeFileSync(join(folder, file), plain);
}

if (problems.length > 0)
  throw new Error(`The reading pages are not as they must be:\n${problems.join("\n")}`);
const kilobytes = (/** @type {number} */ size) => `${Math.round(size / 1024)} kB`;
console.log(`${wanted.length} reading pages without scripts: ${kilobytes(before)} to ${kilobytes(after)}.`);
