import { describe, expect, it } from "vitest";
import { indexWords, matchFields, normalise, queryWords, snippetOf, wordMatch } from "./rules";
import type { IndexedField } from "./types";

describe("normalise", () => {
  it.each([
    // Letters that are written in several ways.
    ["أسرة", "اسره"],
    ["إقامة", "اقامه"],
    ["آخر", "اخر"],
    ["لاجئ", "لاجي"],
    ["مسؤول", "مسوول"],
    ["مستشفى", "مستشفي"],
    ["تأمين", "تامين"],
    // Vowel signs and stretching.
    ["جَوَازُ السَّفَر", "جواز سفر"],
    ["تـــصريح", "تصريح"],
    ["لاجئًا", "لاجيا"],
    // The article and what stands before it.
    ["الإقامة", "اقامه"],
    ["والإقامة", "اقامه"],
    ["بالإقامة", "اقامه"],
    ["كالإقامة", "اقامه"],
    ["للإقامة", "اقامه"],
    ["فالجواز", "جواز"],
    ["الآن", "الان"],
    // Digits.
    ["المادة ٢٨", "ماده 28"],
    ["۲۸", "28"],
    ["تأمين AOK", "تامين aok"],
  ])("Arabic %s becomes %s", (text, wanted) => expect(normalise(text, "ar")).toBe(wanted));

  it.each([
    ["Ausländerbehörde", "auslaenderbehoerde"],
    ["Paß, PASS; Straße!", "pass pass strasse"],
    ["Übergang", "uebergang"],
    ["Café René", "cafe rene"],
    ["§ 25 Abs. 2", "25 abs 2"],
  ])("German %s becomes %s", (text, wanted) => expect(normalise(text, "de")).toBe(wanted));

  it("leaves the article of Arabic alone in other languages", () => {
    expect(normalise("Al-Quds", "en")).toBe("al quds");
    expect(normalise("", "en")).toBe("");
  });
});

describe("queryWords", () => {
  it("drops words that are everywhere, but not a query made of them alone", () => {
    expect(queryWords("Wie bekomme ich die Fiktionsbescheinigung")).toEqual([
      "wie",
      "bekomme",
      "ich",
      "fiktionsbescheinigung",
    ]);
    expect(queryWords("من في")).toEqual(["من", "في"]);
    expect(queryWords("  !? ")).toEqual([]);
  });
});

describe("wordMatch", () => {
  const match = (query: string, text: string) =>
    wordMatch(indexWords(query)[0] ?? "", indexWords(text)[0] ?? "");
  it.each([
    ["Pass", "Pass", 1],
    ["auslander", "Ausländer", 1],
    ["auslaender", "Ausländer", 1],
    ["Versicherung", "Versicherungen", 0.7],
    ["Versicherungen", "Versicherung", 0.5],
    ["versicherung", "Krankenversicherung", 0.35],
    ["لاجئ", "اللاجئين", 0.7],
    ["in", "Termin", 0],
    ["Pass", "Termin", 0],
  ])("%s for %s gives %d", (query, text, wanted) => expect(match(query, text)).toBe(wanted));
});

describe("matchFields", () => {
  const fields: IndexedField[] = [
    { locale: "ar", weight: 10, section: undefined, words: ["جواز", "ازرق"] },
    { locale: "de", weight: 1, section: "loss", words: ["verlust", "pass"] },
  ];

  it("wants every word, or some where that is enough", () => {
    expect(matchFields(["جواز", "pass"], fields, "ar")?.score).toBeCloseTo(10.7);
    expect(matchFields(["جواز", "hund"], fields, "ar")).toBeNull();
    expect(matchFields(["جواز", "hund"], fields, "ar", true)?.score).toBe(5);
    expect(matchFields(["hund"], fields, "ar", true)).toBeNull();
  });

  it("names the section of the best match, in whatever language it was found", () => {
    expect(matchFields(["verlust"], fields, "ar")?.section).toBe("loss");
    expect(matchFields(["ازرق"], fields, "ar")?.section).toBeUndefined();
  });
});

describe("snippetOf", () => {
  const text = `${"eins zwei drei ".repeat(20)}Fiktionsbescheinigung ${"vier fünf ".repeat(20)}`;
  it("cuts at words around what was found", () => {
    const snippet = snippetOf(text, ["fiktionsbescheinigung"]);
    expect(snippet).toContain("Fiktionsbescheinigung");
    expect(snippet.length).toBeLessThan(170);
    expect(snippet).toMatch(/^… (eins|zwei|drei) .* …$/);
  });
  it("keeps isolated runs whole at the cut", () => {
    const isolated = `${"كلمة ".repeat(10)}\u2066§ 17 Abs. 1 BMG\u2069 ${"كلمة ".repeat(40)}`;
    for (let length = 40; length < 120; length += 3) {
      const snippet = snippetOf(isolated, ["abs"], length);
      const marks = snippet.replace(/[^\u2066\u2069]/g, "");
      expect(["", "\u2066\u2069"]).toContain(marks);
    }
  });
  it("leaves a short text whole", () => expect(snippetOf("kurz  und gut", ["gut"])).toBe("kurz und gut"));
});
