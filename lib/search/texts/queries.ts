import "server-only";
import { getContent } from "@/lib/guides/content/queries";
import { factAt } from "@/lib/guides/facts/rules";
import type { Fact, FactValue, Unit } from "@/lib/guides/facts/types";
import { formatFact, isolated, plainFact } from "@/lib/guides/formats/rules";
import type { FactForm } from "@/lib/guides/formats/types";
import { germanBeside } from "@/lib/guides/glossary/rules";
import type { Term } from "@/lib/guides/glossary/types";
import { unbroken } from "@/lib/guides/laws/rules";
import type { ComponentUse, Piece, Section } from "@/lib/guides/mdx/types";
import { factComponents } from "@/lib/guides/references/rules";
import type { Shelf } from "@/lib/guides/types";
import { directions, type Locale } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";
import { buildDate } from "@/lib/time/build";
import { inOneLine } from "./rules";

/** What a reader reads in a section, with its facts and terms in words. */
export function sectionText(section: Section, locale: Locale, shelf = getContent().shelf): string {
  const parts = section.pieces.map((piece) => pieceText(piece, section, locale, shelf));
  return parts
    .join("")
    .replace(/[^\S\u00a0]+/g, " ")
    .trim();
}

/** The same in a line, where marks stand for the lines of a table. */
export function lineText(section: Section, locale: Locale, shelf = getContent().shelf): string {
  const parts = section.pieces.map((piece) =>
    piece.kind === "break"
      ? { text: "", after: piece.after }
      : { text: pieceText(piece, section, locale, shelf), after: null },
  );
  return inOneLine(parts)
    .replace(/[^\S\u00a0]+/g, " ")
    .trim();
}

/** What a reader reads in a piece of a section. */
export function pieceText(piece: Piece, section: Section, locale: Locale, shelf: Shelf): string {
  if (piece.kind === "break") return " ";
  if (piece.kind === "component") return componentText(piece.component, locale, shelf);
  // The heading has a field of its own; the children of a term are shown with its German name.
  if (piece.line === section.line || piece.inside === "Term") return "";
  return piece.inside === "De" ? isolated(piece.text, locale) : piece.text;
}

function componentText({ name, attributes, children }: ComponentUse, locale: Locale, shelf: Shelf): string {
  const id = String(attributes.id);
  if (name === "Law") return citeText(String(attributes.cite), locale);
  if (name === "Term") return termName(shelf.terms.get(id), locale, children);
  const fact = factComponents.has(name) ? shelf.facts.get(id) : undefined;
  return fact
    ? factText(fact, locale, attributes.bare ? "bare" : attributes.oblique ? "oblique" : "plain")
    : "";
}

/** A citation; in a right-to-left text its words would stand on two lines in the wrong order, so they keep together. */
function citeText(cite: string, locale: Locale): string {
  const parts = unbroken({ cite, statute: cite.split(" ").at(-1) ?? "" });
  return directions[locale] === "rtl"
    ? isolated(parts.map((part) => part.replaceAll(" ", "\u00a0")).join(" "), locale)
    : cite;
}

/** A fact as it is today, in words; nothing when it has no value. */
export function factText(fact: Fact, locale: Locale, form: FactForm = "plain"): string {
  const value = factAt(fact, buildDate())?.value;
  return value === undefined ? "" : valueText(fact.unit, value, locale, form);
}

/** A value in words. */
export function valueText(unit: Unit, value: FactValue, locale: Locale, form: FactForm = "plain"): string {
  const t = translator(locale, "facts");
  const text = formatFact(unit, value, form, locale, (word, values) => t(word, values));
  return directions[locale] === "rtl" ? text : plainFact(text);
}

/** The word for a term with its German name, as pages show it. */
export function termName(term: Term | undefined, locale: Locale, form = ""): string {
  if (!term) return form;
  const word = form || term[locale];
  const german = germanBeside(term, locale, word);
  return german ? `${word} (${isolated(german, locale)})` : word;
}
