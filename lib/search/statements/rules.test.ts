import { describe, expect, it } from "vitest";
import { statementsOf } from "./rules";
import type { Read } from "./types";

const text = (words: string): Read => ({ text: words, fact: null, prose: true, after: null });
const fact = (id: string, words: string): Read => ({ text: words, fact: id, prose: false, after: null });
const law = (words: string): Read => ({ text: words, fact: null, prose: false, after: null });
const end = (after: Read["after"]): Read => ({ text: " ", fact: null, prose: false, after });

const cells = (...all: Read[][]) => [...all.flatMap((cell) => [...cell, end("cell")]), end("row")];

describe("statementsOf", () => {
  it("names what stands in a table by its row and the head of its column", () => {
    const table = [
      ...cells([text("Wofür?")], [text("Gebühr")], [text("Frist")]),
      ...cells([text("Karte")], [fact("fee", "100 €")], [text("nach "), fact("time", "3 Tagen")]),
      ...cells([text("… für Kinder")], [fact("half", "50 €")], [text("–")]),
      ...cells([text("über "), fact("age", "24 Jahre")], [text("–")], [text("–")]),
      end("table"),
    ];
    expect(statementsOf(table)).toEqual([
      { fact: "fee", label: "Karte – Gebühr", sentence: "" },
      { fact: "time", label: "Karte – Frist", sentence: "nach 3 Tagen" },
      { fact: "half", label: "Karte für Kinder – Gebühr", sentence: "" },
    ]);
  });

  it("takes the name from before a colon, and otherwise the sentence", () => {
    const prose = [
      text("Antrag: "),
      fact("days", "45 Tage"),
      end("block"),
      text("Das gilt immer. Sie brauchen "),
      fact("months", "60 Monate"),
      text(" Beiträge "),
      law("§ 9 Abs. 2 AufenthG"),
      text(". Mehr steht z. B. hier: "),
      fact("site", "example.org"),
      text(", wenn es geht."),
      end("block"),
    ];
    expect(statementsOf(prose)).toEqual([
      { fact: "days", label: "Antrag", sentence: "" },
      { fact: "months", label: "", sentence: "Sie brauchen 60 Monate Beiträge § 9 Abs. 2 AufenthG." },
      {
        fact: "site",
        label: "Mehr steht z. B. hier",
        sentence: "Mehr steht z. B. hier: example.org, wenn es geht.",
      },
    ]);
  });

  it("takes a number with a point for an ordinal", () => {
    const prose = [
      text("Kinder sind bis zum "),
      fact("age", "18"),
      text(". Geburtstag dabei."),
      end("block"),
    ];
    expect(statementsOf(prose)).toEqual([
      { fact: "age", label: "", sentence: "Kinder sind bis zum 18. Geburtstag dabei." },
    ]);
  });

  it("reads Arabic by its own marks", () => {
    const prose = [text("هل تنتظر؟ تنتظر "), fact("x", "3 أشهر"), text(". ثم تذهب."), end("block")];
    expect(statementsOf(prose)).toEqual([{ fact: "x", label: "", sentence: "تنتظر 3 أشهر." }]);
  });
});
