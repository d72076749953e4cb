import { articleFaults } from "@/lib/guides/articles/rules";
import type { ComponentUse, Section } from "@/lib/guides/mdx/types";
import { firstSection, lastSections, wordsOf } from "@/lib/guides/rules";
import type { Problem } from "@/lib/guides/source/types";
import { locales } from "@/lib/i18n/routing";
import { allTexts, type Check, error, warning } from "./types";

const enoughWords = 900;

/** Attributes of each component: `true` for one that must be there, `false` for one that may. */
const known: Record<string, Record<string, boolean>> = {
  Fact: { id: true, oblique: false, bare: false },
  Fee: { id: true, oblique: false, bare: false },
  Phone: { id: true },
  Hours: { id: true },
  Law: { cite: true },
  De: {},
  Term: { id: true },
  Steps: {},
  Documents: { ids: true },
  Note: { kind: true, title: true },
  Sources: {},
  BookThis: { concern: false },
};
const flags = new Set(["oblique", "bare"]);
const withChildren = new Set(["De", "Term", "Steps", "Note"]);
const noteKinds = new Set(["info", "warning", "law"]);

/** Every language is there, with the sections a guide begins and ends with, and enough to read. */
export const checkSections: Check = ({ guides }) => {
  const problems: Problem[] = [];
  for (const guide of guides) {
    for (const locale of locales) {
      const text = guide[locale];
      const file = `content/guides/${guide.slug}/${locale}.mdx`;
      if (!text) {
        problems.push(error(file, "is missing"));
        continue;
      }
      const { sections } = text.outline;
      const { articles } = guide.de?.frontMatter ?? {};
      problems.push(...articleFaults(articles, sections).map((fault) => error(file, fault)));
      problems.push(...sectionOrder(file, sections), ...sectionContents(file, sections));
      const words = wordsOf(text.outline);
      if (words < enoughWords)
        problems.push(warning(file, `${words} words; a guide has at least ${enoughWords}`));
    }
  }
  return problems;
};

/** Only the components of docs/content.md, with their attributes. */
export const checkComponents: Check = (content) =>
  allTexts(content).flatMap(({ kind, text }) =>
    text.outline.sections.flatMap((section) =>
      section.components.flatMap((use) => {
        const faults = componentFaults(use);
        if (kind !== "guide" && (use.name === "Sources" || use.name === "BookThis")) {
          faults.push(`<${use.name}> belongs to guides only`);
        }
        return faults.map((fault) => error(text.file, fault, use.line));
      }),
    ),
  );

function sectionOrder(file: string, sections: Section[]): Problem[] {
  const problems: Problem[] = [];
  const ids = sections.map((section) => section.id);
  for (const section of sections) {
    if (ids.indexOf(section.id) !== sections.indexOf(section)) {
      problems.push(error(file, `the section ${section.id} stands twice`, section.line));
    }
  }
  if (ids[0] !== firstSection) problems.push(error(file, `the first section must be ${firstSection}`));
  const tail = ids.slice(-lastSections.length);
  if (tail.join() !== lastSections.join()) {
    problems.push(
      error(file, `the last sections must be ${lastSections.join(", ")}; they are ${tail.join(", ")}`),
    );
  }
  return problems;
}

function sectionContents(file: string, sections: Section[]): Problem[] {
  const problems: Problem[] = [];
  for (const section of sections) {
    const names = section.components.map((use) => use.name);
    if (names.includes("Sources") !== (section.id === "sources")) {
      problems.push(error(file, "<Sources/> stands in the section sources, and only there", section.line));
    }
    if (
      section.id === "sources" &&
      (names.length !== 1 || section.pieces.some((piece) => piece.kind === "text"))
    ) {
      // The heading itself is among the pieces.
      const beyond = section.pieces.filter((piece) => piece.kind === "text" && piece.line !== section.line);
      if (names.length !== 1 || beyond.length > 0) {
        problems.push(error(file, "the section sources holds only <Sources/>", section.line));
      }
    }
    if (names.includes("BookThis") !== (section.id === "book")) {
      problems.push(error(file, "<BookThis/> stands in the section book, and only there", section.line));
    }
    const proseEmpty = section.pieces.every((piece) => piece.kind !== "text" || piece.line === section.line);
    if (section.id !== "sources" && names.length === 0 && proseEmpty) {
      problems.push(error(file, `the section ${section.id} is empty`, section.line));
    }
  }
  return problems;
}

function componentFaults(use: ComponentUse): string[] {
  const attributes = known[use.name];
  if (!attributes) return [`<${use.name}> is no component of docs/content.md`];
  const faults: string[] = [];
  for (const [name, required] of Object.entries(attributes)) {
    if (required && typeof use.attributes[name] !== "string") faults.push(`<${use.name}> needs ${name}="…"`);
  }
  for (const [name, value] of Object.entries(use.attributes)) {
    if (!(name in attributes)) faults.push(`<${use.name}> has no attribute ${name}`);
    else if (flags.has(name) && value !== true) faults.push(`<${use.name}>: write ${name} without a value`);
  }
  if (use.attributes.oblique && use.attributes.bare) faults.push(`<${use.name}>: either oblique or bare`);
  if (use.name === "Note" && !noteKinds.has(String(use.attributes.kind))) {
    faults.push(`<Note kind="${use.attributes.kind}">: info, warning or law`);
  }
  if (use.children && !withChildren.has(use.name)) faults.push(`<${use.name}/> has nothing between its tags`);
  if (!use.children && (use.name === "De" || use.name === "Note")) faults.push(`<${use.name}> is empty`);
  return faults;
}
