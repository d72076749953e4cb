import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { withHashes, withHashesAt } from "./hashes";

const before = `---
title: 'Jawāz: "x"'   # a remark
translation: { method: machine, reviewer: null, date: 2026-11-21, sections: {} }
keywords: [a, b]
---

## A [#a]

Text --- with dashes
`;

describe("withHashes", () => {
  const after = withHashes(before, { a: "0123456789abcdef", b: "00000000000000e1" });

  it("writes the hashes and leaves everything else as it was written", () => {
    expect(after).toBe(`---
title: 'Jawāz: "x"'   # a remark
translation:
  method: machine
  reviewer: null
  date: 2026-11-21
  sections:
    a: 0123456789abcdef
    b: "00000000000000e1"
keywords: [a, b]
---

## A [#a]

Text --- with dashes
`);
  });

  it("changes nothing the second time", () => {
    expect(withHashes(after, { a: "0123456789abcdef", b: "00000000000000e1" })).toBe(after);
  });

  it("writes the changes of the law that the translation knows, and drops those that are marked no more", () => {
    const marked = withHashes(after, { a: "0123456789abcdef" }, { a: "2026-12-01" });
    expect(marked).toContain("    a: 0123456789abcdef\n  legal:\n    a: 2026-12-01\nkeywords: [a, b]");
    expect(withHashes(marked, { a: "0123456789abcdef" })).not.toContain("legal");
  });

  it("works where the translation is the last key, and refuses a file without one", () => {
    const last = before.replace("keywords: [a, b]\n", "");
    expect(withHashes(last, { a: "0123456789abcdef" })).toContain("    a: 0123456789abcdef\n---\n\n## A");
    expect(() => withHashes("---\ntitle: x\n---\n", {})).toThrow("no translation");
  });
});

describe("withHashesAt", () => {
  const path = ["translation", "ar"] as [string, string];
  const yaml = `# what it is about
title: { de: Titel,   ar: عنوان }   # in braces

translation: # how it came to be
  # by a machine
  ar:   { method: machine, reviewer: null, date: 2026-11-21, sections: {} } # to be read
  en:
    method:   human   # by hand
    sections: # of German
      a: 0000000000000001 # one
      gone: 0000000000000002
    # the end
    reviewer: null

# what is asked
start:  a
`;

  it("gives what stood in braces lines of its own, and touches nothing else", () => {
    expect(withHashesAt(yaml, path, { a: "0123456789abcdef", b: "00000000000000e1" })).toBe(
      yaml.replace(
        "   { method: machine, reviewer: null, date: 2026-11-21, sections: {} }",
        `
    method: machine
    reviewer: null
    date: 2026-11-21
    sections:
      a: 0123456789abcdef
      b: "00000000000000e1"`,
      ),
    );
  });

  it("replaces hashes where they stand, with the comments around them", () => {
    const after = withHashesAt(yaml, ["translation", "en"], { a: "0123456789abcdef" }, { a: "2027-01-01" });
    expect(after).toBe(
      yaml
        .replace(
          "sections: # of German\n      a: 0000000000000001 # one\n      gone: 0000000000000002\n",
          "sections: # of German\n      a: 0123456789abcdef\n",
        )
        .replace("    reviewer: null\n", "    reviewer: null\n    legal:\n      a: 2027-01-01\n"),
    );
    expect(withHashesAt(after, ["translation", "en"], { a: "0123456789abcdef" })).toBe(
      after.replace("    legal:\n      a: 2027-01-01\n", ""),
    );
  });

  it("refuses a file that has no translation there", () => {
    expect(() => withHashesAt("title: x\n", path, {})).toThrow("no translation.ar");
  });

  it.each(["visa", "travel-document"])("keeps the check %s byte for byte but for the hashes", (slug) => {
    const before = readFileSync(`content/checks/${slug}.yaml`, "utf8");
    const { sections } = parse(before).translation.ar;
    const others = Object.fromEntries(Object.keys(sections).map((id) => [id, "00112233445566aa"]));
    const after = withHashesAt(before, path, others);
    const [arabic, english] = [before.indexOf("\n  ar:\n"), before.indexOf("\n  en:\n")];
    expect(arabic).toBeGreaterThan(0);
    expect(after).toBe(
      before.slice(0, arabic) +
        before.slice(arabic, english).replace(/: "?[0-9a-f]{16}"?$/gm, ": 00112233445566aa") +
        before.slice(english),
    );
    expect(withHashesAt(after, path, sections)).toBe(before);
    expect(withHashesAt(before, path, sections)).toBe(before);
  });
});
