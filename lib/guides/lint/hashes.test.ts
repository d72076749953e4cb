import { describe, expect, it } from "vitest";
import { withHashes } from "./hashes";

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
