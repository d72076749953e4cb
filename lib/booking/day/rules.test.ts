import { describe, expect, it } from "vitest";
import { parseDay, readSearch } from "./rules";

describe("a day in an address", () => {
  it.each(["2027-01-13", "2028-02-29"])("is read: %s", (text) => {
    expect(parseDay(text)?.toString()).toBe(text);
  });
  it.each(["", "today", "2027-02-29", "2027-13-01", "2027-1-3", "2027-01-13T10:00", "20270113", "../etc"])(
    "is none: %j",
    (text) => {
      expect(parseDay(text)).toBeNull();
    },
  );
});

describe("what is searched for", () => {
  it.each<[string, string[], string | null]>([
    ["  anna  muster ", ["anna", "muster"], "ANNAMUSTER"],
    ["al-hamad", ["al", "hamad"], "A1HAMAD"],
    ["HA-1o2i", ["HA", "1o2i"], "HA1021"],
    ["لي", ["لي"], null],
    ["Jö", ["Jö"], null],
    ["ab", ["ab"], null],
  ])("in %j", (text, words, reference) => {
    expect(readSearch(text)).toEqual({ words, reference });
  });
  it.each(["", " ", "a", "---", " a - "])("is nothing in %j", (text) => {
    expect(readSearch(text)).toBeNull();
  });
});
