import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(path.join(tmpdir(), "mawid-content-"));
const content = path.join(folder, "content");

beforeEach(() => {
  rmSync(content, { recursive: true, force: true });
  cpSync(path.join(root, "content"), content, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm run content` for the copy. */
function check(...args: string[]) {
  const command = [
    "--import",
    path.join(root, "scripts/register.mjs"),
    path.join(root, "scripts/content.ts"),
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, CONTENT_DATE: "2026-11-21" },
  });
  const lines = `${stdout}${stderr}`.split("\n").filter(Boolean);
  return { status, lines: lines.filter((line) => !line.includes(": warning: ")) };
}

function change(file: string, how: (text: string) => string | Buffer) {
  const place = path.join(content, file);
  writeFileSync(place, how(readFileSync(place, "utf8")));
}

describe("npm run content", () => {
  it("finds nothing in the content as it is, whatever ends its lines and whatever stands before it", () => {
    change("guides/blue-passport/de.mdx", (text) => text.replaceAll("\n", "\r\n"));
    change("guides/blue-passport/ar.mdx", (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`);
    change("facts/visa.yaml", (text) => `\uFEFF${text}`);
    expect(check()).toEqual({ status: 0, lines: [expect.stringMatching(/^0 errors/)] });
  });

  it("has one line for each file that cannot be read, and none for what is missing elsewhere because of it", () => {
    change("facts/visa.yaml", (text) => text.replace("\n  ", "\n\t"));
    change("glossary.yaml", () => "hello");
    change("guides/blue-passport/ar.mdx", (text) => text.replace(/^---\n[\s\S]*?\n---\n/, ""));
    change("guides/blue-passport/en.mdx", (text) => text.replace("</Steps>", ""));
    change("guides/electricity/ar.mdx", (text) =>
      Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe])]),
    );
    change("guides/electricity/de.mdx", (text) =>
      text.replace(/retrieved: \d{4}-\d\d-\d\d/, "retrieved: 2026-02-30"),
    );
    change("offices/hagen/office.yaml", (text) => text.replace("14:30-17:00", "17:00-14:30"));
    change("places.yaml", (text) => text.replace('"58089"', "58089"));
    change("search.yaml", () => "- a");
    const { status, lines } = check();
    expect(status).toBe(1);
    expect(lines.slice(0, -1)).toEqual([
      expect.stringMatching(/^content\/facts\/visa\.yaml:\d+: tabs are not allowed as indentation$/),
      "content/glossary.yaml: must be a list",
      "content/guides/blue-passport/ar.mdx: no front matter",
      expect.stringMatching(
        /^content\/guides\/blue-passport\/en\.mdx:.*Expected a closing tag for `<Steps>`/,
      ),
      expect.stringMatching(/^content\/guides\/electricity\/ar\.mdx:\d+: is not UTF-8 here$/),
      expect.stringMatching(
        /^content\/guides\/electricity\/de\.mdx: front matter sources.*a day as YYYY-MM-DD$/,
      ),
      expect.stringMatching(/^content\/offices\/hagen\/office\.yaml: .*the end lies after the start$/),
      expect.stringMatching(/^content\/places\.yaml: .*postcodes/),
      expect.stringMatching(/^content\/search\.yaml: /),
    ]);
    expect(lines.at(-1)).toMatch(/^9 errors/);
  });

  it("misses a text of an office, and an office of a place", () => {
    rmSync(path.join(content, "offices/hagen/ar.mdx"));
    change("places.yaml", (text) => text.replace("office: hagen", "office: nowhere"));
    expect(check().lines.slice(0, -1)).toEqual([
      "content/offices/hagen/ar.mdx: is missing",
      "content/places.yaml: Hagen: there is no office “nowhere”",
    ]);
  });

  it.each([
    [["--fixx"], /--fixx/],
    [["--at"], /--at/],
    [["--at", "2026-02-30"], /2026-02-30: a day as YYYY-MM-DD/],
    [["--approve", "nowhere"], /there is no check “nowhere”/],
    [["--fix", "blue-passport", "nowhere"], /there is no guide, service or check “nowhere”/],
    [["blue-passport"], /names belong to --fix or --approve/],
  ])("says in one line what is wrong with %j", (args, line) => {
    expect(check(...args)).toEqual({ status: 2, lines: [expect.stringMatching(line)] });
  });
});
