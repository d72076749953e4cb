import { describe, expect, it } from "vitest";
import { byLetter, germanBeside, isApprovedForm } from "./rules";
import { termSchema } from "./schema";

const term = termSchema.parse({
  id: "aufenthaltstitel",
  de: "Aufenthaltstitel",
  ar: "سند الإقامة",
  en: "residence title",
  explain: { de: "a", ar: "ب", en: "c" },
  forms: { de: ["Titel"], ar: ["سندات الإقامة"] },
});

describe("isApprovedForm", () => {
  it.each([
    ["ar", "سند الإقامة", true],
    ["ar", "سندات الإقامة", true],
    ["ar", "سند إقامة", false],
    ["en", "Residence title", true],
    ["en", "residence titles", false],
    ["de", "Titel", true],
    ["de", "titel", true],
    ["en", "Titel", false],
  ] as const)("%s %s: %s", (locale, form, wanted) => expect(isApprovedForm(term, locale, form)).toBe(wanted));
});

describe("germanBeside", () => {
  it("stands beside a translation, not beside itself", () => {
    expect(germanBeside(term, "ar", "سند الإقامة")).toBe("Aufenthaltstitel");
    expect(germanBeside(term, "de", "Titel")).toBeNull();
    expect(germanBeside({ ...term, de: "Visum" }, "en", "visum")).toBeNull();
  });
});

describe("byLetter", () => {
  it("puts umlauts with their vowel and takes no notice of small letters", () => {
    const names = ["Visum", "elektronischer Titel", "Ärztin", "Amt", "Einbürgerung"];
    expect(byLetter(names.map((de) => ({ de })))).toEqual([
      { letter: "A", terms: [{ de: "Amt" }, { de: "Ärztin" }] },
      { letter: "E", terms: [{ de: "Einbürgerung" }, { de: "elektronischer Titel" }] },
      { letter: "V", terms: [{ de: "Visum" }] },
    ]);
  });
});
