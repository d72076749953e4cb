import { describe, expect, it } from "vitest";
import { termSchema } from "@/lib/guides/glossary/schema";
import { parseList, problemLine } from "./rules";

const good = "- { id: a, de: A, ar: ا, en: A, explain: { de: x, ar: x, en: x } }";

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
