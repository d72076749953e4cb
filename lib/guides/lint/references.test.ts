import { describe, expect, it } from "vitest";
import { goodSections, planted, sampleContent, sampleOfficeText } from "@/tests/support/content";
import { checkContent } from "./rules";
import type { Checked } from "./types";

const lines = (content: Checked) =>
  checkContent(content, "2026-11-21").map(({ severity, message }) => `${severity}: ${message}`);

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
    guide.de.frontMatter.book = "x";
    guide.de.frontMatter.law = "§ 1 BGB";
    guide.de.frontMatter.brief[0] = { label: "Wort", fact: "no.such" };
    guide.ar.frontMatter.briefLabels = ["كلمة"];
    office.contact.hotline = "guide.fee";
    office.contact.lines = [{ from: "A", to: "Z", phone: "hagen.hours" }];
    office.contact.phoneHours = [{ days: ["mon"], hours: "hagen.hotline" }];
    office.contact.address = "no.address";
    office.departments[0]?.concerns[0]?.documents.push("no-such");
    const document = content.shelf.documents.get("pass");
    if (document) document.notOlderThan = "guide.fee";
    const all = lines(content).join("\n");
    for (const message of [
      "related: there is no other guide “sample”",
      "book: no office has the concern “x”",
      "law: “§ 1 BGB” names no statute",
      "brief: there is no fact “no.such”",
      "briefLabels: 2 are needed",
      "contact.hotline: “guide.fee” is no fact of the unit phone",
      "contact.lines: “hagen.hours” is no fact of the unit phone",
      "contact.phoneHours: “hagen.hotline” is no fact of the unit hours",
      "contact.address: “no.address” is no fact of the unit address",
      "loss-report: there is no document “no-such”",
      "pass: notOlderThan must be a fact in days",
    ]) {
      expect(all).toContain(message);
    }
  });

  it("finds an appointment that no office gives", () => {
    const content = planted("book", `–\n\n<BookThis/>\n\n<BookThis concern="no-such"/>`);
    expect(lines(content)).toContain("error: <BookThis>: no office has the concern “no-such”");
    expect(lines(planted("book", `<BookThis concern="loss-report"/>`)).join()).not.toContain("BookThis>:");
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
