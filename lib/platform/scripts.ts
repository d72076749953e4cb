import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compressed } from "./compressed";

const folder = join(process.cwd(), "components", "portal");

/** The portal's own scripts with their parts: each page loads one, and only what it needs. */
const parts = {
  portal: ["ticks", "reading", "saved"],
  search: ["search"],
  saved: ["saved", "list"],
} as const;

export type OwnScript = keyof typeof parts;

const scriptType = { "Content-Type": "text/javascript; charset=utf-8" };

const read = (name: string) => readFileSync(join(folder, `${name}.js`), "utf8");

/** A script of the portal as it is sent: its parts behind each other, without comments and indentation. */
const sourceOf = (script: OwnScript): string => parts[script].map((name) => lean(read(name))).join("");

/** The answer to a request for it; `next.config.ts` says how long it may be kept. */
export const scriptAnswer = (request: Request, script: OwnScript): Response =>
  compressed(request, sourceOf(script), scriptType);

/**
 * The service worker, which keeps pages readable without a network. Browsers ask for it anew each day at the latest, so
 * that what is wrong with it can be mended.
 */
export const workerAnswer = (request: Request): Response =>
  compressed(request, lean(read("worker")), { ...scriptType, "Cache-Control": "no-cache" });

/** The address of a script changes with its content, so that a phone fetches it once. */
export const scriptAddress = (script: OwnScript): string =>
  `/${script}.js?v=${createHash("sha256").update(sourceOf(script)).digest("hex").slice(0, 8)}`;

/**
 * A script without what only its authors read. Not a minifier: a comment has its lines to itself or is a JSDoc block, and
 * no text of these scripts holds either, nor a line break that counts.
 */
export function lean(source: string): string {
  return source
    .replace(/\/\*\*[\s\S]*?\*\//g, "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("//"))
    .join("\n")
    .concat("\n");
}
