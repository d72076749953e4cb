import { describe, expect, it } from "vitest";
import { mentionsIn, pageOf } from "./rules";

describe("mentionsIn", () => {
  it("reads a text: its sections in its own language, its front matter for all", () => {
    const source = `---
title: Titel
brief:
  - { label: Gebühr, fact: a.fee }
law: § 10 StAG
---

## Kosten [#costs]

<Fee id="a.fee"/> und <Law cite="§ 5 AufenthG"/>

<Documents ids="pass  photo"/>
`;
    const found = mentionsIn(source, "content/guides/x/de.mdx");
    const brief = (({ section, key, name, line, locales }) => ({ section, key, name, line, locales })) as (
      mention: (typeof found)[number],
    ) => object;
    const all = ["ar", "de", "en"];
    expect(found.filter(({ name }) => !/Titel|Gebühr/.test(name)).map(brief)).toEqual([
      { section: "front matter", key: "fact", name: "a.fee", line: 4, locales: all },
      { section: "front matter", key: "law", name: "§ 10 StAG", line: 5, locales: all },
      { section: "costs", key: "Fee.id", name: "a.fee", line: 10, locales: ["de"] },
      { section: "costs", key: "Law.cite", name: "§ 5 AufenthG", line: 10, locales: ["de"] },
      { section: "costs", key: "Documents.ids", name: "pass", line: 12, locales: ["de"] },
      { section: "costs", key: "Documents.ids", name: "photo", line: 12, locales: ["de"] },
    ]);
    expect(new Set(found.map(({ page }) => page))).toEqual(new Set(["guides/x"]));
  });

  it("reads YAML that it knows nothing about: strings, lists, and components within texts", () => {
    const source = `title: { de: Titel }
laws: ["§ 27 AufenthG"]
questions:
  - id: stay
    help:
      de: 'Höchstens <Fact id="schengen.stay" oblique/>'
    answers:
      - id: short
        fact: schengen.stay
  - law: § 6 AufenthG
`;
    const found = mentionsIn(source, "content/checks/visa.yaml").filter(({ key }) => key !== "de");
    expect(
      found.map(({ section, key, name, line, locales }) => [section, key, name, line, locales.length]),
    ).toEqual([
      ["laws", "laws", "§ 27 AufenthG", 2, 3],
      ["stay", "Fact.id", "schengen.stay", 6, 1],
      ["short", "fact", "schengen.stay", 9, 3],
      ["questions", "law", "§ 6 AufenthG", 10, 3],
    ]);
  });

  it.each([
    ["content/guides/x/ar.mdx", "guides/x"],
    ["content/offices/hagen/office.yaml", "offices/hagen"],
    ["content/services/x/supplements/erlangen/de.mdx", "services/x/supplements/erlangen"],
    ["content/checks/visa.yaml", "checks/visa"],
    ["content/facts/fees.yaml", "facts/fees"],
    ["content/documents.yaml", "documents"],
  ])("%s belongs to %s", (file, page) => expect(pageOf(file)).toBe(page));
});
