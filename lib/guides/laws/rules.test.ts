import { describe, expect, it } from "vitest";
import { citationOf, parseCitation, unbroken } from "./rules";
import type { Law } from "./types";

function law(id: string, paragraph?: string): Law {
  const name = { de: id, ar: id, en: id };
  const dates = { asOf: "2026-04-29", verifiedAt: "2026-11-21", reviewBy: "2027-05-01" };
  return { id, name, url: `https://x.example/${id.length}/`, ...(paragraph ? { paragraph } : {}), ...dates };
}
const laws = [
  law("AufenthV", "https://g.example/aufenthv/__{n}.html"),
  law("AufenthG", "https://g.example/aufenthg/__{n}.html"),
  law("SGB I", "https://g.example/sgb_1/__{n}.html"),
  law("SGB XI", "https://g.example/sgb_11/__{n}.html"),
  law("FreizügG/EU", "https://g.example/f/__{n}.html"),
  law("GG", "https://g.example/gg/art_{n}.html"),
  law("GFK"),
  law("Schengener Grenzkodex"),
];

describe("parseCitation", () => {
  it.each([
    ["§ 48 AufenthV", "AufenthV", "48", "https://g.example/aufenthv/__48.html"],
    ["§ 48 Abs. 1 Satz 1 Nr. 1c AufenthV", "AufenthV", "48", "https://g.example/aufenthv/__48.html"],
    ["§ 104a Abs. 1 AufenthG", "AufenthG", "104a", "https://g.example/aufenthg/__104a.html"],
    ["§ 60 Abs. 5 und 7 AufenthG", "AufenthG", "60", "https://g.example/aufenthg/__60.html"],
    ["§ 25 Abs. 1 bis 3 AufenthG", "AufenthG", "25", "https://g.example/aufenthg/__25.html"],
    ["§ 5 Abs. 1 Nr. 2 Buchst. a AufenthG", "AufenthG", "5", "https://g.example/aufenthg/__5.html"],
    ["§ 29 Abs. 2 Satz 2 Halbsatz 1 AufenthG", "AufenthG", "29", "https://g.example/aufenthg/__29.html"],
    ["§§ 5, 6 und 9 AufenthV", "AufenthV", "5", "https://g.example/aufenthv/__5.html"],
    ["§§ 28 bis 36a AufenthG", "AufenthG", "28", "https://g.example/aufenthg/__28.html"],
    ["§ 36 SGB XI", "SGB XI", "36", "https://g.example/sgb_11/__36.html"],
    ["§ 36 SGB I", "SGB I", "36", "https://g.example/sgb_1/__36.html"],
    ["§ 2 FreizügG/EU", "FreizügG/EU", "2", "https://g.example/f/__2.html"],
    ["Art. 16a Abs. 1 GG", "GG", "16a", "https://g.example/gg/art_16a.html"],
    ["Art. 28 GFK", "GFK", "28", "https://x.example/3/"],
    ["Art. 1 Abschnitt C Nr. 1 GFK", "GFK", "1", "https://x.example/3/"],
    ["Art. 6 Abs. 1 Schengener Grenzkodex", "Schengener Grenzkodex", "6", "https://x.example/21/"],
    ["  §  48  AufenthV ", "AufenthV", "48", "https://g.example/aufenthv/__48.html"],
  ])("%s", (cite, statute, paragraph, url) => {
    expect(parseCitation(cite, laws)).toMatchObject({ ok: true, citation: { statute, paragraph, url } });
  });

  it.each([
    "§ 48",
    "§ 48 BGB",
    "§48 AufenthV",
    "48 AufenthV",
    "§ 48 Abs 1 AufenthV",
    "§ 48 Absatz 1 AufenthV",
    "§ 5, 6 AufenthV",
    "§§ 5 AufenthV",
    "Art 28 GFK",
    "AufenthV",
  ])("refuses %s", (cite) => expect(parseCitation(cite, laws).ok).toBe(false));
});

describe("unbroken", () => {
  it.each([
    ["§ 36 Abs. 1 AufenthG", "AufenthG", ["§ 36 Abs. 1 AufenthG"]],
    ["§ 10 Abs. 1 Satz 1 Nr. 3 StAG", "StAG", ["§ 10 Abs. 1 Satz 1 Nr. 3 StAG"]],
    [
      "Art. 15 bis 19 Verordnung (EU) 2024/1348",
      "Verordnung (EU) 2024/1348",
      ["Art. 15 bis 19", "Verordnung (EU) 2024/1348"],
    ],
    [
      "§§ 16a, 16b, 16c, 16d, 16e und 16f AufenthG",
      "AufenthG",
      ["§§ 16a,", "16b,", "16c,", "16d,", "16e", "und 16f", "AufenthG"],
    ],
  ])("%s", (cite, statute, parts) => {
    expect(unbroken({ cite, statute })).toEqual(parts);
    expect(parts.join(" ")).toBe(cite);
  });
});

describe("citationOf", () => {
  it("gives what a right citation says, and does not get past a wrong one", () => {
    expect(citationOf("§ 48 AufenthV", laws)).toMatchObject({ statute: "AufenthV", paragraph: "48" });
    expect(() => citationOf("§ 10 Nowhere", laws)).toThrow("names no statute");
  });
});
