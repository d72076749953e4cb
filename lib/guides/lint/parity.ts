import { parseLink } from "@/lib/guides/mdx/links";
import type { Outline, Section } from "@/lib/guides/mdx/types";
import { referredBy } from "@/lib/guides/references/rules";
import { isOvertaken } from "@/lib/guides/shown/rules";
import type { Problem } from "@/lib/guides/source/types";
import { type German, type Translated, translatables } from "./translated";
import { type Check, error } from "./types";

/** A translation says what the German text says: the same sections, and in each the same facts, terms, laws and parts. */
export const checkParity: Check = (content) => [
  ...translatables(content).flatMap(({ de, ar, en }) =>
    [ar, en].flatMap((text) => (de && text ? compare(stillTranslated(de, text), text) : [])),
  ),
  ...content.officeTexts.flatMap(({ texts: { de, ar, en } }) =>
    [ar, en].flatMap((text) => (de && text ? compare(de.outline, text) : [])),
  ),
];

/** The German text without the sections that readers see in German anyway, as far as the translation lacks them. */
function stillTranslated(
  { outline, frontMatter }: German,
  text: Translated,
): Outline & { german: Set<string> } {
  const german = new Set(
    outline.sections
      .filter((section) => isOvertaken(section, frontMatter.legal, text.frontMatter.translation))
      .map(({ id }) => id),
  );
  const there = (id: string) => text.outline.sections.some((section) => section.id === id);
  return { ...outline, sections: outline.sections.filter(({ id }) => !german.has(id) || there(id)), german };
}

function compare(
  german: Outline & { german?: Set<string> },
  text: { file: string; outline: Outline },
): Problem[] {
  const wanted = german.sections.map((section) => section.id);
  const there = text.outline.sections.map((section) => section.id);
  if (wanted.join() !== there.join()) {
    const missing = wanted.filter((id) => !there.includes(id));
    const extra = there.filter((id) => !wanted.includes(id));
    const what = [
      missing.length > 0 ? `${missing.join(", ")} missing` : "",
      extra.length > 0 ? `${extra.join(", ")} not in German` : "",
    ].filter(Boolean);
    return [error(text.file, `sections differ from the German text: ${what.join("; ") || "another order"}`)];
  }
  return german.sections.flatMap((section, index) => {
    const translated = text.outline.sections[index];
    return translated && !german.german?.has(section.id)
      ? compareSections(section, translated, text.file)
      : [];
  });
}

function compareSections(german: Section, translated: Section, file: string): Problem[] {
  const problems: Problem[] = [];
  const [a, b] = [contents(german), contents(translated)];
  for (const kind of ["facts", "terms", "laws", "documents", "links"] as const) {
    const missing = a[kind].filter((id) => !b[kind].includes(id));
    const extra = b[kind].filter((id) => !a[kind].includes(id));
    const what = [
      missing.length > 0 ? `lacks ${missing.join(", ")}` : "",
      extra.length > 0 ? `has ${extra.join(", ")}, which the German text has not` : "",
    ].filter(Boolean);
    if (what.length > 0) {
      problems.push(error(file, `section ${german.id}: ${kind}: ${what.join("; ")}`, translated.line));
    }
  }
  if (a.blocks.join() !== b.blocks.join()) {
    problems.push(
      error(
        file,
        `section ${german.id}: parts are ${b.blocks.join(", ") || "none"}; in German ${a.blocks.join(", ") || "none"}`,
        translated.line,
      ),
    );
  }
  if (german.subheadings !== translated.subheadings) {
    problems.push(
      error(
        file,
        `section ${german.id}: ${translated.subheadings} subheadings; in German ${german.subheadings}`,
        translated.line,
      ),
    );
  }
  return problems;
}

function contents(section: Section) {
  const referred = section.components.map(referredBy);
  const ids = (kind: "facts" | "terms" | "laws" | "documents") => [
    ...new Set(referred.flatMap((each) => each[kind])),
  ];
  return {
    facts: ids("facts"),
    terms: ids("terms"),
    laws: ids("laws"),
    documents: ids("documents"),
    // Links that lead away may lead to a page in the reader's language.
    links: [...new Set(section.links.map((link) => link.url))].filter(
      (url) => parseLink(url)?.kind !== "external",
    ),
    blocks: section.components.flatMap((use) => {
      if (use.name === "Note") return [`Note ${use.attributes.kind}`];
      if (use.name === "BookThis") return [["BookThis", use.attributes.concern ?? ""].join(" ").trim()];
      return ["Steps", "Documents", "Sources"].includes(use.name) ? [use.name] : [];
    }),
  };
}
