import { describe, expect, it } from "vitest";
import { fold } from "@/lib/search/words/rules";
import { soundKey, soundKeysOfLatin } from "./rules";

describe("a German word in Arabic letters", () => {
  it.each([
    ["دولدونغ", "Duldung"],
    ["دولدونج", "Duldung"],
    ["انميلدونغ", "Anmeldung"],
    ["جوبسنتر", "Jobcenter"],
    ["أوسلندربهورده", "Ausländerbehörde"],
    ["شتاندسامت", "Standesamt"],
    ["كرانكنكاسه", "Krankenkasse"],
    ["فونغيلد", "Wohngeld"],
    ["شتاتسانغهوريشكايت", "Staatsangehörigkeit"],
    ["تسوزاتسفرزيشرونغ", "Zusatzversicherung"],
    ["تيرمين", "Termin"],
  ])("%s sounds like %s", (arabic, german) =>
    expect(soundKeysOfLatin(fold(german))).toContain(soundKey(fold(arabic))),
  );
  it("has no sound when it is short, or has no vowels in it like a verb", () => {
    expect(["امت", "رقصت", "اشتعلت", "pass", "2026"].map(soundKey)).toEqual(Array(5).fill(undefined));
    expect(soundKeysOfLatin("pass")).toEqual([]);
  });
  it("is another one than a word with other consonants", () => {
    expect(soundKeysOfLatin("anmeldung")).not.toContain(soundKey("دولدونغ"));
  });
});
