import { describe, expect, it } from "vitest";
import {
  approvalText,
  countriesOf,
  isSensitive,
  longestWay,
  publicAnswers,
  shapeFaults,
  walk,
  waysThrough,
} from "./rules";
import { checkSchema, countryClassSchema } from "./schema";
import type { CountryClass, Tree } from "./types";

const said = (text: string) => ({ de: text, ar: text, en: text });

const classes: CountryClass[] = [
  { id: "near", countries: ["FR", "PL"] },
  { id: "far", countries: ["EG"] },
].map((each) =>
  countryClassSchema.parse({
    ...each,
    law: "§ 4 Abs. 1 AufenthG",
    status: "confirmed",
    source: { title: "Quelle", url: "https://example.org/" },
    verifiedAt: "2026-11-21",
    reviewBy: "2027-05-01",
  }),
);
const countries = countriesOf(classes);

const outcome = (id: string) => ({
  id,
  verdict: "yes",
  title: said(id),
  text: said(id),
  uncertain: said(id),
  decides: said(id),
  steps: said(id),
  laws: ["§ 4 Abs. 1 AufenthG"],
  book: null,
});

const answer = (id: string, next: unknown) => ({ id, label: said(id), next });

/** Three questions and three outcomes; the second question decides together with the first. */
function tree(
  change: (draft: Record<string, unknown> & { questions: unknown[]; outcomes: unknown[] }) => void = () => {},
): Tree {
  const draft = {
    order: 1,
    title: said("Titel"),
    description: said("Satz"),
    keywords: { de: [], ar: [], en: [] },
    law: "§ 4 Abs. 1 AufenthG",
    guides: ["entry-and-visa"],
    sources: [{ title: "Quelle", url: "https://example.org/", retrieved: "2026-11-21" }],
    translation: {
      ar: { method: "machine", reviewer: null, date: "2026-11-21", sections: {} },
      en: { method: "machine", reviewer: null, date: "2026-11-21", sections: {} },
    },
    start: "country",
    questions: [
      {
        id: "country",
        ask: said("Land?"),
        countries: { near: "stay", far: "stay" },
        answers: [answer("none", "why")],
      },
      {
        id: "stay",
        ask: said("Wie lange?"),
        answers: [
          answer("short", [{ when: { country: ["near"] }, go: "free" }, { go: "visa" }]),
          answer("long", "why"),
        ],
      },
      {
        id: "why",
        ask: said("Warum?"),
        sensitive: true,
        answers: [answer("work", "visa"), answer("rest", "advice")],
      },
    ],
    outcomes: ["free", "visa", "advice"].map(outcome),
  };
  change(draft);
  return checkSchema.parse(draft);
}

describe("walk", () => {
  const at = (answers: Record<string, string>) => {
    const { at: place, steps, wrong } = walk(tree(), answers, countries);
    const id = place.kind === "outcome" ? place.outcome.id : place.question.id;
    return `${steps.length} ${id}${wrong ? " wrong" : ""}`;
  };
  it("goes as far as the answers reach, a country by its class", () => {
    expect(at({})).toBe("0 country");
    expect(at({ country: "FR" })).toBe("1 stay");
    expect(at({ country: "FR", stay: "short" })).toBe("2 free");
    expect(at({ country: "EG", stay: "short" })).toBe("2 visa");
    expect(at({ country: "none", why: "rest" })).toBe("2 advice");
  });
  it("leaves out answers that were not asked for", () => {
    expect(at({ country: "FR", why: "work", other: "x", stay: "short" })).toBe("2 free");
    expect(at({ stay: "short" })).toBe("0 country");
  });
  it("stops at what is no answer, and says so", () => {
    expect(at({ country: "XX" })).toBe("0 country wrong");
    expect(at({ country: "near" })).toBe("0 country wrong");
    expect(at({ country: "FR", stay: "" })).toBe("1 stay wrong");
    expect(at({ country: "__proto__" })).toBe("0 country wrong");
    expect(at(JSON.parse('{"__proto__": "FR", "constructor": "x"}'))).toBe("0 country");
  });
});

