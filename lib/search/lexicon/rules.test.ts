import { describe, expect, it } from "vitest";
import { wordOf } from "@/lib/search/words/rules";
import { getLexicon } from "./queries";
import { isFormOf, likeness, makeLexicon, qualities, relatives } from "./rules";

const none = { ar: [], de: [], en: [] };
const lexicon = makeLexicon({
  stopWords: none,
  whole: [],
  apart: [["عمل", "عملة"]],
  forms: [
    ["طالب", "طلاب", "طلبة"],
    ["ولد", "أولاد"],
  ],
  meanings: [["passport", "travel document", "pass"]],
});
const word = (text: string) => wordOf(text);

describe("likeness", () => {
  it.each([
    ["إقامة", "الإقامة", qualities.exact],
    ["إقامة", "إقامات", qualities.form],
    ["زوجته", "زوجات", qualities.stem],
    ["عمل", "عملة", 0],
    ["عملات", "عمل", 0],
    ["العمل", "عمل", qualities.exact],
    ["جواز", "زواج", 0],
  ])("%s and %s: %d", (one, other, wanted) => expect(likeness(word(one), word(other), lexicon)).toBe(wanted));

  it("takes words for forms that must be kept apart, without the list (negative control)", () => {
    expect(likeness(word("عمل"), word("عملة"), { apart: [] })).toBeGreaterThan(0);
  });
});

describe("relatives", () => {
  const of = (text: string) => relatives(word(text), lexicon).map((one) => one.word.word);
  it("are the other words of the family, for inflected words too", () => {
    expect(of("أولادي")).toEqual(["ولد"]);
    expect(of("passports")).toEqual(["pass"]);
  });
  it("are reached in two steps over a form, but not over two meanings", () => {
    const of = (text: string) => relatives(word(text), getLexicon()).map((one) => one.word.word);
    expect(of("أجدد")).toEqual(expect.arrayContaining(["تجديد", "تمديد"]));
    expect(of("ورقة")).not.toContain("جواز");
  });
  it("are none for a word that only looks like a member without its ending", () => {
    expect(of("طلب")).toEqual([]);
    expect(isFormOf(word("الطلبة"), word("طلبة"), lexicon)).toBe(true);
    expect(isFormOf(word("طلب"), word("طلبة"), lexicon)).toBe(false);
  });
});

describe("content/search.yaml", () => {
  it("can be read, and every family has two words or more", () => {
    const { families, stopWords } = getLexicon();
    expect(families.length).toBeGreaterThan(100);
    expect(families.filter(({ words }) => words.length < 2 && words[0]?.word !== "passport")).toEqual([]);
    expect(stopWords.has("من")).toBe(true);
  });
});
