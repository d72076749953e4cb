// The portal's own scripts as they are sent: parts of components/portal behind each other, without what only their authors
// read. They lie in public/, because Next compresses what lies there, and are made by hand (scripts/own-scripts.mjs).
import { readFileSync } from "node:fs";
import { inRoot } from "./paths.mjs";

/** Each page loads one script, and only what it needs; `sw` is the service worker. */
export const ownScripts = {
  portal: ["ticks", "reading", "saved"],
  search: ["search"],
  saved: ["saved", "list"],
  sw: ["worker"],
};

/** @param {keyof typeof ownScripts} name */
export const sourceOf = (name) =>
  ownScripts[name]
    .map((part) => lean(readFileSync(inRoot("components", "portal", `${part}.js`), "utf8")))
    .join("");

/**
 * A script without comments and indentation. Not a minifier: a comment has its lines to itself or is a JSDoc block, and no
 * text of these scripts holds either, nor a line break that counts.
 * @param {string} source
 */
export function lean(source) {
  return source
    .replace(/\/\*\*[\s\S]*?\*\//g, "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("//"))
    .join("\n")
    .concat("\n");
}
