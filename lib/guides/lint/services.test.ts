import { describe, expect, it } from "vitest";
import { getContent } from "@/lib/guides/content/queries";
import type { CompleteService } from "@/lib/services/types";
import { checkContent } from "./rules";
import type { Checked } from "./types";

const today = "2026-11-21";
const slug = "family-reunification-to-foreigners";

/** The content as it is, with one thing changed in a service that a city adds to. */
function changed(change: (service: CompleteService, content: Checked) => void): string[] {
  const content: Checked = structuredClone(getContent());
  const service = content.services.find((each) => each.slug === slug);
  if (!service?.data || !service.de || !service.ar || !service.en) throw new Error(slug);
  change(service as CompleteService, content);
  return checkContent(content, today)
    .filter(({ severity }) => severity === "error")
    .map(({ file, message }) => `${file.replace(`content/services/${slug}/`, "")}: ${message}`);
}

const supplementOf = ({ supplements }: CompleteService) => {
  const [supplement] = supplements;
  if (!supplement?.data || !supplement.ar || !supplement.de) throw new Error();
  return { ...supplement, data: supplement.data, ar: supplement.ar, de: supplement.de };
};

describe("services", () => {
  it("are content without an error", () => {
    expect(changed(() => {})).toEqual([]);
  });

  it.each<[string, (service: CompleteService) => void, string]>([
    ["a fee", ({ data }) => (data.fees[0] = label("no.such")), "service.yaml: there is no fact “no.such”"],
    [
      "a fee that is a level",
      ({ data }) => (data.fees[0] = label("family.language-level")),
      "service.yaml: “family.language-level” is of the unit level",
    ],
    ["a document", ({ data }) => data.documents.push("none"), "service.yaml: there is no document “none”"],
    ["an office", ({ data }) => data.offices.push("none"), "service.yaml: there is no office “none”"],
    ["a guide", ({ data }) => data.guides.push("none"), "service.yaml: there is no guide “none”"],
    ["a concern", ({ data }) => data.concerns.push("none"), "service.yaml: there is no concern “none”"],
    ["a service", ({ data }) => data.related.push(slug), `service.yaml: there is no other service “${slug}”`],
    ["a law", ({ data }) => data.laws.push("§ 1 XyzG"), "service.yaml: laws: “§ 1 XyzG” names no statute"],
    [
      "a document of a supplement",
      (service) => supplementOf(service).data.documents.push("none"),
      "supplements/erlangen/supplement.yaml: there is no document “none”",
    ],
    [
      "an office of a supplement",
      ({ data }) => data.offices.splice(data.offices.indexOf("erlangen"), 1),
      "supplements/erlangen: service.yaml does not name the office erlangen",
    ],
    [
      "an address that is a fee",
      (service) => Object.assign(supplementOf(service).data.online[0] ?? {}, { link: "fees.first-issue" }),
      "supplements/erlangen/supplement.yaml: “fees.first-issue” is of the unit EUR",
    ],
  ])("name what is there: %s", (_, change, message) => {
    expect(
      changed((service) => void change(service)).filter((line) => line.startsWith(message)),
    ).toHaveLength(1);
  });

  it("have every module in its order, in every language", () => {
    const lost = changed(({ ar }) => void ar.outline.sections.pop());
    expect(lost).toContainEqual(
      expect.stringMatching(/^ar.mdx: the sections must be full-text, .*; they are/),
    );
    const turned = changed((service) => void supplementOf(service).de.outline.sections.reverse());
    expect(turned).toContainEqual(
      expect.stringMatching(/^supplements\/erlangen\/de.mdx: sections are modules in the order/),
    );
  });

  it("say the same in every language, and no bare figure", () => {
    const facts = changed(({ en }) => void en.outline.sections[0]?.components.splice(0));
    expect(facts).toContainEqual(expect.stringMatching(/^en.mdx: section full-text: laws: lacks/));
    const bare = changed(({ data }) => void Object.assign(data.fees[0]?.label ?? {}, { de: "Für 3 Monate" }));
    expect(bare).toContainEqual(expect.stringMatching(/^service.yaml: .*bare figure “3”/));
    const latin = changed((service) => {
      supplementOf(service).data.editor.ar = "Stadt Erlangen";
    });
    expect(latin).toContainEqual(
      expect.stringMatching(/^supplements\/erlangen\/supplement.yaml: .*bare Latin/),
    );
  });
});

function label(fact: string) {
  return { label: { de: "Wort", ar: "كلمة", en: "word" }, fact };
}
