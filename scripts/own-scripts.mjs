/**
 * Makes public/*.js, the portal's own scripts, from their parts in components/portal. Run it by hand after a change there:
 * `node scripts/own-scripts.mjs`. A test holds the two against each other.
 */
import { writeFileSync } from "node:fs";
import { ownScripts, sourceOf } from "./lib/own-scripts.mjs";
import { inRoot } from "./lib/paths.mjs";

for (const name of /** @type {(keyof typeof ownScripts)[]} */ (Object.keys(ownScripts))) {
  const source = sourceOf(name);
  writeFileSync(inRoot("public", `${name}.js`), source);
  console.log(`${name}.js: ${source.length} bytes`);
}
