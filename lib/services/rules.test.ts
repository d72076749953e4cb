import { describe, expect, it } from "vitest";
import {
  isWritten,
  modules,
  serviceHref,
  supplementModules,
  weakest,
  withoutHeading,
  writtenModules,
} from "./rules";

describe("modules", () => {
  it("are those of a German service description, each once, the written ones in the order of the page", () => {
    expect(new Set(modules).size).toBe(modules.length);
    expect(modules.filter(isWritten)).toEqual(writtenModules);
    expect(supplementModules).not.toContain("related");
  });
});

it("a service has its address below its office", () => {
  expect(serviceHref("ar", "hagen", "residence-permit")).toBe("/ar/offices/hagen/services/residence-permit");
});

describe("weakest", () => {
  const [machine, reviewed, human] = [
    { method: "machine" },
    { method: "machine-reviewed" },
    { method: "human" },
  ] as const;

  it.each([
    [[], null],
    [[human], human],
    [[human, machine], machine],
    [[human, reviewed], reviewed],
    [[reviewed, machine, human], machine],
  ])("is the translation that was looked at least (%#)", (all, wanted) => {
    expect(weakest(all)).toBe(wanted);
  });
});

it("takes the heading off a section, and nothing else", () => {
  expect(withoutHeading("## Kosten [#fees]\n\nText ## mehr\n### Unter\n")).toBe(
    "\nText ## mehr\n### Unter\n",
  );
});
