import { describe, expect, it } from "vitest";
import { fold } from "@/lib/search/words/rules";
import { excerpt, marksIn } from "./rules";

const finds =
  (...words: string[]) =>
  (text: string) =>
    words.includes(fold(text));
const marked = (text: string, ...words: string[]) =>
  marksIn(text, finds(...words)).map(([start, end]) => text.slice(start, end));

describe("marksIn", () => {
  it("marks words as they are written", () => {
    expect(marked("جَوَازُ سَفَرٍ <b>", "جواز")).toEqual(["جَوَازُ"]);
    expect(marked("Die Behörde, die BEHOERDE", "behorde")).toEqual(["Behörde", "BEHOERDE"]);
  });
});

describe("excerpt", () => {
  const text = `${"eins zwei drei ".repeat(20)}Fiktionsbescheinigung ${"vier fünf ".repeat(20)}`;
  it("is cut at words around what was found, and marks it there", () => {
    const line = excerpt(text, finds("fiktionsbescheinigung"));
    expect(line.text).toMatch(/^… (eins|zwei|drei) .* …$/);
    expect(line.text.length).toBeLessThan(190);
    expect(line.marks.map(([start, end]) => line.text.slice(start, end))).toEqual(["Fiktionsbescheinigung"]);
  });
  it("goes where most of the words stand together", () => {
    const far = `rot ${"eins zwei drei ".repeat(30)} rot blau ${"vier fünf ".repeat(30)}`;
    expect(excerpt(far, finds("rot", "blau")).text).toContain("rot blau");
  });
  it("is the beginning where nothing was found, and a short text as it is", () => {
    expect(excerpt(text, () => false).text).toMatch(/^eins/);
    expect(excerpt("kurz", finds("kurz"))).toEqual({ text: "kurz", marks: [[0, 4]] });
  });
  it("keeps isolated runs whole at the cut", () => {
    const isolated = `${"كلمة ".repeat(10)}\u2066§ 17 Abs. 1 BMG\u2069 ${"كلمة ".repeat(40)}`;
    for (let length = 40; length < 120; length += 3) {
      const signs = excerpt(isolated, finds("abs"), length).text.replace(/[^\u2066\u2069]/g, "");
      expect(signs).toMatch(/^(\u2066\u2069)*$/);
    }
  });
});
