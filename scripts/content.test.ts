import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const file = "content/checks/visa.yaml";
const asked = ["de: Wie lange wollen Sie bleiben?", "de: Wie lange möchten Sie bleiben?"] as const;
let folder: string;

// A copy: the command writes.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "content-"));
  cpSync("content", join(folder, "content"), { recursive: true });
  const changed = readFileSync(file, "utf8").replace(...asked);
  writeFileSync(join(folder, file), changed);
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) =>
  spawnSync(
    process.execPath,
    [
      "--import",
      join(process.cwd(), "scripts/register.mjs"),
      join(process.cwd(), "scripts/content.ts"),
      ...args,
    ],
    { cwd: folder, encoding: "utf8" },
  );

describe("npm run content -- --fix", () => {
  it("writes down the new hashes of a check, and touches nothing else", () => {
    const stale = `${file}: warning: ar: section stay: the German text has changed since it was translated`;
    expect(run("--at", "2026-11-21", "--fix", "guides/naturalisation").stdout).toContain(stale);
    const fixed = run("--at", "2026-11-21", "--fix", "checks/visa");
    expect(fixed.stdout).toContain(`${file}: hashes written`);
    expect(fixed.stdout).not.toContain(stale);
    expect(fixed.status).toBe(0);
    const [before, after] = [readFileSync(file, "utf8"), readFileSync(join(folder, file), "utf8")];
    const lines = before.replace(...asked).split("\n");
    const others = after.split("\n").filter((line, index) => line !== lines[index]);
    expect(others).toEqual(Array(2).fill(expect.stringMatching(/^ {6}stay: "?[0-9a-f]{16}"?$/)));
    expect(after.split("\n")).toHaveLength(lines.length);
  }, 60_000);
});
