import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countPlaywright, countVitest, lineOf, sum } from "./results.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mawid-results-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (content: unknown) => {
  const path = join(folder, "report.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};
const good = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, testResults: [] };
const one = { passed: 0, failed: 1, skipped: 0 };

describe("counting what Vitest reports", () => {
  it("takes its numbers", () => {
    expect(countVitest(file(good), 0)).toEqual({ passed: 3, failed: 0, skipped: 1 });
  });
  it("counts a file that could not be loaded", () => {
    const broken = { ...good, testResults: [{ status: "failed", assertionResults: [] }] };
    expect(countVitest(file(broken), 1).failed).toBe(1);
  });
  it.each([
    ["no report", () => join(folder, "none.json"), 0],
    ["half a report", () => file("{"), 0],
  ])("takes %s for a failure", (_, path, code) => {
    expect(countVitest(path(), code)).toEqual(one);
  });
  it("takes an exit code without a failed test for a failure", () => {
    expect(countVitest(file(good), 1).failed).toBe(1);
  });
});

describe("counting what Playwright reports", () => {
  it("takes a test that only sometimes passes for a failure", () => {
    const report = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } };
    expect(countPlaywright(file(report), 1)).toEqual({ passed: 4, failed: 2, skipped: 2 });
  });
  it("takes no report for a failure", () => {
    expect(countPlaywright(join(folder, "none.json"), 1)).toEqual(one);
  });
});

describe("the last line", () => {
  it("names skipped tests only if there are any", () => {
    expect(lineOf({ passed: 7, failed: 0, skipped: 0 })).toBe("7 passed, 0 failed");
    expect(lineOf(sum([one, { passed: 2, failed: 1, skipped: 3 }]))).toBe("2 passed, 2 failed, 3 skipped");
  });
});
