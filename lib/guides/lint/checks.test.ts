import { describe, expect, it } from "vitest";
import { waysThrough } from "@/lib/checks/rules";
import type { CheckSource, Tree } from "@/lib/checks/types";
import { loadContent } from "@/lib/guides/content/queries";
import { checkTrees } from "./checks";

const { content } = loadContent();
const today = "2026-11-21";
const faultsOf = (checked = content) => checkTrees(checked, today).map(({ message }) => message);

/** What is found when the tree of one check is another one. */
function faultsWith(slug: string, change: (tree: Tree) => void): string[] {
  const checks = content.checks.map((check): CheckSource => {
    if (check.slug !== slug) return check;
    const tree = structuredClone(check.tree);
    change(tree);
    return { ...check, tree };
  });
  return faultsOf({ ...content, checks });
}

const how = "(npm run content -- --approve visa, after having read it against the law)";

/** One answer of a question of a tree. */
function answerOf(tree: Tree, question: string, answer: string) {
  const found = tree.questions.find(({ id }) => id === question)?.answers.find(({ id }) => id === answer);
  if (!found) throw new Error(`no ${question}=${answer}`);
  return found;
}

describe("the checks there are", () => {
  it("lead on every way to an outcome that somebody approved", () => {
    expect(content.checks.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(["visa", "travel-document"]),
    );
    for (const { tree, approved, slug } of content.checks) {
      const { ways, faults } = waysThrough(tree);
      expect(faults, slug).toEqual([]);
      expect(approved, slug).toContain(`## Ways (${ways.length})`);
    }
    expect(faultsOf()).toEqual([]);
  });
  it("cite a law at every outcome", () => {
    for (const { tree } of content.checks) {
      for (const { id, laws } of tree.outcomes) expect(laws.length, id).toBeGreaterThan(0);
    }
  });
});

describe("what nobody approved", () => {
  it("is found when an answer leads elsewhere", () => {
    const faults = faultsWith("visa", (tree) => {
      answerOf(tree, "schengen-title", "no").next = "schengen-residents";
    });
    expect(faults).toContain(
      `not approved: nationality=visa-required stay=short short-purpose=visit schengen-title=no => schengen-residents ${how}`,
    );
    expect(faults).toContain(
      `approved, but not so any more: nationality=visa-required stay=short short-purpose=visit schengen-title=no => schengen-visa ${how}`,
    );
  });
  it("is found when an outcome says something else, or rests on another law", () => {
    const faults = faultsWith("visa", (tree) => {
      const outcome = tree.outcomes.find(({ id }) => id === "german");
      if (outcome) Object.assign(outcome, { verdict: "yes", laws: ["§ 4 Abs. 1 AufenthG"] });
    });
    expect(faults).toContain(
      `not approved: german: yes | § 4 Abs. 1 AufenthG | no documents | no appointment ${how}`,
    );
  });
  it("is found when a country moves to another class, or stands in two", () => {
    const moved = content.countries.map((each) => ({
      ...each,
      countries: [...each.countries.filter((code) => code !== "EG"), ...(each.id === "eea" ? ["EG"] : [])],
    }));
    expect(faultsOf({ ...content, countries: moved })).toContain(`not approved: EG eea ${how}`);
    const twice = content.countries.map((each) => ({
      ...each,
      countries: each.id === "eea" ? [...each.countries, "EG"] : each.countries,
    }));
    expect(faultsOf({ ...content, countries: twice })).toContain("EG stands in more than one class");
  });
  it("is found when there is no approval at all", () => {
    const checks = content.checks.map((check) => ({ ...check, approved: null }));
    expect(faultsOf({ ...content, checks })).toContain(`nobody has approved where it leads ${how}`);
  });
});

describe("what an outcome names", () => {
  it("is there: laws, documents, concerns and guides", () => {
    const faults = faultsWith("visa", (tree) => {
      const outcome = tree.outcomes.find(({ id }) => id === "german");
      if (outcome)
        Object.assign(outcome, {
          documents: ["nothing"],
          book: "nowhere",
          guides: ["none"],
          laws: ["§ 2 Nix"],
        });
    });
    expect(faults).toEqual(
      expect.arrayContaining([
        "german: there is no document “nothing” in content/documents.yaml",
        "german: no office has the concern “nowhere”",
        "german: there is no guide “none”",
        expect.stringContaining("§ 2 Nix"),
      ]),
    );
  });
});

describe("countries", () => {
  it("say when their class should have been looked at again", () => {
    const late = checkTrees(content, "2027-02-02").map(({ message, severity }) => `${severity}: ${message}`);
    expect(late).toContain("warning: visa-required should have been reviewed by 2027-02-01");
  });
});
