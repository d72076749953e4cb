import { describe, expect, it } from "vitest";
import { getContent } from "@/lib/guides/content/queries";
import { mentionsIn } from "@/lib/guides/mentions/rules";
import { referredBy } from "@/lib/guides/references/rules";
import { sampleContent } from "@/tests/support/content";
import { getMentions, getUses } from "./queries";
import { byPage, readWanted, usesLines, usesOf } from "./rules";
import type { UsedPage } from "./types";

const { shelf } = sampleContent();
const files = {
  "content/facts/guide.yaml": `- id: guide.fee
  law: § 10 Abs. 1 AufenthG
- id: guide.months
  law: § 11 AufenthG
- id: guide.fee-other
  law: § 101 AufenthG
`,
  "content/documents.yaml": "- id: pass\n  notOlderThan: guide.months\n",
  "content/guides/a/de.mdx": `---\nlaw: § 10 AufenthG\n---\n\n## A [#one]\n\n<Law cite="§ 10 Abs. 2 AufenthG"/> <Fee id="guide.fee"/>\n\n## B [#two]\n\n<Documents ids="pass"/> <Term id="amt"/>\n`,
  "content/guides/a/ar.mdx": `---\ntitle: x\n---\n\n## A [#one]\n\n<Fee id="guide.fee"/>\n`,
  "content/offices/hagen/office.yaml": "concerns:\n  - slug: loss\n    documents: [pass]\n",
};
const mentions = Object.entries(files).flatMap(([file, source]) => mentionsIn(source, file));

function lines(query: string): string[] {
  const wanted = readWanted(query, shelf);
  return wanted ? usesLines(byPage(usesOf(wanted, mentions, shelf.laws))) : [];
}

describe("usesLines", () => {
  it("lists a law: where it is cited, and where a fact that rests on it is shown", () => {
    expect(lines("§ 10 AufenthG")).toEqual([
      "facts/guide",
      "  all  guide.fee: § 10 Abs. 1 AufenthG (content/facts/guide.yaml:2)",
      "guides/a",
      "  all  front matter: § 10 AufenthG (content/guides/a/de.mdx:2)",
      "  ar  one: guide.fee (content/guides/a/ar.mdx:7)",
      "  de  one: § 10 Abs. 2 AufenthG, guide.fee (content/guides/a/de.mdx:7)",
      "2 pages",
    ]);
  });

  it("goes on from a fact to the documents that name it", () => {
    expect(lines("§ 11 AufenthG")).toEqual([
      "documents",
      "  all  pass: guide.months (content/documents.yaml:2)",
      "facts/guide",
      "  all  guide.months: § 11 AufenthG (content/facts/guide.yaml:4)",
      "guides/a",
      "  de  two: pass (content/guides/a/de.mdx:11)",
      "offices/hagen",
      "  all  loss: pass (content/offices/hagen/office.yaml:3)",
      "4 pages",
    ]);
  });

  it("keeps paragraphs apart, and takes a statute as a whole", () => {
    expect(lines("§ 10 Abs. 2 AufenthG").join()).not.toContain("guide.fee");
    expect(lines("§ 101 AufenthG")).toHaveLength(3);
    expect(lines("AufenthG").join()).toContain("guide.fee-other");
  });

  it("lists facts, terms and documents by their ids, and knows nothing else", () => {
    expect(lines("guide.fee")).toHaveLength(4);
    expect(lines("amt")).toEqual(["guides/a", "  de  two: amt (content/guides/a/de.mdx:11)", "1 pages"]);
    expect(lines("pass")).toHaveLength(5);
    expect(lines("no.such")).toEqual([]);
    expect(lines("§ 10 BGB")).toEqual([]);
  });
});

describe("the content of this repository", () => {
  const { guides, shelf: real } = getContent();

  it("every fact in a guide is found by its id, section by section and language by language", () => {
    const missing = guides.flatMap(({ slug, ...texts }) =>
      (["ar", "de", "en"] as const).flatMap((locale) =>
        (texts[locale]?.outline.sections ?? []).flatMap((section) =>
          section.components
            .flatMap((use) => referredBy(use).facts)
            .filter((id) => !sectionsWith(id, `guides/${slug}`, locale).includes(section.id)),
        ),
      ),
    );
    expect(missing).toEqual([]);
  });

  it("tells what a change of § 10 StAG touches", () => {
    expect(readWanted("§ 10 StAG", real)).not.toBeNull();
    const pages = getUses("§ 10 StAG")?.map(({ page }) => page);
    expect(pages).toEqual(
      expect.arrayContaining(["guides/naturalisation", "guides/children-born-in-germany"]),
    );
    expect(sectionsWith("§ 10 StAG", "guides/naturalisation", "ar")).toContain("language");
  });

  const all = getMentions();
  const answers = new Map<string, UsedPage[]>();
  function sectionsWith(query: string, page: string, locale: "ar" | "de" | "en"): string[] {
    const wanted = readWanted(query, real);
    const pages = answers.get(query) ?? (wanted ? byPage(usesOf(wanted, all, real.laws)) : []);
    answers.set(query, pages);
    const found = pages.find((each) => each.page === page);
    return (
      found?.byLocale.find((each) => each.locale === locale)?.sections.map(({ section }) => section) ?? []
    );
  }
});
