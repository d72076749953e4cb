import "server-only";
import { getContent } from "@/lib/guides/content/queries";
import { plainFact } from "@/lib/guides/formats/rules";
import { getCitation } from "@/lib/guides/laws/queries";
import type { Section } from "@/lib/guides/mdx/types";
import { type Locale, locales } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";
import { getOffice } from "@/lib/offices/queries";
import { siteAddress } from "@/lib/platform/site";
import { factText, pieceText } from "@/lib/search/texts/queries";
import { findService } from "../queries";
import { serviceHref } from "../rules";
import type { CompleteService, Service } from "../types";
import { leistungXml, list, paragraphs, textModules } from "./rules";
import type { Texts } from "./types";

/** A service in all languages as XZuFi 2.2.0 with the figures of today; null when there is none of this name. */
export function xzufiOf(slug: string): string | null {
  const service = findService(slug);
  if (!service) return null;
  const { data } = service;
  const written = (id: string, more: (locale: Locale) => string = () => "") =>
    inAll((locale) => {
      const text = textOf(service, id, locale);
      return text === null ? "" : text + more(locale);
    });
  const figures = (id: string, entries: Service["fees"]) =>
    written(id, (locale) => figureList(entries, locale));
  return leistungXml({
    slug,
    scheme: `${siteAddress()}/api/v1/services`,
    agency: translator("de", "layout")("brand"),
    texts: [
      { code: textModules.officialName, text: { de: data.officialName } },
      { code: textModules.name, text: inAll((locale) => service[locale].frontMatter.title) },
      { code: textModules.shortText, text: inAll((locale) => service[locale].frontMatter.description) },
      { code: textModules.fullText, text: written("full-text") },
      { code: textModules.legalBasis, text: written("legal-basis", () => lawList(data)) },
      { code: textModules.documents, text: written("documents", (locale) => documentList(data, locale)) },
      { code: textModules.requirements, text: written("requirements") },
      { code: textModules.notes, text: written("exclusions") },
      { code: textModules.procedure, text: written("procedure") },
      { code: textModules.office, text: inAll((locale) => list(officesOf(data, locale))) },
      { code: textModules.furtherInformation, text: inAll((locale) => list(relatedOf(data, locale))) },
    ].filter(({ text }) => Object.keys(text).length > 0),
    deadlines: figures("deadlines", data.deadlines),
    fees: figures("fees", data.fees),
    processingTime: written("processing-time", (locale) =>
      data.processingTime ? paragraphs([figureText(data.processingTime, locale)]) : "",
    ),
    pages: data.offices.map((office) => ({
      url: siteAddress() + serviceHref("de", office, slug),
      title: `${service.de.frontMatter.title}: ${getOffice(office)?.name.de ?? office}`,
    })),
    changed: [
      ...data.sources.map(({ retrieved }) => retrieved),
      service.ar.frontMatter.translation.date,
      service.en.frontMatter.translation.date,
    ]
      .sort()
      .slice(-1)
      .join(""),
  });
}

function inAll(textIn: (locale: Locale) => string): Texts {
  const texts = locales.map((locale) => [locale, textIn(locale)] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== ""));
}

/** A written module, empty where it has nothing but lists; null where its German text stands in place of the translation. */
function textOf(service: CompleteService, id: string, locale: Locale): string | null {
  const section = service[locale].outline.sections.find((each) => each.id === id);
  if (!section) return null;
  const isGerman = locale !== "de" && service.de.outline.sections.includes(section);
  return isGerman ? null : paragraphs(linesOf(section, locale));
}

/** What a reader reads in a section, a line for each paragraph, item and row. */
function linesOf(section: Section, locale: Locale): string[] {
  const { shelf } = getContent();
  const said = section.pieces.map((piece) => {
    if (piece.kind !== "break") return pieceText(piece, section, locale, shelf);
    return piece.after === "cell" ? " · " : "\n";
  });
  const lines = plainFact(said.join("")).split("\n");
  return lines
    .map((line) =>
      line
        .replace(/\s+/g, " ")
        .replace(/(?: · )+$/, "")
        .trim(),
    )
    .filter(Boolean);
}

const figureText = (id: string | null, locale: Locale): string => {
  const fact = id === null ? undefined : getContent().shelf.facts.get(id);
  return fact ? plainFact(factText(fact, locale)) : "";
};

function figureList(figures: Service["fees"], locale: Locale): string {
  return list(figures.map(({ label, fact }) => ({ text: `${label[locale]}: ${figureText(fact, locale)}` })));
}

function documentList({ documents }: Service, locale: Locale): string {
  const { shelf } = getContent();
  return list(
    documents.flatMap((id) => shelf.documents.get(id)?.name[locale] ?? []).map((text) => ({ text })),
  );
}

function officesOf({ offices }: Service, locale: Locale) {
  return offices.flatMap((slug) => {
    const office = getOffice(slug);
    return office ? [{ text: office.name[locale], url: `${siteAddress()}/${locale}/offices/${slug}` }] : [];
  });
}

/** Other services, each at the first office that has it. */
function relatedOf({ related }: Service, locale: Locale) {
  return related.flatMap((slug) => {
    const other = findService(slug);
    const [office] = other?.data.offices ?? [];
    if (!other || !office) return [];
    return [
      { text: other[locale].frontMatter.title, url: siteAddress() + serviceHref(locale, office, slug) },
    ];
  });
}

function lawList({ laws }: Service): string {
  return list(laws.map((cite) => ({ text: cite, url: getCitation(cite).url })));
}
