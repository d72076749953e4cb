import { escaped, escapedXml } from "@/lib/i18n/markup";
import { type Locale, locales } from "@/lib/i18n/routing";
import type { Described, Texts } from "./types";

// XZuFi 2.2.0, the German standard for descriptions of services. Its schema was not at hand: this has the elements that
// programs which read the national collection look for, and has not been validated (docs/content.md).
const namespace = "http://xoev.de/schemata/xzufi/2_2_0";

/** Code list `urn:de:xzufi:codeliste:leistungstextmodulleika`, version 20240216, as far as it is used here. */
export const textModules = {
  officialName: "02",
  name: "03",
  shortText: "05",
  fullText: "06",
  legalBasis: "07",
  documents: "08",
  requirements: "09",
  procedure: "11",
  furtherInformation: "15",
  notes: "16",
  office: "22",
} as const;

const names: Record<Locale, { german: string; own: string }> = {
  ar: { german: "Arabisch", own: "العربية" },
  de: { german: "Deutsch", own: "Deutsch" },
  en: { german: "Englisch", own: "English" },
};

/** A service as an element `leistung` of XZuFi 2.2.0. */
export function leistungXml(service: Described): string {
  const said = locales.filter((locale) => service.texts.some(({ text }) => text[locale]));
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xzufi:leistung xmlns:xzufi="${namespace}">`,
    `<xzufi:id schemeAgencyName="${escaped(service.agency)}" schemeURI="${escaped(service.scheme)}">${escaped(service.slug)}</xzufi:id>`,
    ...service.texts.map(({ code, text }, index) => textModule(code, text, index + 1)),
    describedModule("modulFrist", service.deadlines),
    describedModule("modulKosten", service.fees),
    describedModule("modulBearbeitungsdauer", service.processingTime),
    ...service.pages.map(({ url, title }, index) =>
      element("modulUrsprungsportal", [
        element("positionDarstellung", [String(index + 1)]),
        element("uri", [escaped(url)]),
        `<xzufi:titel languageCode="de">${escapedXml(title)}</xzufi:titel>`,
      ]),
    ),
    // Content knows days; XZuFi wants an instant.
    element("versionsinformation", [element("geaendertDatumZeit", [`${service.changed}T00:00:00Z`])]),
    ...said.map((locale) =>
      element("sprachversion", [
        element("languageCode", [locale]),
        element("sprachbezeichnungDeutsch", [names[locale].german]),
        element("sprachbezeichnungNativ", [names[locale].own]),
      ]),
    ),
    "</xzufi:leistung>",
  ];
  return `${lines.filter(Boolean).join("\n")}\n`;
}

function textModule(code: string, text: Texts, position: number): string {
  return element("modulText", [
    element("positionDarstellung", [String(position)]),
    ...inLanguages("inhalt", text),
    // Values of code lists stand in no namespace (XÖV handbook, code data types).
    `<xzufi:leikaTextmodul listURI="urn:de:xzufi:codeliste:leistungstextmodulleika" listVersionID="20240216"><code>${code}</code></xzufi:leikaTextmodul>`,
  ]);
}

function describedModule(name: string, text: Texts): string {
  const described = inLanguages("beschreibung", text);
  return described.length > 0 ? element(name, described) : "";
}

function inLanguages(name: string, text: Texts): string[] {
  return locales.flatMap((locale) => {
    const own = text[locale];
    return own ? [`<xzufi:${name} languageCode="${locale}">${escapedXml(own)}</xzufi:${name}>`] : [];
  });
}

function element(name: string, children: string[]): string {
  return `<xzufi:${name}>${children.join("")}</xzufi:${name}>`;
}

/** Paragraphs as HTML. */
export const paragraphs = (texts: readonly string[]): string =>
  texts.map((text) => `<p>${escaped(text)}</p>`).join("");

/** A list as HTML; of an entry with an address a link. */
export function list(entries: readonly { text: string; url?: string }[]): string {
  const items = entries.map(({ text, url }) =>
    url ? `<li><a href="${escaped(url)}">${escaped(text)}</a></li>` : `<li>${escaped(text)}</li>`,
  );
  return items.length > 0 ? `<ul>${items.join("")}</ul>` : "";
}
