import { describe, expect, it } from "vitest";
import { planted, sampleContent, sampleOfficeText } from "@/tests/support/content";
import { checkContent } from "./rules";
import type { Checked } from "./types";

const today = "2026-11-21";
const found = (content: Checked, day = today) => checkContent(content, day);
const lines = (content: Checked, day = today) =>
  found(content, day).map(({ severity, message }) => `${severity}: ${message}`);

describe("checkContent", () => {
  it("finds nothing in content without a mistake", () => expect(found(sampleContent())).toEqual([]));
});

describe("structure", () => {
  it.each([
    ["an unknown component", "law", "<Video/>", "<Video> is no component"],
    ["a missing attribute", "law", "<Fact/>", '<Fact> needs id="…"'],
    ["an unknown attribute", "law", '<Fee id="guide.fee" color="red"/>', "<Fee> has no attribute color"],
    ["a flag with a value", "law", '<Fact id="guide.fee" bare="true"/>', "write bare without a value"],
    ["two forms at once", "law", '<Fact id="guide.months" bare oblique/>', "either oblique or bare"],
    ["an unknown note", "law", '<Note kind="hint" title="x">\n\n–\n\n</Note>', "info, warning or law"],
    ["an empty note", "law", '<Note kind="info" title="x">\n</Note>', "<Note> is empty"],
    ["children where none belong", "law", '<Fact id="guide.fee">x</Fact>', "has nothing between its tags"],
    ["sources elsewhere", "law", "<Sources/>", "stands in the section sources, and only there"],
    ["text among the sources", "sources", "–\n\n<Sources/>", "holds only <Sources/>"],
    ["a section book without booking", "book", "–", "<BookThis/> stands in the section book"],
    ["an empty section", "law", "", "the section law is empty"],
  ])("finds %s", (_, id, text, message) => {
    expect(lines(planted(id, text))).toContainEqual(expect.stringContaining(message));
  });

  it("finds a language that is missing and a text that is short", () => {
    const content = planted("overview", '<Term id="amt"/> <Fact id="guide.months" oblique/>');
    delete content.guides[0]?.ar;
    expect(lines(content)).toContainEqual(expect.stringMatching(/^warning: \d+ words/));
    expect(found(content)).toContainEqual(
      expect.objectContaining({ file: "content/guides/sample/ar.mdx", severity: "error" }),
    );
  });

  it("finds first and last sections that are not in their place", () => {
    const content = sampleContent();
    for (const text of [content.guides[0]?.de, content.guides[0]?.ar, content.guides[0]?.en])
      text?.outline.sections.reverse();
    const all = lines(content).join("\n");
    expect(all).toContain("the first section must be overview");
    expect(all).toContain("the last sections must be documents, costs");
  });

  it("keeps the parts of guides out of the texts of offices", () => {
    const content = sampleContent();
    const de = sampleOfficeText("## Wort [#a]\n\n<BookThis/>");
    content.officeTexts = [{ office: "hagen", texts: de ? { de } : {} }];
    expect(lines(content)).toContain("error: <BookThis> belongs to guides only");
  });
});

