import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, tokens, wordOf } from "./rules";

describe("fold", () => {
  it.each([
    // Letters that are written in several ways.
    ["أسرة", "اسره"],
    ["آخر", "اخر"],
    ["لاجئ", "لاجي"],
    ["لاجيء", "لاجي"],
    ["مسئول", "مسوول"],
    ["مسؤول", "مسوول"],
    ["مستشفى", "مستشفي"],
    // Vowel signs and stretching.
    ["السَّفَرُ", "السفر"],
    ["تـــصريح", "تصريح"],
    ["ﻻجئ", "لاجي"],
    // Digits.
    ["٢٨", "28"],
    ["۲۸", "28"],
    // Umlauts, with dots, without, and written out.
    ["Ausländerbehörde", "auslanderbehorde"],
    ["Auslaenderbehoerde", "auslanderbehorde"],
    ["AUSLANDERBEHORDE", "auslanderbehorde"],
    ["Paß", "pass"],
    ["Straße", "strasse"],
    ["Café", "cafe"],
  ])("%s becomes %s", (text, wanted) => expect(fold(text)).toBe(wanted));

  it.each(["اأإآىيةهؤئءوـلبتمسش٣", "äöüßaeouABé7"])("leaves what is folded alone: %s", (letters) => {
    const words = fc.string({ unit: fc.constantFrom(...letters) });
    fc.assert(
      fc.property(words, (word) => fold(fold(word)) === fold(word)),
      { numRuns: 1000 },
    );
  });
});

describe("wordOf", () => {
  const whole = ["بطاق", "وثيق", "الغا"];
  it.each([
    ["الإقامة", "اقامه"],
    ["والإقامة", "اقامه"],
    ["بالإقامة", "اقامه"],
    ["كالإقامة", "اقامه"],
    ["للإقامة", "اقامه"],
    ["فالجواز", "جواز"],
    ["فبالموعد", "موعد"],
    // No articles.
    ["إلغاء", "الغا"],
    ["الغاء", "الغا"],
    ["ألمانيا", "المانيا"],
    ["إلى", "الي"],
  ])("%s without its article is %s", (text, wanted) => expect(wordOf(text, whole).word).toBe(wanted));

  it.each([
    ["إقامتي", "اقامه"],
    ["إقامات", "اقامه"],
    ["طلبات", "طلب"],
    ["بجواز", "جواز"],
    ["وبجواز", "جواز"],
    ["للجوء", "لجوء"],
    ["سنداتهم", "سند"],
    ["قانونية", "قانوني"],
    ["لاجئين", "لاجي"],
    ["طبيبًا", "طبيب"],
    // Two letters and a ta marbuta; a verb of the past.
    ["سنتين", "سنه"],
    ["لغتي", "لغه"],
    ["قدمت", "قدم"],
    ["رفضوا", "رفض"],
    ["Verlängerungen", "verlangerung"],
    ["Karten", "karte"],
    ["countries", "country"],
  ])("%s shares the key %s", (text, key) => expect(wordOf(text, whole).keys).toContain(key));

  it.each([
    ["بطاقة", "طاقه"],
    ["وثيقة", "ثيقه"],
    ["ولد", "لد"],
    ["Pass", "pas"],
    ["تأمينات", "تام"],
  ])("%s does not share the key %s", (text, key) => expect(wordOf(text, whole).keys).not.toContain(key));

  it("reads a word that only begins like a whole one in both ways", () => {
    const { word, keys } = wordOf("والدفع", ["والد"]);
    expect(word).toBe("والدفع");
    expect(keys).toContain("دفع");
  });

  it("keeps numbers whole", () => expect(wordOf("116117").keys).toEqual(["116117"]));
});

describe("tokens", () => {
  it("say where each word stands in the text as it is written", () => {
    const text = "«جَوازُ السَّفَر» (\u2066§ 25 Abs. 2\u2069)";
    expect(tokens(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "جَوازُ",
      "السَّفَر",
      "25",
      "Abs",
      "2",
    ]);
  });
});
