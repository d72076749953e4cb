import { isApprovedForm } from "@/lib/guides/glossary/rules";
import { parseCitation } from "@/lib/guides/laws/rules";
import { parseLink } from "@/lib/guides/mdx/links";
import type { ComponentUse, LinkUse } from "@/lib/guides/mdx/types";
import { factComponents, referredBy } from "@/lib/guides/references/rules";
import type { Problem } from "@/lib/guides/source/types";
import type { Locale } from "@/lib/i18n/routing";
import { contactFacts, officesWith } from "@/lib/offices/rules";
import { factsOfService } from "./services";
import { allTexts, type Check, type Checked, error, warning } from "./types";

/** Unit that a component asks for. */
const units: Record<string, RegExp> = { Fee: /^EUR(\/|$)/, Phone: /^phone$/, Hours: /^hours$/ };

/** Everything that a text refers to is there: facts of the right unit, terms in an approved form, documents, laws, links. */
export const checkReferences: Check = (content) =>
  allTexts(content).flatMap(({ locale, text }) =>
    text.outline.sections.flatMap((section) => [
      ...section.components.flatMap((use) =>
        componentFaults(use, locale, content).map((fault) => error(text.file, fault, use.line)),
      ),
      ...section.links.flatMap((link) =>
        linkFaults(link, locale, content).map((fault) => error(text.file, fault, link.line)),
      ),
    ]),
  );

/** What the front matter, the facts, the documents and the offices refer to is there. */
export const checkShelf: Check = (content) => [
  ...content.guides.flatMap((guide) => frontMatterFaults(guide, content)),
  ...shelfFaults(content),
  ...content.offices.flatMap((office) => officeFaults(office, content)),
];

/** Facts, terms and documents that nothing shows. */
export const checkUnused: Check = (content) => {
  const used = new Set<string>();
  for (const { text } of allTexts(content)) {
    for (const use of text.outline.sections.flatMap((section) => section.components)) {
      const { facts, terms } = referredBy(use);
      for (const id of facts) used.add(`fact ${id}`);
      for (const id of terms) used.add(`term ${id}`);
    }
  }
  for (const { de } of content.guides)
    for (const card of de?.frontMatter.brief ?? []) used.add(`fact ${card.fact}`);
  for (const { notOlderThan } of content.shelf.documents.values())
    if (notOlderThan) used.add(`fact ${notOlderThan}`);
  for (const { id } of content.services.flatMap(factsOfService)) used.add(`fact ${id}`);
  for (const { contact } of content.offices)
    for (const { id } of contactFacts(contact)) used.add(`fact ${id}`);
  return [
    ...[...content.shelf.facts.values()]
      .filter((fact) => !used.has(`fact ${fact.id}`))
      .map((fact) => warning(fact.file, `${fact.id} is shown nowhere`)),
    ...[...content.shelf.terms.values()]
      .filter((term) => !used.has(`term ${term.id}`))
      .map((term) => warning("content/glossary.yaml", `${term.id} is used nowhere`)),
  ];
};

function componentFaults(use: ComponentUse, locale: Locale, { shelf, offices }: Checked): string[] {
  const { facts, terms, laws, documents } = referredBy(use);
  const faults: string[] = [];
  for (const id of facts) {
    const fact = shelf.facts.get(id);
    const wanted = units[use.name];
    if (!fact) faults.push(`there is no fact “${id}”`);
    else if (wanted && !wanted.test(fact.unit))
      faults.push(`<${use.name}>: ${id} is of the unit ${fact.unit}`);
  }
  for (const id of terms) {
    const term = shelf.terms.get(id);
    if (!term) faults.push(`there is no term “${id}” in content/glossary.yaml`);
    else if (use.children && !isApprovedForm(term, locale, use.children)) {
      faults.push(
        `“${use.children}” is no approved form of the term ${id} (forms.${locale} in content/glossary.yaml)`,
      );
    }
  }
  for (const cite of laws) {
    const parsed = parseCitation(cite, shelf.laws);
    if (!parsed.ok) faults.push(parsed.reason);
  }
  for (const id of documents) {
    if (!shelf.documents.has(id)) faults.push(`there is no document “${id}” in content/documents.yaml`);
  }
  const { concern } = use.attributes;
  if (use.name === "BookThis" && concern && officesWith(offices, String(concern)).length === 0) {
    faults.push(`<BookThis>: no office has the concern “${concern}”`);
  }
  if (factComponents.has(use.name) && facts.length === 0) faults.push(`<${use.name}> names no fact`);
  return faults;
}

