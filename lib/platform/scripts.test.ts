import { readdirSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { lean, type OwnScript, scriptAddress, scriptAnswer, workerAnswer } from "./scripts";

const names: OwnScript[] = ["portal", "search", "saved"];

const asked = new Request("http://localhost/portal.js");

describe("the portal's own scripts", () => {
  it.each(names)("%s.js is small, can be run, and has nothing for its authors in it", async (name) => {
    const source = await scriptAnswer(asked, name).text();
    expect(source.length).toBeLessThanOrEqual(12_000);
    expect(() => new Function(source)).not.toThrow();
    expect(source).not.toMatch(/^\s*\/\/|\/\*\*|^ /m);
    expect(scriptAddress(name)).toMatch(new RegExp(`^/${name}\\.js\\?v=[0-9a-f]{8}$`));
  });

  it("are sent whole: every part is in one of them", async () => {
    const all = (
      await Promise.all(
        [...names.map((name) => scriptAnswer(asked, name)), workerAnswer(asked)].map((answer) =>
          answer.text(),
        ),
      )
    ).join("");
    for (const file of readdirSync("components/portal")) expect(file).toMatch(/^[a-z]+\.js$/);
    for (const key of [
      "mawid.ticks",
      "part=results",
      "speechSynthesis",
      "mawid.favourites",
      "data-saved-pages",
      "mawid-files",
    ])
      expect([key, all.includes(key)]).toEqual([key, true]);
  });

  it("come compressed to whoever takes that, and are the same", async () => {
    const answer = scriptAnswer(
      new Request(asked.url, { headers: { "accept-encoding": "gzip, br" } }),
      "portal",
    );
    expect(answer.headers.get("content-encoding")).toBe("gzip");
    const body = Buffer.from(await answer.arrayBuffer());
    expect(gunzipSync(body).toString()).toBe(await scriptAnswer(asked, "portal").text());
    expect(body.length).toBeLessThanOrEqual(3_200);
  });

  it("lose comments and indentation, and nothing else", () => {
    const source =
      "// @ts-check\n/** What\n * it does. */\nconst a = /** @type {string} */ (b);\n  // why\n  call('https://x');\n\n";
    expect(lean(source)).toBe("const a =  (b);\ncall('https://x');\n");
  });
});
