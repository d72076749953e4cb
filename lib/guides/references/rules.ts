import type { Document, ShownDocument } from "@/lib/guides/documents/types";
import { factAt, upcomingValue } from "@/lib/guides/facts/rules";
import type { Fact, ShownFact } from "@/lib/guides/facts/types";
import type { Term } from "@/lib/guides/glossary/types";
import { citationOf } from "@/lib/guides/laws/rules";
import type { ComponentUse, Outline } from "@/lib/guides/mdx/types";
import type { References, Shelf, UsedFact } from "@/lib/guides/types";

/** Components that show a fact. */
export const factComponents: ReadonlySet<string> = new Set(["Fact", "Fee", "Phone", "Hours"]);

/** What one component refers to. */
export function referredBy(use: ComponentUse): {
  facts: string[];
  terms: string[];
  laws: string[];
  documents: string[];
} {
  const { id, cite, ids } = use.attributes;
  const named = (name: string, value: string | true | undefined) =>
    use.name === name && typeof value === "string" ? value : null;
  return {
    facts: factComponents.has(use.name) && typeof id === "string" ? [id] : [],
    terms: [named("Term", id)].filter((term) => term !== null),
    laws: [named("Law", cite)].filter((law) => law !== null),
    documents: named("Documents", ids)?.trim().split(/\s+/) ?? [],
  };
}

/** A fact as pages show it on a day. Throws when it has no value on that day, so that no page is built with it. */
export function showFact(fact: Fact, today: string, shelf: Pick<Shelf, "laws">): ShownFact {
  const now = factAt(fact, today);
  if (!now) throw new Error(`the fact ${fact.id} has no value on ${today}`);
  const { id, unit, status, source, verifiedAt } = fact;
  return {
    id,
    unit,
    value: now.value,
    upcoming: upcomingValue(fact, today),
    status,
    law: fact.law ? citationOf(fact.law, shelf.laws) : null,
    source,
    verifiedAt,
  };
}

/** A document as lists show it on a day. */
export function showDocument(
  document: Document,
  today: string,
  shelf: Pick<Shelf, "facts" | "laws">,
): ShownDocument {
  const { notOlderThan, ...rest } = document;
  const age = notOlderThan ? found(shelf.facts, notOlderThan, "fact") : null;
  return { ...rest, notOlderThan: age ? showFact(age, today, shelf) : null };
}

interface Extra {
  facts: string[];
  laws: string[];
}

/** What the components of a text look up. Throws on an id that nothing has. */
export function referencesOf(
  text: { file: string; outline: Outline },
  shelf: Shelf,
  today: string,
  extra: Extra = { facts: [], laws: [] },
): References {
  const references: References = { facts: {}, terms: {}, documents: {}, laws: {} };
  const uses = text.outline.sections.flatMap((section) => section.components.map(referredBy));
  try {
    for (const use of [...uses, { ...extra, terms: [], documents: [] }]) {
      for (const id of use.facts)
        references.facts[id] ??= showFact(found(shelf.facts, id, "fact"), today, shelf);
      for (const id of use.terms) references.terms[id] ??= found(shelf.terms, id, "term");
      for (const id of use.documents) {
        references.documents[id] ??= showDocument(found(shelf.documents, id, "document"), today, shelf);
      }
      for (const cite of use.laws) references.laws[cite] ??= citationOf(cite, shelf.laws);
    }
  } catch (error) {
    throw new Error(`${text.file}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
  return references;
}

/** The facts of a text in the order of their first use, with the section that shows them first. */
export function usedFactsOf(outline: Outline, references: References): UsedFact[] {
  const used = new Map<string, UsedFact>();
  for (const section of outline.sections) {
    for (const id of section.components.flatMap((use) => referredBy(use).facts)) {
      const fact = references.facts[id];
      if (fact && !used.has(id)) used.set(id, { fact, section: { id: section.id, title: section.title } });
    }
  }
  return [...used.values()];
}

/** The terms of a text in the order of their first use. */
export function usedTermsOf(outline: Outline, references: References): Term[] {
  const ids = outline.sections.flatMap((section) =>
    section.components.flatMap((use) => referredBy(use).terms),
  );
  return [...new Set(ids)].flatMap((id) => references.terms[id] ?? []);
}

function found<Entry>(entries: Map<string, Entry>, id: string, kind: string): Entry {
  const entry = entries.get(id);
  if (!entry) throw new Error(`there is no ${kind} “${id}”`);
  return entry;
}
