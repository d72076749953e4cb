// Lets Node run the TypeScript of lib/ directly: "@/…" is the root of the repository, endings may be left out,
// and "server-only", which refuses to load outside Next, is empty here.
// Paths are file URLs, as the --import option and module hooks want them.
import { existsSync, statSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = new URL("../", import.meta.url);
const empty = "data:text/javascript,export{}";
const endings = [".ts", ".tsx", ".mjs", ".js", "/index.ts", "/index.tsx"];

/**
 * @param {URL} url
 * @returns {string | undefined}
 */
function fileFor(url) {
  const path = fileURLToPath(url);
  if (existsSync(path) && statSync(path).isFile()) return url.href;
  const ending = endings.find((candidate) => existsSync(path + candidate));
  return ending && pathToFileURL(path + ending).href;
}

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier === "server-only") return { url: empty, format: "module", shortCircuit: true };
    const parent = context.parentURL;
    const ours = parent?.startsWith(root.href) && !parent.includes("/node_modules/");
    let url;
    if (ours && specifier.startsWith("@/")) url = fileFor(new URL(specifier.slice(2), root));
    else if (ours && /^\.\.?\//.test(specifier)) url = fileFor(new URL(specifier, parent));
    // Next has no list of exports; bundlers find the file, Node wants its ending.
    else if (/^next\/[a-z/-]+$/.test(specifier)) return nextResolve(`${specifier}.js`, context);
    // Bundlers take JSON as it is, Node wants to be told.
    if (url?.endsWith(".json")) return { url, importAttributes: { type: "json" }, shortCircuit: true };
    return url ? nextResolve(url, context) : nextResolve(specifier, context);
  },
});
