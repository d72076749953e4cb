import { describe, expect, it } from "vitest";
import type { Locale } from "@/lib/i18n/routing";
import { goodSections, type Sections, sampleContent, sampleOfficeText } from "@/tests/support/content";
import { checkContent } from "./rules";
import type { Checked } from "./types";

const today = "2026-11-21";
const found = (content: Checked, day = today) => checkContent(content, day);
const lines = (content: Checked, day = today) =>
  found(content, day).map(({ severity, message }) => `${severity}: ${message}`);

/** Changes a section in all languages or in some. */
function planted(id: string, text: Partial<Record<Locale, string>> | string): Checked {
  const per = typeof text === "string" ? { de: text, ar: text, en: text } : text;
  const sections: Partial<Record<Locale, Sections>> = {};
  for (const [locale, line] of Object.entries(per) as [Locale, string][]) sections[locale] = { [id]: line };
  return sampleContent({ sections });
}

describe("checkContent", () => {
  it("finds nothing in content without a mistake", () => expect(found(sampleContent())).toEqual([]));
});

describe("references", () => {
  it.each([
    ["a fact", '<Fact id="no.such"/>', "there is no fact “no.such”"],
    ["a term", '<Term id="no-such"/>', "there is no term “no-such”"],
    ["a document", '<Documents ids="pass no-such"/>', "there is no document “no-such”"],
    ["a statute", '<Law cite="§ 5 BGB"/>', "names no statute"],
    ["a citation that cannot be read", '<Law cite="5 AufenthG"/>', "is not written like"],
    ["a fee that is a period", '<Fee id="guide.months"/>', "<Fee>: guide.months is of the unit month"],
    ["a phone that is a fee", '<Phone id="guide.fee"/>', "<Phone>: guide.fee is of the unit EUR"],
    ["hours that are a fee", '<Hours id="guide.fee"/>', "<Hours>: guide.fee is of the unit EUR"],
    ["a guide", "[–](guide:no-such)", "there is no guide “no-such”"],
    ["a section of a guide", "[–](guide:sample#no-such)", "has no section “no-such”"],
    ["an office", "[–](office:no-such)", "there is no office “no-such”"],
    ["a concern", "[–](book:hagen/no-such)", "there is no concern “hagen/no-such”"],
    ["an address", "[–](http://hagen.de)", "a link cannot lead to “http://hagen.de”"],
  ])("finds %s that is not there", (_, text, message) => {
    const content = planted("where", { de: text, ar: text, en: text });
    expect(lines(content).filter((line) => line.startsWith("error") && line.includes(message))).toHaveLength(
      3,
    );
  });

  it("finds a form of a term that is not approved", () => {
    const content = planted("law", { ar: '<Term id="amt">مكتب</Term>' });
    expect(lines(content)).toContainEqual(
      expect.stringContaining("“مكتب” is no approved form of the term amt"),
    );
    expect(lines(planted("law", { ar: '<Term id="amt">دوائر</Term>' })).join()).not.toContain("approved");
  });

  it("looks into front matter, facts, documents and offices", () => {
    const content = sampleContent();
    const [guide] = content.guides;
    const [office] = content.offices;
    if (!guide?.de || !guide.ar || !office) throw new Error();
    guide.de.frontMatter.related = ["sample"];
    guide.de.frontMatter.book = { office: "hagen", concern: "x" };
    guide.de.frontMatter.law = "§ 1 BGB";
    guide.de.frontMatter.brief[0] = { label: "Wort", fact: "no.such" };
    guide.ar.frontMatter.briefLabels = ["كلمة"];
    office.contact.hotline = "guide.fee";
    office.departments[0]?.concerns[0]?.documents.push("no-such");
    const document = content.shelf.documents.get("pass");
    if (document) document.notOlderThan = "guide.fee";
    const all = lines(content).join("\n");
    for (const message of [
      "related: there is no other guide “sample”",
      "book: there is no concern “hagen/x”",
      "law: “§ 1 BGB” names no statute",
      "brief: there is no fact “no.such”",
      "briefLabels: 2 are needed",
      "contact.hotline: “guide.fee” is no fact of the unit phone",
      "loss-report: there is no document “no-such”",
      "pass: notOlderThan must be a fact in days",
    ]) {
      expect(all).toContain(message);
    }
  });

  it("finds facts and terms that nothing shows, as a warning", () => {
    const content = planted("costs", '<Law cite="§ 5 AufenthG"/>');
    content.guides[0]?.de?.frontMatter.brief.shift();
    expect(lines(content)).toContain("warning: guide.fee is shown nowhere");
  });
});

describe("parity", () => {
  it.each([
    ["a fact", "costs", '<Law cite="§ 5 AufenthG"/>', "section costs: facts: lacks guide.fee"],
    ["a law", "costs", '<Fee id="guide.fee"/>', "section costs: laws: lacks § 5 AufenthG"],
    [
      "a term",
      "overview",
      `${"word ".repeat(950)}<Fact id="guide.months"/>`,
      "section overview: terms: lacks amt",
    ],
    ["a document", "documents", '<Documents ids=""/>', "section documents: documents: lacks pass"],
    [
      "a link",
      "where",
      '<Phone id="hagen.hotline"/> <Hours id="hagen.hours"/> <Fact id="hagen.hold-minutes"/>',
      "section where: links: lacks office:hagen",
    ],
    ["a part", "law", "1. Point", "section law: parts are none; in German Steps"],
    [
      "the kind of a note",
      "deadlines",
      '<Note kind="info" title="Title">\n\nPoint\n\n</Note>',
      "section deadlines: parts are Note info; in German Note warning",
    ],
    [
      "a fact too many",
      "book",
      'Point <Fee id="guide.fee"/>\n\n<BookThis/>',
      "section book: facts: has guide.fee, which",
    ],
    ["a subheading", "book", "### Word\n\nPoint\n\n<BookThis/>", "section book: 1 subheadings; in German 0"],
  ])("finds %s that differs", (_, id, text, message) => {
    expect(lines(planted(id, { en: text }))).toContainEqual(expect.stringContaining(`error: ${message}`));
  });

  it("finds a section that is missing, added or moved", () => {
    const content = planted("extra", { en: "Word" });
    expect(lines(content)).toContainEqual(expect.stringContaining("extra not in German"));
    const { overview = "", ...rest } = goodSections("de");
    const moved = sampleContent({ sections: { de: { overview, ...rest } } });
    moved.guides[0]?.en?.outline.sections.reverse();
    expect(lines(moved)).toContainEqual(expect.stringContaining("another order"));
  });

  it("compares the texts of an office too", () => {
    const content = sampleContent();
    const de = sampleOfficeText('## Wort [#a]\n\n<Phone id="hagen.hotline"/>');
    const ar = sampleOfficeText("## كلمة [#a]\n\nكلمة", "ar");
    content.officeTexts = [{ office: "hagen", texts: { ...(de ? { de } : {}), ...(ar ? { ar } : {}) } }];
    expect(lines(content)).toContainEqual(expect.stringContaining("section a: facts: lacks hagen.hotline"));
  });
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

  it("stops at a fact that does not hold yet and at one that was checked tomorrow", () => {
    expect(lines(withValue({ values: [{ value: 70, validFrom: "2027-01-01" }] }))).toEqual([
      "error: guide.fee has no value on 2026-11-21",
    ]);
    expect(lines(withValue({ verifiedAt: "2026-11-22" }))).toEqual([
      "error: guide.fee was verified in the future (2026-11-22)",
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
