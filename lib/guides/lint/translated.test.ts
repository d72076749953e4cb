import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseCheck } from "@/lib/checks/source/queries";
import { loadContent } from "@/lib/guides/content/queries";
import { checkLegal, checkTranslations } from "./freshness";
import { checkParity } from "./parity";

const { content } = loadContent();
const file = "content/checks/visa.yaml";
const source = readFileSync(file, "utf8");

/** What is found in the check on visas when its file reads otherwise. */
function linesWith(...changes: [string | RegExp, string][]): string[] {
  const changed = changes.reduce((text, [from, to]) => {
    expect(text.search(from)).toBeGreaterThan(-1);
    return text.replace(from, to);
  }, source);
  const { value, problems } = parseCheck(changed, file, "visa");
  expect(problems).toEqual([]);
  if (!value) throw new Error();
  const checked = { ...content, guides: [], services: [], checks: [{ ...value, approved: null }] };
  return [checkTranslations, checkLegal, checkParity]
    .flatMap((check) => check(checked, "2026-11-21"))
    .map(({ file: where, severity, message }) => `${where}: ${severity}: ${message}`);
}

const changed = (locale: string, id: string) =>
  `${file}: warning: ${locale}: section ${id}: the German text has changed since it was translated`;
const hash = (id: string) => new RegExp(`\\b${id}: "?[0-9a-f]{16}"?`);

describe("translations of a check", () => {
  it("are of the German text as it stands", () => {
    const all = [checkTranslations, checkLegal].flatMap((check) => check(content, "2026-11-21"));
    expect(all.filter((problem) => problem.file.startsWith("content/checks/"))).toEqual([]);
    expect(linesWith()).toEqual([]);
  });

  it.each([
    ["a question", "stay", "de: Wie lange wollen Sie bleiben?", "de: Wie lange möchten Sie bleiben?"],
    ["an answer to it", "stay", "de: Länger, oder ich will in", "de: Länger, denn ich will in"],
    ["what explains it", "stay", "de: Für kurze Reisen zählt jeder Tag", "de: Für Reisen zählt jeder Tag"],
    [
      "an outcome",
      "german",
      "de: An der Grenze prüft die Bundespolizei",
      "de: An der Grenze prüft die Polizei",
    ],
    ["the title", "head", "de: Brauche ich ein Visum?", "de: Muss ich ein Visum haben?"],
  ])("are older where the German words of %s have changed since", (_, id, from, to) => {
    expect(linesWith([from, to])).toEqual([changed("ar", id), changed("en", id)]);
  });

  it("are not, where something else has changed", () => {
    const german = "Sie haben einen deutschen Pass. Damit dürfen Sie jederzeit einreisen";
    expect(
      linesWith(
        ["en: How long do you want to stay?", "en: For how long do you want to stay?"],
        ["next: short-purpose", "next: long-purpose"],
        ["order: 10", "order: 11"],
        [german, german.replace("Damit ", "Damit\n        ")],
      ),
    ).toEqual([]);
  });

  it("need a hash of each question and outcome, and none of what is not there", () => {
    expect(linesWith([hash("stay"), `gone: "0123456789abcdef"`])).toEqual([
      `${file}: error: ar: section stay: no hash of the German text (npm run content -- --fix)`,
      `${file}: error: ar: translation.sections: there is no section gone`,
    ]);
  });

  it("give way to the German text where a change of the law is not in them, whose facts may differ meanwhile", () => {
    const law: [string, string] = ["order: 10", "order: 10\nlegal: { german: 2027-01-01 }"];
    const fact: [string, string] = [
      "Damit dürfen Sie jederzeit einreisen",
      'Damit dürfen Sie <Fact id="schengen.stay"/> einreisen',
    ];
    const overtaken = "a change of the law of 2027-01-01 is not in it; readers see the German text";
    expect(linesWith(law, fact)).toEqual([
      `${file}: warning: ar: section german: ${overtaken}`,
      `${file}: warning: en: section german: ${overtaken}`,
    ]);
    // The control: without the mark the translations would have to have the fact.
    expect(linesWith(fact).filter((line) => line.includes("lacks schengen.stay"))).toHaveLength(2);
    // A mark alone does no harm.
    expect(linesWith(law)).toEqual([]);
  });

  it("know no change of the law in what is not there, or in the title", () => {
    expect(linesWith(["order: 10", "order: 10\nlegal: { head: 2027-01-01, gone: 2027-01-01 }"])).toEqual([
      `${file}: error: legal: the section head holds no law`,
      `${file}: error: legal: there is no section gone`,
    ]);
  });
});
