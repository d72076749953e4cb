import { describe, expect, it } from "vitest";
import { linkHref, parseLink } from "./links";

describe("parseLink and linkHref", () => {
  it.each([
    ["guide:health-insurance", "/ar/guides/health-insurance"],
    ["guide:health-insurance#costs", "/ar/guides/health-insurance#costs"],
    ["check:visa", "/ar/checks/visa"],
    ["office:hagen", "/ar/offices/hagen"],
    ["book:hagen/loss-report", "/ar/offices/hagen/book?concern=loss-report"],
    ["https://www.hagen.de/x?y=1#z", "https://www.hagen.de/x?y=1#z"],
  ])("%s leads to %s", (url, href) => {
    const link = parseLink(url);
    expect(link && linkHref(link, "ar")).toBe(href);
  });

  it.each([
    "http://hagen.de",
    "javascript:alert(1)",
    "/ar/guides/x",
    "guide:",
    "guide:A",
    "check:visa#x",
    "book:hagen",
    "mailto:a@b.de",
    "https://x",
  ])("refuses %s", (url) => expect(parseLink(url)).toBeNull());
});
