import { describe, expect, it } from "vitest";
import { outlineOf } from "./outline";
import { splitMdx } from "./parse";

const body = `
## Überblick [#overview]

Die <Term id="bamf"/> und der <Term id="x">Bescheids</Term> gelten <Fact id="a.b" oblique/>.
Siehe [Kosten](guide:other#costs).

<Note kind="info" title="Gut zu wissen">

- eins
- <Law cite="§ 1 AufenthV"/>

</Note>

## Kosten [#costs]

### Kinder

| a | b |
| --- | --- |
| <Fee id="c.d"/> | zwei |
`;

describe("outlineOf", () => {
  const { sections, faults } = outlineOf(body);

  it("finds sections with titles, lines and source", () => {
    expect(faults).toEqual([]);
    expect(sections.map(({ id, title, line }) => [id, title, line])).toEqual([
      ["overview", "Überblick", 2],
      ["costs", "Kosten", 14],
    ]);
    expect(sections[0]?.source.trim().startsWith("## Überblick [#overview]")).toBe(true);
    expect(sections[0]?.source).not.toContain("Kosten [#costs]");
    expect(sections[1]?.subheadings).toBe(1);
  });

  it("finds components, links and prose with their lines", () => {
    expect(sections[0]?.components.map(({ name, line }) => [name, line])).toEqual([
      ["Term", 4],
      ["Term", 4],
      ["Fact", 4],
      ["Note", 7],
      ["Law", 10],
    ]);
    expect(sections[0]?.components[1]?.children).toBe("Bescheids");
    expect(sections[0]?.components[2]?.attributes).toEqual({ id: "a.b", oblique: true });
    expect(sections[0]?.links).toEqual([{ url: "guide:other#costs", line: 5 }]);
    expect(sections[0]?.pieces).toContainEqual({
      kind: "text",
      text: "Gut zu wissen",
      line: 7,
      inside: "title",
    });
    expect(sections[0]?.pieces).toContainEqual({ kind: "text", text: "Bescheids", line: 4, inside: "Term" });
    expect(sections[1]?.components[0]?.attributes).toEqual({ id: "c.d" });
  });

  it.each([
    ["an expression", "## A [#a]\n\nText {1 + 1}", /JavaScript/],
    ["an import", 'import x from "y"\n\n## A [#a]', /JavaScript/],
    ["an expression in an attribute", "## A [#a]\n\n<Fact id={x}/>", /JavaScript/],
    ["a spread", "## A [#a]\n\n<Fact {...x}/>", /JavaScript/],
    ["a heading without an id", "## A", /needs an id/],
    ["an id that is none", "## A [#Ä]", /needs an id/],
    ["text before the first section", "Text\n\n## A [#a]", /before the first section/],
    ["a heading of level one", "## A [#a]\n\n# B", /level two and three/],
    ["an id at level three", "## A [#a]\n\n### B [#b]", /has no id/],
    ["a picture", "## A [#a]\n\n![x](https://x.example/y.png)", /image/],
    ["code", "## A [#a]\n\n```\nx\n```", /code is not known/],
    ["a reference", "## A [#a]\n\n[x][y]\n\n[y]: https://example.org", /linkReference is not known/],
    ["a block in a line", '## A [#a]\n\nText <Documents ids="x"/> text', /paragraph of its own/],
    ["a block in a cell", "## A [#a]\n\n| a |\n| --- |\n| <Steps/> |", /paragraph of its own/],
    ["an aligned table", "## A [#a]\n\n| a |\n| --: |\n| b |", /alignment/],
  ])("finds %s", (_, source, message) => {
    expect(outlineOf(source).faults.some((fault) => message.test(fault.message))).toBe(true);
  });

  it.each([
    ["lines that break", "## A [#a]\n\na\\\nb"],
    ["a quotation, a line and lists in lists", "## A [#a]\n\n> a\n\n---\n\n- b\n  1. c"],
    ["emphasis of every kind", "## A [#a]\n\n**a** *b* `d` [e **f**](guide:x)"],
    ["a figure alone in its line", '## A [#a]\n\n<Fact id="x"/>'],
  ])("knows %s", (_, source) => expect(outlineOf(source).faults).toEqual([]));

  it("lets a comment stand", () =>
    expect(outlineOf("## A [#a]\n\n{/* for the editors */}").faults).toEqual([]));
});

describe("splitMdx", () => {
  it("keeps the line numbers of the file", () => {
    const { frontMatter, body: text } = splitMdx("---\ntitle: A\n---\n\n## A [#a]\n", "f");
    expect(frontMatter).toEqual({ title: "A" });
    expect(outlineOf(text).sections[0]?.line).toBe(5);
  });
  it("reports missing and broken front matter with its line", () => {
    expect(splitMdx("## A", "f").problems[0]?.message).toBe("no front matter");
    expect(splitMdx("---\na: 1\na: 2\n---\n", "f").problems[0]).toMatchObject({ file: "f", line: 3 });
  });
});