describe("sensitive answers", () => {
  it("are taken from no address", () => {
    expect(publicAnswers(tree(), { country: "FR", why: "work" })).toEqual({ country: "FR" });
  });
  it("hide the way from their question on", () => {
    const steps = (answers: Record<string, string>) => walk(tree(), answers, countries);
    const before = steps({ country: "FR" });
    expect(isSensitive(before.steps, before.at.kind === "question" ? before.at.question : null)).toBe(false);
    const asked = steps({ country: "none" });
    expect(isSensitive(asked.steps, asked.at.kind === "question" ? asked.at.question : null)).toBe(true);
    expect(isSensitive(steps({ country: "none", why: "work" }).steps, null)).toBe(true);
  });
});

describe("waysThrough", () => {
  it("takes every answer and every class once", () => {
    const { ways, faults } = waysThrough(tree());
    expect(faults).toEqual([]);
    expect(
      ways.map(({ answers, outcome: end }) => `${answers.map((each) => each.answer).join(" ")} ${end}`),
    ).toEqual([
      "near short free",
      "near long work visa",
      "near long rest advice",
      "far short visa",
      "far long work visa",
      "far long rest advice",
      "none work visa",
      "none rest advice",
    ]);
    expect([longestWay(ways, []), longestWay(ways, ["none"]), longestWay(ways, ["near", "short"])]).toEqual([
      3, 2, 2,
    ]);
  });
});

describe("shapeFaults", () => {
  const faults = (change: Parameters<typeof tree>[0]) => shapeFaults(tree(change), classes);
  it("keeps the name of the section that the title makes to it", () => {
    expect(faults((draft) => draft.outcomes.push(outcome("head")))).toContain("head stands twice");
  });
  it("finds nothing wrong with a tree that ends everywhere", () => {
    expect(faults(() => {})).toEqual([]);
  });
  it("finds circles, dead ends, and what no way reaches", () => {
    const why = (next: string) => (draft: { questions: unknown[] }) => {
      draft.questions[2] = {
        id: "why",
        ask: said("?"),
        answers: [answer("work", "visa"), answer("rest", next)],
      };
    };
    expect(faults(why("country"))).toContain(
      "country is asked twice on one way: country=near stay=long why=rest",
    );
    expect(faults(why("nowhere"))).toContain("“nowhere” is neither a question nor an outcome");
    expect(faults(why("visa"))).toEqual(["no way leads to the outcome advice"]);
  });
  it("finds classes of countries without an answer and conditions that mean nothing", () => {
    expect(
      faults((draft) => {
        draft.questions[0] = { id: "country", ask: said("?"), countries: { near: "stay", moon: "why" } };
      }),
    ).toEqual(
      expect.arrayContaining(["country: the class far leads nowhere", "country: there is no class moon"]),
    );
    expect(
      faults((draft) => {
        draft.questions[1] = {
          id: "stay",
          ask: said("?"),
          answers: [
            answer("short", [{ when: { country: ["moon"] }, go: "free" }, { go: "visa" }]),
            answer("long", "why"),
          ],
        };
      }),
    ).toEqual(
      expect.arrayContaining([
        "a condition asks for country=moon, which is no answer",
        "stay=short: no way takes the rule that leads to free",
      ]),
    );
  });
  it("finds an outcome that leaves a reader with nothing to do", () => {
    expect(
      faults((draft) => {
        draft.outcomes[0] = { ...outcome("free"), steps: undefined };
      }),
    ).toEqual(["free has neither documents nor steps"]);
  });
});

describe("approvalText", () => {
  it("has every way with its end, every outcome with its law, and the class of every country", () => {
    const lines = approvalText(tree(), classes).split("\n");
    expect(lines).toContain("country=near stay=long why=work => visa");
    expect(lines).toContain("free: yes | § 4 Abs. 1 AufenthG | no documents | no appointment");
    expect(lines).toContain("## Ways (8)");
    expect(lines.slice(-4)).toEqual(["EG far", "FR near", "PL near", ""]);
  });
});
