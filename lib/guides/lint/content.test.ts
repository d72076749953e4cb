import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { getContent } from "@/lib/guides/content/queries";
import { getGuidePage } from "@/lib/guides/queries";
import { referredBy } from "@/lib/guides/references/rules";
import { problemLine } from "@/lib/guides/source/rules";
import type { GuideSource } from "@/lib/guides/types";
import { locales } from "@/lib/i18n/routing";
import { findProblems } from "./queries";

// A day on which it was written: the checks of dates are for the build.
const today = "2026-11-21";
const { guides } = getContent();

describe("the content of this repository", () => {
  it("has no error", () => {
    const errors = findProblems(today).filter((problem) => problem.severity === "error");
    expect(errors.map(problemLine)).toEqual([]);
  });
});

// These two look at the files in their own way: a check that is broken would not notice it.
describe.each(guides)("$slug", (guide) => {
  it.each(locales)("has no bare figure in %s", (locale) => {
    const file = guide[locale]?.file ?? "";
    const prose = readFileSync(file, "utf8")
      .replace(/^---\n[\s\S]*?\n---\n/, "")
      // Components, addresses of links, language levels, and the number of an article in its own heading.
      .replace(/<\/?[A-Z][^>]*>/g, " ")
      .replace(/\]\([^)]*\)/g, "]")
      .replace(/\b[ABC][12]\b/g, " ")
      .replace(/^## .*?(\d+).*\[#article-\1\]$/gm, " ")
      .replace(/\[#[^\]]*\]/g, " ")
      .replace(/^\s*\d+\. /gm, " ");
    expect(prose.match(/.{0,30}[\d٠-٩۰-۹§%€$£].{0,20}|\bArt\. |\+49/gu) ?? []).toEqual([]);
  });

  it("says the same in all languages, section by section, and no page falls back", async () => {
    const german = said(guide, "de");
    expect(german.length).toBeGreaterThan(5);
    for (const locale of locales) {
      expect(said(guide, locale)).toEqual(german);
      const page = await getGuidePage(guide.slug, locale, today);
      expect(page?.locale).toBe(locale);
      const text = guide[locale]?.outline.sections.flatMap(({ pieces }) =>
        pieces.flatMap((piece) => (piece.kind === "text" && !piece.inside ? piece.text : [])),
      );
      const arabic = text?.join(" ").match(/\p{Script=Arabic}/gu)?.length ?? 0;
      const latin = text?.join(" ").match(/\p{Script=Latin}/gu)?.length ?? 0;
      expect(arabic > latin).toBe(locale === "ar");
    }
  });
});

/** What each section refers to, sorted. */
function said(guide: GuideSource, locale: (typeof locales)[number]): string[] {
  return (guide[locale]?.outline.sections ?? []).map(({ id, components }) => {
    const names = components.map(referredBy).flatMap(({ facts, terms, laws }) => [facts, terms, laws].flat());
    return `${id}: ${[...new Set(names)].sort().join(", ")}`;
  });
}
