import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { lean, ownScripts, sourceOf } from "./own-scripts.mjs";

describe("the portal's own scripts", () => {
  it.each(Object.keys(ownScripts) as (keyof typeof ownScripts)[])(
    "%s.js is what its parts say, small, and can be run",
    (name) => {
      const sent = readFileSync(`public/${name}.js`, "utf8");
      expect(sent, "run node scripts/own-scripts.mjs").toBe(sourceOf(name));
      expect(sent.length).toBeLessThanOrEqual(12_000);
      expect(gzipSync(sent).length).toBeLessThanOrEqual(3_200);
      expect(() => new Function(sent)).not.toThrow();
      expect(sent).not.toMatch(/^\s*\/\/|\/\*\*|^ /m);
    },
  );

  it("leave no part out", () => {
    const parts = readdirSync("components/portal").map((file) => file.replace(/\.js$/, ""));
    expect([...new Set(Object.values(ownScripts).flat())].sort()).toEqual(parts.sort());
  });

  it("lose comments and indentation, and nothing else", () => {
    const source =
      "// @ts-check\n/** What\n * it does. */\nconst a = /** @type {string} */ (b);\n  // why\n  call('https://x');\n\n";
    expect(lean(source)).toBe("const a =  (b);\ncall('https://x');\n");
  });
});