describe("freshness", () => {
  const withValue = (value: object) => {
    const content = sampleContent();
    const fact = content.shelf.facts.get("guide.fee");
    if (fact) Object.assign(fact, value);
    return content;
  };

  it("stops at a fact that has expired", () => {
    const content = withValue({ values: [{ value: 70, validTo: "2026-12-31" }] });
    expect(lines(content, "2026-12-31")).toEqual([]);
    expect(lines(content, "2027-01-01")).toEqual([
      "error: guide.fee has expired: its last value held until 2026-12-31",
    ]);
  });

  it("stops at a fact that does not hold yet, and warns of one that was checked tomorrow", () => {
    expect(lines(withValue({ values: [{ value: 70, validFrom: "2027-01-01" }] }))).toEqual([
      "error: guide.fee has no value on 2026-11-21",
    ]);
    expect(lines(withValue({ verifiedAt: "2026-11-22" }))).toEqual([
      "warning: guide.fee was verified in the future (2026-11-22)",
    ]);
  });

  it("warns of facts and laws that are past their review", () => {
    expect(lines(withValue({ reviewBy: "2026-11-20" }))).toEqual([
      "warning: guide.fee should have been reviewed by 2026-11-20",
    ]);
    expect(lines(sampleContent(), "2027-05-02")).toContain(
      "warning: AufenthG should have been reviewed by 2027-05-01",
    );
  });

  it("warns of a section whose German text has changed, and stops where no hash was written", () => {
    const content = sampleContent();
    const german = content.guides[0]?.de?.outline.sections.find((section) => section.id === "law");
    if (german) german.source += " Neu.";
    expect(lines(content)).toEqual(
      Array(2).fill("warning: section law: the German text has changed since it was translated"),
    );
    const { translation } = content.guides[0]?.en?.frontMatter ?? {};
    if (translation) translation.sections = { gone: "0123456789abcdef" };
    expect(lines(content)).toContainEqual(expect.stringMatching(/^error: section law: no hash/));
    expect(lines(content)).toContain("error: translation.sections: there is no section gone");
  });
});

describe("policies", () => {
  it("finds a text that says something else than the slot rules do", () => {
    const content = sampleContent();
    const fact = content.shelf.facts.get("hagen.hold-minutes");
    if (fact?.unit === "minute") fact.values = [{ value: 30 }];
    expect(lines(content)).toContain("error: hagen.hold-minutes differs from a in office.yaml, which has 20");
  });

  it("finds hours that are shown and not given, and hours that are given and not shown", () => {
    const content = sampleContent();
    const hours = content.shelf.facts.get("hagen.hours");
    const days = content.offices[0]?.departments[0]?.openingHours[0]?.days;
    if (hours?.unit !== "hours" || !days) throw new Error();
    content.shelf.facts.set("hagen.hours-mon", { ...hours, id: "hagen.hours-mon" });
    days.mon = ["14:30-17:00"];
    const about = () => lines(content).filter((line) => line.includes("openingHours"));
    expect(about()).toEqual([]);
    days.mon = ["14:00-17:00"];
    expect(about()).toEqual([
      "error: hagen.hours-mon is in no openingHours of hagen",
      "error: openingHours 14:00-17:00 are no fact hagen.hours-…",
    ]);
  });
});

describe("prose within the content", () => {
  it("names file and line, also for the title of a note and for front matter", () => {
    const content = planted("deadlines", {
      de: '<Note kind="warning" title="In 3 Tagen">\n\nWort\n\n</Note>',
    });
    expect(found(content)).toContainEqual({
      file: "content/guides/sample/de.mdx",
      line: expect.any(Number),
      severity: "error",
      message: "bare figure “3” must be a <Fact>",
    });
    const head = { en: "title: Pay 70 euros\ndescription: Word\nkeywords: [visa 2026]\n" };
    expect(lines(sampleContent({ head }))).toEqual([
      "error: front matter: bare figure “70” must be a <Fact>",
    ]);
  });

  it("reads glossary and documents, where nothing can isolate a German name in Arabic", () => {
    const content = sampleContent();
    const term = content.shelf.terms.get("amt");
    if (term) term.explain = { de: "In 3 Tagen", ar: "اسأل BAMF", en: "Ask the Bürgeramt" };
    expect(lines(content)).toEqual([
      "error: amt de: bare figure “3” must be a <Fact>",
      "error: amt ar: bare Latin “BAMF”: use <Term> or <De>",
    ]);
  });

  it("finds a bare official term in English", () => {
    expect(
      lines(planted("law", { en: "<Steps>\n\n1. Ask the Ausländerbehörde\n\n</Steps>" })),
    ).toContainEqual(expect.stringContaining("bare German “Ausländerbehörde”"));
  });
});
