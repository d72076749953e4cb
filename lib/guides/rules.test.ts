import { describe, expect, it } from "vitest";
import { byTopic, readingMinutes, sectionHash, translationState } from "./rules";

describe("sectionHash", () => {
  const text = "## Kosten [#costs]\n\nDas kostet\nnichts.\n";
  it("does not mind line breaks, spaces and how umlauts are coded", () => {
    expect(sectionHash("## Kosten [#costs]\r\n\r\nDas  kostet nichts.")).toBe(sectionHash(text));
    expect(sectionHash("u\u0308ber")).toBe(sectionHash("über"));
  });
  it("minds words, marks and components", () => {
    for (const other of [
      text.replace("nichts", "viel"),
      text.replace("Das", "**Das**"),
      `${text}<Fee id="a"/>`,
    ]) {
      expect(sectionHash(other)).not.toBe(sectionHash(text));
    }
    expect(sectionHash(text)).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe("translationState", () => {
  it("is current, changed or unknown", () => {
    expect(translationState("a", sectionHash("a"))).toBe("current");
    expect(translationState("b", sectionHash("a"))).toBe("changed");
    expect(translationState("a", undefined)).toBe("unknown");
  });
});

describe("lists", () => {
  it("puts guides in the order of topics, then of their place", () => {
    const guides = [
      { slug: "c", topic: "travel", order: 1 },
      { slug: "b", topic: "residence", order: 2 },
      { slug: "d", topic: "residence", order: 1 },
      { slug: "a", topic: "residence", order: 2 },
    ] as const;
    expect([...guides].sort(byTopic).map((guide) => guide.slug)).toEqual(["d", "a", "b", "c"]);
  });
  it("counts at least a minute", () => {
    expect(readingMinutes(3, "ar")).toBe(1);
    expect(readingMinutes(1700, "de")).toBe(10);
  });
});
