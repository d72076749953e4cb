import { describe, expect, it } from "vitest";
import { escaped } from "@/lib/i18n/markup";
import type { SearchHit, SearchKind } from "@/lib/search/types";
import { filledPage, marked, partHtml, resultsHtml } from "./rules";
import type { PageText } from "./types";

const kinds = { guide: "Ratgeber" } as Record<SearchKind, string>;
const hit: SearchHit = {
  kind: "guide",
  slug: "pass",
  title: "Pass <b>",
  heading: "",
  snippet: "Ein “Pass” & mehr",
  url: "/de/guides/pass#a",
  marks: { title: [[0, 4]], snippet: [[5, 9]] },
};
const text: PageText = { status: "1 Treffer", advice: "", suggestion: null, hits: [hit], kinds };
const evil = `"><script>alert('x')</script>$&$1`;

describe("escaped and marked", () => {
  it("let no markup through", () => {
    expect(escaped(evil)).not.toMatch(/[<>"']/);
    expect(marked("a <i> b", [[0, 1]])).toBe("<mark>a</mark> &lt;i&gt; b");
    expect(marked("<i>", [[0, 3]])).toBe("<mark>&lt;i&gt;</mark>");
    expect(marked("", [])).toBe("");
  });
});

describe("resultsHtml", () => {
  it("shows each result with its kind and its marks", () => {
    const html = resultsHtml(text);
    expect(html).toContain('href="/de/guides/pass#a"><span><mark>Pass</mark> &lt;b&gt;</span></a>');
    expect(html).toContain("Ein “<mark>Pass</mark>” &amp; mehr");
    expect(html).toContain("Ratgeber");
  });
  it("has no list without results, but what to try", () => {
    const html = resultsHtml({
      ...text,
      hits: [],
      advice: "Rat",
      suggestion: { text: evil, href: "/de/search?q=a&b" },
    });
    expect(html).not.toContain("<ol");
    expect(html).toContain(`href="/de/search?q=a&amp;b">${escaped(evil)}</a>`);
    expect(html).toContain("Rat");
  });
});

describe("filledPage", () => {
  const shell =
    '<html><head><title>Suche · Mawid</title></head><body><a href="/de/search" lang="de" hrefLang="de">Deutsch</a>' +
    '<form action="/de/search"><input name="q" data-slot="query" maxLength="200"/></form>' +
    '<p role="status" data-slot="status" class="x">Leer</p><div data-slot="results"></div></body></html>';
  it("puts query, status and results into their places, and keeps the query in the other languages", () => {
    const html = filledPage(shell, "Pass & mehr", text);
    expect(html).toContain("<title>Pass &amp; mehr – Suche · Mawid</title>");
    expect(html).toContain('<input name="q" data-slot="query" value="Pass &amp; mehr" maxLength="200"/>');
    expect(html).toContain('<p role="status" data-slot="status" class="x">1 Treffer</p>');
    expect(html).toContain(`<div data-slot="results">${resultsHtml(text)}</div>`);
    expect(html).toContain('<a href="/de/search?q=Pass%20%26%20mehr" lang="de" hrefLang="de">');
    expect(html).toContain('<form action="/de/search">');
  });
  it("lets no markup of a query through", () => {
    const html = filledPage(shell, evil, { ...text, hits: [], status: evil });
    expect(html).not.toContain("<script");
    expect(html.split(escaped(evil))).toHaveLength(4);
  });
});

describe("partHtml", () => {
  it("gives the slots alone", () => {
    expect(partHtml(text)).toMatch(
      /^<p data-slot="status">1 Treffer<\/p><div data-slot="results">.*<\/div>$/,
    );
  });
});
