import { describe, expect, it } from "vitest";
import { problemLine } from "@/lib/guides/source/rules";
import { findProblems } from "./queries";

describe("the content of this repository", () => {
  // A day on which it was written: the checks of dates are for the build.
  it("has no error", () => {
    const errors = findProblems("2026-11-21").filter((problem) => problem.severity === "error");
    expect(errors.map(problemLine)).toEqual([]);
  });
});
