import { describe, expect, it } from "vitest";
import { checkContent } from "@/lib/guides/lint/rules";
import type { Checked } from "@/lib/guides/lint/types";
import type { GuideSource } from "@/lib/guides/types";
import { sampleContent } from "@/tests/support/content";
import { asShown, germanSectionsOf } from "./rules";

const old = "0123456789abcdef";

/** A guide whose section `costs` was translated from an older German text; `since` and `known` are the marks of the law. */
function sample(
  since: string | null,
  known: string | null = null,
): { content: Checked; guide: Required<GuideSource> } {
  const content = sampleContent();
  const [guide] = content.guides;
  if (!guide?.de || !guide.ar || !guide.en) throw new Error();
  guide.de.frontMatter.legal = since ? { costs: since } : {};
  guide.ar.frontMatter.translation.sections.costs = old;
  if (known) guide.ar.frontMatter.translation.legal = { costs: known };
  return { content, guide: guide as Required<GuideSource> };
}

const germanIn = (guide: Required<GuideSource>) =>
  germanSectionsOf(asShown(guide).ar, guide.de).map(({ id }) => id);
const lines = (content: Checked) =>
  checkContent(content, "2026-11-21").map(({ severity, message }) => `${severity}: ${message}`);

describe("asShown", () => {
  it("puts the German section in the place of a translation that does not know the change", () => {
    const { guide } = sample("2026-12-01");
    const { ar, en, de } = asShown(guide);
    expect(ar.outline.sections.map(({ id }) => id)).toEqual(de.outline.sections.map(({ id }) => id));
    expect(germanIn(guide)).toEqual(["costs"]);
    expect(ar.body).toContain('<GermanSection id="costs"/>');
    expect(ar.body).not.toContain("[#costs]");
    expect(ar.body).toContain("[#where]");
    expect(en).toBe(guide.en);
    expect(de).toBe(guide.de);
    expect(asShown(guide).ar).toBe(ar);
  });

  it.each([
    ["nothing is marked", null, null],
    ["the translation was made after the change", "2026-12-01", "2026-12-01"],
    ["the translation knows a later one", "2026-12-01", "2027-03-01"],
  ])("leaves a translation where %s", (_, since, known) => {
    const { guide } = sample(since, known);
    expect(germanIn(guide)).toEqual([]);
    expect(asShown(guide).ar).toBe(guide.ar);
  });

  it("counts a second change that the translation does not know", () => {
    expect(germanIn(sample("2027-03-01", "2026-12-01").guide)).toEqual(["costs"]);
  });

  it("leaves a translation that is of the German text as it stands, whatever is marked", () => {
    const { guide } = sample("2026-12-01");
    guide.ar.frontMatter.translation.sections = { ...guide.en.frontMatter.translation.sections };
    expect(germanIn(guide)).toEqual([]);
  });

  it("adds a section that the translation does not have yet", () => {
    const { guide, content } = sample("2026-12-01");
    guide.ar.outline.sections = guide.ar.outline.sections.filter(({ id }) => id !== "costs");
    expect(germanIn(guide)).toEqual(["costs"]);
    expect(lines(content).filter((line) => line.startsWith("error"))).toEqual([
      expect.stringContaining("the last sections must be"),
    ]);
  });
});

describe("the check", () => {
  it("warns of a section that readers see in German, and lets its facts differ meanwhile", () => {
    const { content, guide } = sample("2026-12-01");
    const costs = guide.de.outline.sections.find(({ id }) => id === "costs");
    costs?.components.push({ name: "Fact", attributes: { id: "guide.months" }, children: "", line: 1 });
    expect(lines(content)).toContain(
      "warning: section costs: a change of the law of 2026-12-01 is not in it; readers see the German text",
    );
    expect(lines(content).join()).not.toContain("facts: lacks guide.months\n");
    expect(lines(content).filter((line) => line.includes("lacks guide.months"))).toHaveLength(1);
    // The control: without the mark the Arabic text would have to have the fact, as the English one has.
    guide.de.frontMatter.legal = {};
    expect(lines(content).filter((line) => line.includes("lacks guide.months"))).toHaveLength(2);
  });

  it("finds a mark for a section that there is not, or that holds no law", () => {
    const { content, guide } = sample(null);
    guide.de.frontMatter.legal = { nowhere: "2026-12-01", sources: "2026-12-01", book: "2026-12-01" };
    expect(lines(content)).toEqual(
      expect.arrayContaining([
        "error: legal: there is no section nowhere",
        "error: legal: the section sources holds no law",
        "error: legal: the section book holds no law",
      ]),
    );
  });
});
