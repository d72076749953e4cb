import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getOffice } from "../queries";
import { rangesOfSurname } from "./rules";

// The ranges of Erlangen, as its file has them.
const ranges = getOffice("erlangen")?.contact.lines ?? [];
const named = ({ from, to }: { from: string; to: string }) => `${from}–${to}`;

function found(surname: string): string {
  const answer = rangesOfSurname(ranges, surname);
  if (!answer) return "none";
  return answer.ranges.map(({ range, beginnings }) => [named(range), ...beginnings].join(" ")).join(" | ");
}
const hintsOf = (surname: string) => rangesOfSurname(ranges, surname)?.hints ?? [];

describe("the responsible line of a name in Latin letters", () => {
  it.each([
    ["Ali", "A–C"],
    ["Çelik", "A–C"],
    ["Demir", "D–J"],
    ["İbrahim", "D–J"],
    ["Khalil", "K–M"],
    ["Müller", "K–M"],
    ["Łukasz", "K–M"],
    ["Nasser", "N–Schar"],
    ["Özdemir", "N–Schar"],
    ["Şahin", "N–Schar"],
    ["Sabbagh", "N–Schar"],
    ["Schaar", "N–Schar"],
    ["Schar", "N–Schar"],
    ["Scharf", "N–Schar"],
    ["Schas", "Schas–Z"],
    ["Schatz", "Schas–Z"],
    ["Schmidt", "Schas–Z"],
    ["Sharif", "Schas–Z"],
    ["Şen", "Schas–Z"],
    ["Zaid", "Schas–Z"],
    ["de Haan", "D–J"],
    ["O’Neill", "N–Schar"],
  ])("%s: %s", (surname, line) => {
    expect(found(surname)).toBe(line);
    expect(hintsOf(surname)).toEqual([]);
  });

  it.each([
    ["Schäs", "N–Schar Schae | Schas–Z Schas", ["umlaut"]],
    ["von der Leyen", "Schas–Z V | K–M L", ["particle"]],
    ["Al-Masri", "A–C A | K–M M", ["article"]],
    ["El Khatib", "D–J E | K–M Kh", ["article"]],
    ["S", "N–Schar | Schas–Z", ["short"]],
    ["Sch", "N–Schar | Schas–Z", ["short"]],
  ])("%s may be %s", (surname, lines, hints) => {
    expect(found(surname)).toBe(lines);
    expect(hintsOf(surname)).toEqual(hints);
  });

  it.each(["ۻاسر", "بۻر", "ݐر", "", " ", "123", "١٢", "–", "Иванов", "王"])("%j has none", (text) => {
    expect(found(text)).toBe("none");
  });
});

describe("the responsible line of a name in Arabic letters", () => {
  it.each([
    ["أحمد", "A–C"],
    ["احمد", "A–C"],
    ["عبد الله", "A–C"],
    ["عباس", "A–C"],
    ["أبو زيد", "A–C"],
    // G, J, Dj and Dsch are all in one range.
    ["جمال", "D–J"],
    ["حسن", "D–J"],
    ["غانم", "D–J"],
    ["إبراهيم", "D–J"],
    ["كريم", "K–M"],
    ["مُحَمَّد", "K–M"],
    ["محمـــد", "K–M"],
    ["نصر", "N–Schar"],
    ["سالم", "N–Schar"],
    ["عثمان", "N–Schar O | Schas–Z U"],
    ["سليمان", "Schas–Z"],
    ["زيدان", "Schas–Z"],
    ["خليل", "K–M K | A–C Ch"],
    ["قاسم", "N–Schar Q | K–M K | D–J G"],
    ["ياسين", "Schas–Z Y | D–J I J"],
    ["شامي", "Schas–Z Sh | N–Schar Sch | A–C Ch"],
    ["المصري", "A–C A | D–J E | K–M M"],
    ["الحسن", "A–C A | D–J E H"],
    // Letters of Kurdish, Urdu and Pashto, and of keyboards that are made for them.
    ["ھاشم", "D–J"],
    ["ہاشمی", "D–J"],
    ["ئاراس", "A–C"],
    ["ئەحمەد", "A–C A | N–Schar O | Schas–Z U | D–J E"],
    ["ڕۆژ", "N–Schar"],
    ["ډار", "D–J"],
    ["ګل", "D–J"],
  ])("%s: %s", (surname, lines) => {
    expect(found(surname)).toBe(lines);
  });

  it("says what makes it uncertain, and nothing where all spellings lead to one line", () => {
    expect(hintsOf("المصري")).toEqual(["article", "spelling"]);
    expect(hintsOf("خليل")).toEqual(["spelling"]);
    expect(hintsOf("جمال")).toEqual([]);
  });
});

describe("every name", () => {
  const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");
  it("of five Latin letters has exactly one line, the one that the alphabet says", () => {
    fc.assert(
      fc.property(fc.array(letter, { minLength: 5, maxLength: 12 }), (letters) => {
        const name = letters.join("");
        const answer = rangesOfSurname(ranges, name);
        expect(answer?.ranges).toHaveLength(1);
        const expected = ranges.filter(({ from }) => from.toLowerCase() <= name).at(-1);
        expect(answer?.ranges[0]?.range).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps the lines of its beginnings: more letters never lead elsewhere", () => {
    fc.assert(
      fc.property(fc.array(letter, { minLength: 2, maxLength: 6 }), (letters) => {
        const linesOf = (text: string) =>
          (rangesOfSurname(ranges, text)?.ranges ?? []).map(({ range }) => named(range));
        const whole = linesOf(letters.join(""));
        for (let length = 1; length < letters.length; length += 1)
          expect(linesOf(letters.slice(0, length).join(""))).toEqual(expect.arrayContaining(whole));
      }),
    );
  });

  it("in Arabic letters leads to a line whatever its letters are, and names beginnings that lead there", () => {
    const arabic = fc.constantFrom(..."ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآ");
    fc.assert(
      fc.property(fc.array(arabic, { minLength: 2, maxLength: 7 }), (letters) => {
        const answer = rangesOfSurname(ranges, letters.join(""));
        expect(answer?.ranges.length).toBeGreaterThan(0);
        for (const { range, beginnings } of answer?.ranges ?? [])
          for (const beginning of beginnings) {
            const again = rangesOfSurname(ranges, beginning);
            expect(again?.ranges.map((each) => each.range)).toContain(range);
          }
      }),
    );
  });

  it("has no line where an office leaves a part of the alphabet out", () => {
    const some = [{ from: "A", to: "C" }];
    expect(rangesOfSurname(some, "Demir")).toBeNull();
    expect(rangesOfSurname(some, "Cohen")?.ranges).toHaveLength(1);
  });
});
