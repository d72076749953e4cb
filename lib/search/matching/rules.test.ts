import { describe, expect, it } from "vitest";
import { getLexicon } from "@/lib/search/lexicon/queries";
import { qualities } from "@/lib/search/lexicon/rules";
import { wordOf } from "@/lib/search/words/rules";
import { alternatives, askedWords, guesses, likeliest, slips, slipsAllowed } from "./rules";
import type { Alternative, Candidate } from "./types";

const lexicon = getLexicon();
const candidates = (...words: string[]): Candidate[] =>
  words.map((shown, id) => ({ id, shown, entries: 1, ...wordOf(shown, lexicon.whole) }));
const first = (query: string) => {
  const [asked] = askedWords(query, lexicon);
  if (!asked) throw new Error(query);
  return asked;
};

describe("likeliest", () => {
  const [candidate] = candidates("Pass");
  if (!candidate) throw new Error();
  const many = Array.from(
    { length: 20 },
    (_, entries): Alternative => ({
      term: entries % 2,
      quality: entries / 20,
      candidate: { ...candidate, entries },
    }),
  );
  const more = [...many, ...many.map((one) => ({ ...one, term: 0, quality: 0.1 }))];
  it("keeps twelve for each of several words, the best and most frequent", () => {
    const kept = likeliest(more, 2);
    const own = kept.filter(({ term }) => term === 0);
    expect(own).toHaveLength(12);
    expect(own.slice(0, 9).map(({ quality }) => quality)).toEqual(
      [18, 16, 14, 12, 10, 8, 6, 4, 2].map((n) => n / 20),
    );
    expect(own.at(-1)?.candidate.entries).toBeGreaterThan(10);
    expect(kept.filter(({ term }) => term === 1)).toHaveLength(10);
  });
  it("keeps all of a single word", () => {
    expect(likeliest(more, 1)).toHaveLength(more.length);
  });
});

describe("askedWords", () => {
  const words = (query: string) => askedWords(query, lexicon).map(({ text }) => text);
  it("leaves out what every question has", () => {
    expect(words("كيف أجدد إقامتي؟")).toEqual(["أجدد", "إقامتي"]);
    expect(words("Wie lange darf ich im Ausland bleiben?")).toEqual(["Ausland", "bleiben"]);
    expect(words("Where can I get a visa?")).toEqual(["visa"]);
  });
  it("keeps small words when there is nothing else, each once, and no more than twelve", () => {
    expect(words("من في")).toEqual(["من", "في"]);
    expect(words("Pass PASS paß")).toEqual(["Pass"]);
    expect(words(" !? %_'")).toEqual([]);
    expect(words(Array.from({ length: 40 }, (_, index) => `wort${index}`).join(" "))).toHaveLength(12);
  });
});

describe("alternatives", () => {
  const quality = (query: string, shown: string) =>
    alternatives([first(query)], candidates(shown), lexicon)[0]?.quality ?? 0;
  it.each([
    ["جواز", "الجواز", qualities.exact],
    ["أولادي", "ولد", qualities.form],
    ["فيزا", "تأشيرة", qualities.meaning],
    ["Versicherung", "Krankenversicherung", qualities.part],
    ["Versicherungen", "Krankenversicherung", qualities.part],
    ["Pass", "Reisepass", qualities.meaning],
    ["Pass", "Ersatzpass", qualities.part],
    ["Pass", "Spaß", 0],
    ["Pass", "passiert", 0],
    ["amt", "Samt", 0],
    ["بطاقة", "طاقة", 0],
  ])("%s: %s counts %d", (query, shown, wanted) => expect(quality(query, shown)).toBe(wanted));

  it("an exact word counts more than a form, a form more than another word, that more than a slip", () => {
    const { exact, form, stem, meaning, part, slip } = qualities;
    expect([exact, form, stem, meaning, part, slip]).toEqual(
      [exact, form, stem, meaning, part, slip].sort((a, b) => b - a),
    );
  });
});

describe("guesses", () => {
  const guessed = (query: string, words: string[], typing = false) =>
    guesses(first(query), 0, candidates(...words), typing).map(({ candidate }) => candidate.shown);
  it("go to the word that is nearest", () => {
    expect(guessed("Fiktionsbescheiningung", ["Fiktionsbescheinigung", "Bescheinigung"])).toEqual([
      "Fiktionsbescheinigung",
    ]);
    expect(guessed("تأشييرة", ["تأشيرة", "إشارة"])).toEqual(["تأشيرة"]);
  });
  it("are not made of short words", () => {
    expect(guessed("ولد", ["بلد"])).toEqual([]);
    expect(guessed("Recht", ["Rechnung"])).toEqual([]);
  });
  it("take a word for the beginning of another only while it is being typed", () => {
    expect(guessed("fiktio", ["Fiktionsbescheinigung"], true)).toEqual(["Fiktionsbescheinigung"]);
    expect(guessed("fiktio", ["Fiktionsbescheinigung"])).toEqual([]);
  });
  it("find the parts of a compound when they make up most of it", () => {
    const parts = ["Aufenthaltsgestattung", "Verlängerung", "Aufenthalt"];
    expect(guessed("Aufenthaltsgestattungsverlängerung", parts).sort()).toEqual(parts.slice(0, 2));
    expect(guessed("Kuchenrezept", ["Rezept"])).toEqual([]);
  });
});

describe("slips", () => {
  it.each([
    ["pass", "pass", 0],
    ["paß", "pass", 2],
    ["termin", "temrin", 1],
    ["termin", "ternin", 1],
    ["termin", "termine", 1],
    ["", "abc", 3],
  ])("from %s to %s: %d", (one, other, wanted) => expect(slips(one, other)).toBe(wanted));
  it("of four letters only one that was left out is forgiven", () => {
    expect(slipsAllowed("اقمه", "اقامه")).toBe(1);
    expect(slipsAllowed("اقمه", "اقمت")).toBe(-1);
    expect(slipsAllowed("اقمه", "قيامه")).toBe(-1);
  });
  it("are forgiven from five letters on, two from eight on", () => {
    expect(["abcd", "abcde", "abcdefg", "abcdefgh", "116117"].map((word) => slipsAllowed(word))).toEqual([
      -1, 1, 1, 2, -1,
    ]);
  });
});
