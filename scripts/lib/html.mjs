// The Nu Html Checker over every page: those that are prerendered, and those that the end-to-end tests kept as the server
// sent them. One run of Java for all.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { installFromDebian } from "./debian.mjs";
import { inRoot } from "./paths.mjs";
import { Problem, say } from "./say.mjs";

/** @typedef {{ url?: string, type: string, message: string, extract?: string, lastLine?: number }} Message */

/** Where the end-to-end tests keep the pages that are made on demand. */
export const keptPages = inRoot(".data", "results", "html");
const prerendered = inRoot(".next", "server", "app");

/** Empties the folder, so that no page of an earlier run is checked. */
export function forgetPages() {
  rmSync(keptPages, { recursive: true, force: true });
  mkdirSync(keptPages, { recursive: true });
}

/** @returns {Promise<boolean>} */
function hasJava() {
  return new Promise((resolve) => {
    const child = spawn("java", ["-version"], { stdio: "ignore" });
    child.on("error", () => resolve(false));
    child.on("close", (code) => resolve(code === 0));
  });
}

/** Sees to it that Java is there, or says what is missing. */
async function requireJava() {
  if (await hasJava()) return;
  const reasons = await installFromDebian("default-jre-headless", "Java, for the HTML checker");
  if (await hasJava()) return;
  const details = reasons.map((reason) => (reason instanceof Error ? reason.message : reason)).join("\n\n");
  throw new Problem(
    `${details}\n\nThe HTML checker needs Java 11 or later (on Debian the package default-jre-headless).`.trim(),
  );
}

/** The jar itself: the package's own command would download a Java where there is none. */
function jar() {
  const main = createRequire(import.meta.url).resolve("vnu-jar/package.json");
  return join(dirname(main), "build", "dist", "vnu.jar");
}

/**
 * @param {string[]} files
 * @returns {Promise<Message[]>} the errors
 */
async function errorsIn(files) {
  // In a file: a command line has an end, and there may be thousands of pages.
  const list = join(keptPages, "files.args");
  const args = ["-jar", jar(), "--errors-only", "--stdout", "--format", "json", ...files];
  writeFileSync(list, args.map((arg) => `"${arg.replaceAll("\\", "\\\\")}"`).join("\n"));
  const output = await new Promise((resolve, reject) => {
    const child = spawn("java", ["-Xss4m", `@${list}`], { stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    let trouble = "";
    child.stdout.on("data", (chunk) => (text += chunk));
    child.stderr.on("data", (chunk) => (trouble += chunk));
    child.on("error", reject);
    child.on("close", () =>
      text ? resolve(text) : reject(new Problem(`The HTML checker failed.\n${trouble}`)),
    );
  });
  rmSync(list);
  return JSON.parse(output).messages.filter(
    (/** @type {Message} */ { type }) => type === "error" || type === "non-document-error",
  );
}

/** @param {string} folder */
function pagesIn(folder) {
  if (!existsSync(folder)) return [];
  return (
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      // What begins with a line under it is the framework's own, and nobody gets to see it.
      .filter((file) => file.endsWith(".html") && !file.startsWith("_"))
      .map((file) => join(folder, file))
  );
}

/** @type {import("./steps.mjs").Step} */
export const html = {
  title: "HTML",
  run: async () => {
    await requireJava();
    const built = pagesIn(prerendered);
    if (built.length === 0) throw new Problem("There are no built pages to check.");
    const pages = [...built, ...pagesIn(keptPages)];
    // A checker that finds nothing here has read nothing.
    const control = join(keptPages, "control.html");
    mkdirSync(keptPages, { recursive: true });
    writeFileSync(control, '<!doctype html><html lang="de"><title>x</title><p><div></p></html>');
    const errors = await errorsIn([...pages, control]);
    rmSync(control);
    const isControl = (/** @type {Message} */ { url = "" }) => url.endsWith("/control.html");
    if (!errors.some(isControl)) throw new Problem("The HTML checker finds no error in a page that has one.");
    return report(
      pages,
      errors.filter((error) => !isControl(error)),
    );
  },
};

/**
 * @param {string[]} pages
 * @param {Message[]} errors
 */
function report(pages, errors) {
  const bad = new Set(errors.map(({ url }) => url));
  /** @type {Map<string, Message[]>} */
  const kinds = new Map();
  for (const error of errors) kinds.set(error.message, [...(kinds.get(error.message) ?? []), error]);
  for (const [message, [first, ...more]] of kinds) {
    const page = nameOf(first?.url ?? "");
    say(
      `${message}\n  ${page}:${first?.lastLine ?? "?"}: ${first?.extract ?? ""}\n  and ${more.length} more`,
    );
  }
  say(`${pages.length} pages, ${errors.length} errors.`);
  return { passed: pages.length - bad.size, failed: bad.size, skipped: 0 };
}

/** The page that a file was kept from, or the file itself. @param {string} url */
function nameOf(url) {
  const file = url.replace(/^file:/, "");
  const name = file.startsWith(keptPages) ? file.replace(/html$/, "txt") : "";
  return name && existsSync(name) ? readFileSync(name, "utf8") : relative(inRoot(), file);
}
