import { describe, expect, it } from "vitest";
import { searchContent } from "./queries";

describe("searchContent", () => {
  it.each([
    ["الجواز الأزرق", "ar", "blue-passport"],
    ["blauer Pass", "de", "blue-passport"],
    ["blue passport", "en", "blue-passport"],
    ["Krankenversicherung", "de", "health-insurance"],
    ["التأمين الصحي", "ar", "health-insurance"],
    ["لم شمل الأسرة", "ar", "family-reunification"],
    ["residence permit", "en", "residence-permits"],
  ] as const)("%s in %s finds the guide %s first among the guides", (query, locale, slug) => {
    const guide = searchContent(query, locale).find((hit) => hit.kind === "guide");
    expect(guide?.slug).toBe(slug);
    expect(guide?.url).toMatch(new RegExp(`^/${locale}/guides/${slug}(#[a-z-]+)?$`));
  });

  it("finds the page in the reader's language by a German word of a letter", () => {
    const hits = searchContent("Fiktionsbescheinigung", "ar");
    const term = hits.slice(0, 2).find((hit) => hit.kind === "term");
    expect(term).toMatchObject({ slug: "fiktionsbescheinigung" });
    expect(term?.title).toMatch(/\p{Script=Arabic}.*\u2066\(Fiktionsbescheinigung\)\u2069/u);
    expect(hits.some((hit) => hit.kind === "guide" && /\p{Script=Arabic}/u.test(hit.title))).toBe(true);
  });

  it("puts the guide before the terms when both are about the word", () => {
    expect(searchContent("الجواز الأزرق", "ar")[0]?.kind).toBe("guide");
  });

  it("finds the same with and without umlauts", () => {
    const slugs = (query: string) => searchContent(query, "de").map((hit) => hit.slug);
    expect(slugs("auslanderbehorde")).toEqual(slugs("Ausländerbehörde"));
    expect(slugs("Auslaenderbehoerde")).toEqual(slugs("Ausländerbehörde"));
  });

  it("finds an office by its city, and every address once", () => {
    const hits = searchContent("هاغن", "ar");
    expect(hits.some((hit) => hit.kind === "office" && hit.slug === "hagen")).toBe(true);
    expect(new Set(hits.map((hit) => hit.url)).size).toBe(hits.length);
  });

  it("finds nothing for nothing, and does not mind signs", () => {
    expect(searchContent("", "de")).toEqual([]);
    expect(searchContent("%_\\'\"(*", "de")).toEqual([]);
    expect(searchContent("xqzvbn", "de")).toEqual([]);
  });
});
