import { describe, expect, it } from "vitest";
import { mentionsIn } from "@/lib/guides/mentions/rules";
import { byUrgency, nextToCheck, outcomeOf, outsideLinks } from "./rules";
import type { OutsideLink } from "./types";

describe("outsideLinks", () => {
  it("finds addresses in front matter, YAML and text, each once, with the pages they stand on", () => {
    const mentions = [
      ...mentionsIn("- id: a.b\n  source: { title: x, url: https://a.example/ }\n", "content/facts/a.yaml"),
      ...mentionsIn("- id: X\n  paragraph: https://a.example/{n}.html\n", "content/laws.yaml"),
      ...mentionsIn(
        "---\nsources:\n  - { title: x, url: https://a.example/ }\n---\n\n## A [#a]\n\n[x](https://b.example/c) [y](guide:z)\n",
        "content/guides/a/de.mdx",
      ),
    ];
    expect(outsideLinks(mentions)).toEqual([
      { url: "https://a.example/", pages: ["facts/a", "guides/a"] },
      { url: "https://b.example/c", pages: ["guides/a"] },
    ]);
  });
});

it.each([
  [200, "found"],
  [304, "found"],
  [404, "gone"],
  [410, "gone"],
  [403, "refused"],
  [500, "refused"],
  [null, "unreachable"],
])("%s is %s", (status, outcome) => expect(outcomeOf(status)).toBe(outcome));

describe("the order", () => {
  const link = (url: string, status?: number, checkedAt = "2026-11-20T12:00:00Z"): OutsideLink => ({
    url,
    pages: [],
    check: status ? { outcome: outcomeOf(status), status, checkedAt } : null,
  });

  it("of what is shown begins with the worst", () => {
    const links = [link("new"), link("b", 200), link("a", 403), link("c", 404)];
    expect(links.toSorted(byUrgency).map(({ url }) => url)).toEqual(["c", "a", "b", "new"]);
  });

  it("of what is looked at begins with what nobody has looked at for longest", () => {
    const links = [link("b", 200), link("old", 404, "2026-01-01T12:00:00Z"), link("new")];
    expect(nextToCheck(links, 2)).toEqual(["new", "old"]);
  });
});