/** Why a link leads nowhere; nothing for one that arrives, or that leads away. */
export function linkFaults({ url }: LinkUse, locale: Locale, content: Checked): string[] {
  const link = parseLink(url);
  if (!link) return [`a link cannot lead to “${url}” (guide:…, check:…, office:…, book:…/…, https://…)`];
  switch (link.kind) {
    case "guide": {
      const guide = content.guides.find((candidate) => candidate.slug === link.slug);
      if (!guide) return [`there is no guide “${link.slug}”`];
      const sections = guide[locale]?.outline.sections;
      if (!link.section || !sections || sections.some((section) => section.id === link.section)) return [];
      return [`the guide ${link.slug} has no section “${link.section}”`];
    }
    case "check":
      return content.checks.some((check) => check.slug === link.slug)
        ? []
        : [`there is no check “${link.slug}”`];
    case "office":
      return content.offices.some((office) => office.slug === link.office)
        ? []
        : [`there is no office “${link.office}”`];
    case "book":
      return hasConcern(content, link.office, link.concern)
        ? []
        : [`there is no concern “${link.office}/${link.concern}”`];
    case "external":
      return [];
  }
}

function frontMatterFaults({ slug, de, ar, en }: Checked["guides"][number], content: Checked): Problem[] {
  if (!de) return [];
  const problems: Problem[] = [];
  const { brief, related, book, law } = de.frontMatter;
  for (const card of brief) {
    if (!content.shelf.facts.has(card.fact))
      problems.push(error(de.file, `brief: there is no fact “${card.fact}”`));
  }
  for (const other of related) {
    if (other === slug || !content.guides.some((guide) => guide.slug === other)) {
      problems.push(error(de.file, `related: there is no other guide “${other}”`));
    }
  }
  if (book && officesWith(content.offices, book).length === 0) {
    problems.push(error(de.file, `book: no office has the concern “${book}”`));
  }
  const parsed = parseCitation(law, content.shelf.laws);
  if (!parsed.ok) problems.push(error(de.file, `law: ${parsed.reason}`));
  for (const text of [ar, en]) {
    if (text && text.frontMatter.briefLabels.length !== brief.length) {
      problems.push(error(text.file, `briefLabels: ${brief.length} are needed, as many as in de.mdx`));
    }
  }
  return problems;
}

function shelfFaults({ shelf }: Checked): Problem[] {
  const problems: Problem[] = [];
  for (const fact of shelf.facts.values()) {
    const parsed = fact.law ? parseCitation(fact.law, shelf.laws) : null;
    if (parsed && !parsed.ok) problems.push(error(fact.file, `${fact.id}: ${parsed.reason}`));
  }
  for (const { id, notOlderThan } of shelf.documents.values()) {
    const unit = notOlderThan ? shelf.facts.get(notOlderThan)?.unit : "day";
    if (!unit || !["day", "week", "month"].includes(unit)) {
      problems.push(
        error("content/documents.yaml", `${id}: notOlderThan must be a fact in days, weeks or months`),
      );
    }
  }
  return problems;
}

function officeFaults(office: Checked["offices"][number], { guides, shelf }: Checked): Problem[] {
  const file = `content/offices/${office.slug}/office.yaml`;
  const problems: Problem[] = [];
  for (const { name, id, unit } of contactFacts(office.contact)) {
    if (shelf.facts.get(id)?.unit !== unit)
      problems.push(error(file, `contact.${name}: “${id}” is no fact of the unit ${unit}`));
  }
  for (const concern of office.departments.flatMap((department) => department.concerns)) {
    for (const id of concern.documents) {
      if (!shelf.documents.has(id))
        problems.push(error(file, `${concern.slug}: there is no document “${id}”`));
    }
    if (concern.guide && !guides.some((guide) => guide.slug === concern.guide)) {
      problems.push(error(file, `${concern.slug}: there is no guide “${concern.guide}”`));
    }
  }
  return problems;
}

function hasConcern({ offices }: Checked, office: string, concern: string): boolean {
  const departments = offices.find((candidate) => candidate.slug === office)?.departments ?? [];
  return departments.some((department) => department.concerns.some((each) => each.slug === concern));
}
