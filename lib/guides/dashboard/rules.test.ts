import { describe, expect, it } from "vitest";
import { getContent } from "@/lib/guides/content/queries";
import { planted, sampleContent } from "@/tests/support/content";
import { contentState } from "./rules";

const today = "2026-11-21";
const { checks, countries, services } = getContent();

describe("contentState", () => {
  it("has nothing to say of content that is in order", () => {
    expect(contentState(sampleContent(), today, "de")).toEqual({
      outdated: [],
      due: [],
      deadLinks: [],
      unbookable: [],
      unapproved: [],
      unconfirmed: [],
    });
  });

  it("names sections that are older than the German text, and those for which readers see the German one", () => {
    const content = sampleContent();
    const [guide] = content.guides;
    if (!guide?.de || !guide.ar || !guide.en) throw new Error();
    guide.de.frontMatter.legal = { costs: "2026-12-01" };
    guide.ar.frontMatter.translation.sections.costs = "0123456789abcdef";
    guide.en.frontMatter.translation.sections.where = "0123456789abcdef";
    const entry = { title: "Word", overtaken: null };
    expect(contentState(content, today, "en").outdated).toEqual([
      {
        ...entry,
        file: "content/guides/sample/ar.mdx",
        locale: "ar",
        section: "costs",
        href: "/ar/guides/sample#costs",
        overtaken: "2026-12-01",
      },
      {
        ...entry,
        file: "content/guides/sample/en.mdx",
        locale: "en",
        section: "where",
        href: "/en/guides/sample#where",
      },
    ]);
  });

  it("names questions and outcomes of checks, too, with the way to them", () => {
    const check = structuredClone(checks.find(({ slug }) => slug === "visa"));
    if (!check) throw new Error();
    const { de, ar, en } = check.texts;
    de.frontMatter.legal = { "schengen-visa": "2026-12-01" };
    ar.frontMatter.translation.sections["schengen-visa"] = "0123456789abcdef";
    en.frontMatter.translation.sections.stay = "0123456789abcdef";
    en.frontMatter.translation.sections.head = "0123456789abcdef";
    const { outdated } = contentState({ ...sampleContent(), checks: [check], countries }, today, "de");
    const entry = { title: check.tree.title.de, file: check.file };
    const english = { ...entry, locale: "en", href: "/en/checks/visa", overtaken: null };
    expect(outdated).toEqual([
      {
        ...entry,
        locale: "ar",
        section: "schengen-visa",
        href: "/ar/checks/visa/results/schengen-visa",
        overtaken: "2026-12-01",
      },
      { ...english, section: "head" },
      { ...english, section: "stay" },
    ]);
  });

  it.each([
    ["2027-05-02", "past", "2027-05-01"],
    ["2027-04-15", "near", "2027-05-01"],
  ])("on %s the review of facts and laws is %s", (day, state, date) => {
    const { due } = contentState(sampleContent(), day, "de");
    expect(due.map(({ id }) => id)).toEqual(expect.arrayContaining(["guide.fee", "AufenthG"]));
    expect(due.every((each) => each.state === state && each.date === date)).toBe(true);
  });

  it("names a value that ends soon with none after it", () => {
    const content = sampleContent();
    const fact = content.shelf.facts.get("guide.fee");
    if (!fact) throw new Error();
    Object.assign(fact, { values: [{ value: 70, validTo: "2026-12-31" }] });
    expect(contentState(content, today, "de").due).toEqual([
      { id: "guide.fee", file: "content/facts/guide.yaml", state: "ending", date: "2026-12-31" },
    ]);
    Object.assign(fact, {
      values: [
        { value: 70, validTo: "2026-12-31" },
        { value: 75, validFrom: "2027-01-01" },
      ],
    });
    expect(contentState(content, today, "de").due).toEqual([]);
  });

  it("names a value that has changed since the pages were built", () => {
    const content = sampleContent();
    const fact = content.shelf.facts.get("guide.fee");
    if (!fact) throw new Error();
    const entry = { id: "guide.fee", file: "content/facts/guide.yaml", state: "changed" };
    const dueOn = (day: string) => contentState(content, day, "de", today).due;
    Object.assign(fact, { values: [{ value: 70 }, { value: 75, validFrom: "2026-12-01" }] });
    expect(dueOn("2026-11-30")).toEqual([]);
    expect(dueOn("2026-12-01")).toEqual([{ ...entry, date: "2026-12-01" }]);
    expect(contentState(content, "2026-12-01", "de", "2026-12-01").due).toEqual([]);
    Object.assign(fact, { values: [{ value: 70, validTo: "2026-11-30" }] });
    expect(dueOn("2026-12-01")).toContainEqual({ ...entry, date: "2026-11-30" });
  });

  it("names links that lead nowhere, and guides without an appointment", () => {
    const content = planted("where", {
      de: "[x](guide:no-such)",
      ar: "[x](office:hagen)",
      en: "[x](office:hagen)",
    });
    const [guide] = content.guides;
    if (guide?.de) guide.de.frontMatter.book = null;
    const { deadLinks, unbookable } = contentState(content, today, "ar");
    expect(deadLinks).toEqual([
      { file: "content/guides/sample/de.mdx", line: expect.any(Number), url: "guide:no-such" },
    ]);
    expect(unbookable).toEqual([{ slug: "sample", title: "كلمة" }]);
  });

  it("names classes of countries whose review is near or over", () => {
    const [group] = countries;
    if (!group) throw new Error();
    const content = { ...sampleContent(), countries: [{ ...group, reviewBy: "2026-12-01" }] };
    expect(contentState(content, today, "de").due).toEqual([
      { id: group.id, file: "content/checks/countries.yaml", state: "near", date: "2026-12-01" },
    ]);
  });

  it("names checks that lead elsewhere than approved, or were never approved", () => {
    const [check] = checks;
    if (!check) throw new Error();
    const stateOf = (approved: string | null) =>
      contentState({ ...sampleContent(), checks: [{ ...check, approved }], countries }, today, "ar")
        .unapproved;
    const entry = { title: check.tree.title.ar, file: check.file };
    expect(stateOf(check.approved)).toEqual([]);
    expect(stateOf(null)).toEqual([{ ...entry, differences: 1 }]);
    expect(stateOf(`${check.approved}one more line\n`)).toEqual([{ ...entry, differences: 1 }]);
  });

  it("names what municipalities add until they confirm it", () => {
    const service = services.find(({ supplements }) => supplements.length > 0);
    const [supplement] = service?.supplements ?? [];
    if (!service || !supplement?.data || !supplement.de) throw new Error();
    const stateOf = (confirmed: boolean) => {
      const data = { ...Object.assign({}, supplement.data), confirmed } as typeof supplement.data;
      const only = { ...service, supplements: [{ ...supplement, data }] };
      return contentState({ ...sampleContent(), services: [only] }, today, "de").unconfirmed;
    };
    expect(stateOf(true)).toEqual([]);
    expect(stateOf(false)).toEqual([
      {
        title: service.de?.frontMatter.title,
        file: supplement.de.file,
        office: expect.any(String),
        takenOver: supplement.data.takenOver,
      },
    ]);
  });
});
