import { describe, expect, it } from "vitest";
import type { Citation } from "@/lib/guides/laws/types";
import { outlineOf } from "@/lib/guides/mdx/outline";
import { sectionHash } from "@/lib/guides/rules";
import { sectionEntries, trustOf } from "./rules";

const german = outlineOf("## Kosten [#costs]\n\nNichts.\n\n## Ort [#where]\n\nHier.\n");
const english = outlineOf("## Costs [#costs]\n\nNothing.\n\n## Place [#where]\n\nHere.\n");
const hashes = Object.fromEntries(german.sections.map(({ id, source }) => [id, sectionHash(source)]));
const law: Citation = {
  cite: "§ 5 AufenthG",
  statute: "AufenthG",
  name: { de: "Gesetz", ar: "قانون", en: "act" },
  paragraph: "5",
  url: "https://example.org/",
};

describe("sectionEntries", () => {
  it("have the titles of the text, and know what has changed in German since", () => {
    expect(sectionEntries(english, german, { ...hashes, where: "0123456789abcdef" })).toEqual([
      { id: "costs", title: "Costs", stale: false },
      { id: "where", title: "Place", stale: true },
    ]);
  });

  it("are never older than themselves", () => {
    expect(sectionEntries(german, german, undefined).some(({ stale }) => stale)).toBe(false);
  });
});

describe("trustOf", () => {
  const fact = (verifiedAt: string, status: "confirmed" | "unverified") => ({
    ...{ id: "a.b", unit: "EUR" as const, value: 1, upcoming: null, law: null, status, verifiedAt },
    source: { title: "Quelle", url: "https://example.org/" },
  });
  const sections = sectionEntries(english, german, { ...hashes, where: "0123456789abcdef" });
  const translation = { method: "machine" as const, reviewer: null, date: "2026-11-21", sections: hashes };

  it("says what is oldest, what nobody has confirmed, and how the translation came to be", () => {
    const facts = [fact("2026-11-21", "confirmed"), fact("2026-03-01", "unverified")];
    expect(trustOf(facts, law, translation, sections)).toEqual({
      factsCheckedAt: "2026-03-01",
      unconfirmed: 1,
      law,
      translation: { method: "machine", reviewer: null, date: "2026-11-21", staleSections: [sections[1]] },
    });
  });

  it("says nothing of a translation on a German page", () => {
    expect(trustOf([], law, null, sections)).toEqual({
      factsCheckedAt: null,
      unconfirmed: 0,
      law,
      translation: null,
    });
  });
});
