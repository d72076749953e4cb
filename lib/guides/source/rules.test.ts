import { describe, expect, it } from "vitest";
import { termSchema } from "@/lib/guides/glossary/schema";
import { parseList, parseYaml, problemLine, strangeLetters } from "./rules";

const good = "- { id: a, de: A, ar: ا, en: A, explain: { de: x, ar: x, en: x } }";

describe("parseYaml", () => {
  const linesOf = (source: string) => parseYaml(source, "f", 2).problems.map(problemLine);
  it.each([
    ["a: 1\nb: 2\n\tc: 3\nd: 4\n  e: 5\n", "f:4: tabs are not allowed as indentation"],
    ["a: 1\na: 2\n", "f:3: Map keys must be unique"],
    ["a: *nowhere\n", "f: Unresolved alias (the anchor must be set before the alias): nowhere"],
    ["a: 1\nb: \uFFFD\n", "f:3: is not UTF-8 here"],
    ["a: 1\r\nb: \0\r\n", "f:3: has a control character here"],
  ])("has one line for %j", (source, line) => {
    expect(linesOf(source)).toEqual([line]);
  });

  it("gives up on what grows without end, in one line", () => {
    const many = (name: string) => Array.from({ length: 10 }, () => name).join(", ");
    const bomb = `a: &a [${many("x")}]\nb: &b [${many("*a")}]\nc: &c [${many("*b")}]\nd: [${many("*c")}]\n`;
    expect(linesOf(bomb)).toEqual([expect.stringMatching(/^f: Excessive alias count/)]);
  });
});

describe("strangeLetters", () => {
  it("leaves tabs, line ends, a byte order mark and the marks of Arabic alone", () => {
    expect(strangeLetters("\uFEFFa\tb\r\n\u200f\u0640\u064b\u{1f600}", "f")).toEqual([]);
  });
});

describe("parseList", () => {
  it("names file, entry and path, and keeps what is right", () => {
    const bad = "- { id: b, de: B, ar: ب, en: B, explain: { de: x, ar: x }, extra: 1 }";
    const { value, problems } = parseList(`${good}\n${bad}\n`, termSchema, "content/glossary.yaml");
    expect(value?.map((term) => term.id)).toEqual(["a"]);
    expect(problems.map(problemLine)).toEqual([
      expect.stringMatching(/^content\/glossary\.yaml: b explain\.en: /),
      expect.stringMatching(/^content\/glossary\.yaml: b: .*extra/),
    ]);
  });

  it("reports an id that stands twice, a broken file with its line, and a file that is no list", () => {
    expect(parseList(`${good}\n${good}\n`, termSchema, "f").problems[0]?.message).toBe("a stands twice");
    expect(parseList("- id: a\n  de: 'x\n", termSchema, "f").problems[0]?.line).toBeGreaterThan(1);
    expect(parseList("id: a", termSchema, "f").problems[0]?.message).toBe("must be a list");
  });

  it("names an entry without an id by its place", () => {
    expect(parseList("- { de: A }", termSchema, "f").problems[0]?.message).toMatch(/^entry 1 id/);
  });
});
