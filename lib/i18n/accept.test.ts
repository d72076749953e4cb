import { describe, expect, it } from "vitest";
import { acceptedLocale } from "./accept";
import { alternates } from "./alternates";
import { isLocale, locales } from "./routing";

describe("the language of a reader", () => {
  it.each([
    [null, "ar"],
    ["", "ar"],
    ["*", "ar"],
    ["de", "de"],
    ["de-DE,de;q=0.9,en;q=0.8", "de"],
    ["en-US,en;q=0.9", "en"],
    ["ar-SY", "ar"],
    ["fr-FR,fr;q=0.9,en;q=0.5", "en"],
    ["en;q=0.3,de;q=0.7", "de"],
    // Ours by none of the languages named, or explicitly not wanted.
    ["fr,uk;q=0.9", "ar"],
    ["de;q=0,en;q=0.1", "en"],
    // What no browser sends.
    ["de;q=abc", "ar"],
    [";;;,,,", "ar"],
    ["../../etc/passwd", "ar"],
    ["x".repeat(10_000), "ar"],
  ])("who sends %j is %s", (header, locale) => {
    expect(acceptedLocale(header)).toBe(locale);
  });
});

describe("a language", () => {
  it.each([undefined, null, "", "AR", "de-DE", "fr", "toString"])("is not %j", (value) => {
    expect(isLocale(value)).toBe(false);
  });

  it("has the same page in every other one, the default for everybody else", () => {
    expect(alternates("de", "/guides/blue-passport")).toEqual({
      canonical: "/de/guides/blue-passport",
      languages: {
        ...Object.fromEntries(locales.map((locale) => [locale, `/${locale}/guides/blue-passport`])),
        "x-default": "/ar/guides/blue-passport",
      },
      types: { "application/atom+xml": "/de/feed.xml" },
    });
  });
});
