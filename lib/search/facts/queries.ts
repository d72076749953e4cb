import "server-only";
import { getContent } from "@/lib/guides/content/queries";
import { factAt, upcomingValue } from "@/lib/guides/facts/rules";
import type { Fact } from "@/lib/guides/facts/types";
import { dateText, isolated } from "@/lib/guides/formats/rules";
import { guideHref } from "@/lib/guides/mdx/links";
import type { Section } from "@/lib/guides/mdx/types";
import { type CompleteGuide, completeGuides } from "@/lib/guides/queries";
import { referredBy } from "@/lib/guides/references/rules";
import type { Shelf } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";
import { inEach } from "@/lib/search/rules";
import { statementsOf } from "@/lib/search/statements/rules";
import { pieceText, valueText } from "@/lib/search/texts/queries";
import type { SearchEntry } from "@/lib/search/types";
import { completeServices } from "@/lib/services/queries";
import { serviceHref } from "@/lib/services/rules";
import { buildDate } from "@/lib/time/build";
import { bestPlace, inAllLanguages } from "./rules";
import type { FactPlace } from "./types";

let kept: { day: string; entries: Map<string, SearchEntry> } | undefined;

/** Every fact that a guide or a service shows and that has a value today. They are kept for the searches of the day. */
export function factEntries(): SearchEntry[] {
  const { shelf } = getContent();
  const places = placesByFact(shelf);
  const day = buildDate();
  const entries = [...shelf.facts.values()].flatMap((fact) => {
    const found = bestPlace(places.get(fact.id) ?? []);
    return found && factAt(fact, day) ? [entryOf(fact, found)] : [];
  });
  kept = { day, entries: new Map(entries.map((entry) => [entry.slug, entry])) };
  return entries;
}

/** A fact as a result shows it today, whatever day it was indexed on; null when it has no value any more. */
export function factToday(id: string): SearchEntry | null {
  if (kept?.day !== buildDate()) factEntries();
  return kept?.entries.get(id) ?? null;
}

function placesByFact(shelf: Shelf): Map<string, FactPlace[]> {
  const guides = completeGuides();
  const places = [
    ...guides.flatMap(headPlaces),
    ...guides.flatMap((guide) => textPlaces(guide, shelf)),
    ...completeServices().flatMap(servicePlaces),
  ];
  return Map.groupBy(places, ({ fact }) => fact);
}

/** The figures at the head of a guide have a name there; they lead to the section that shows them. */
function headPlaces(guide: CompleteGuide): FactPlace[] {
  return guide.de.frontMatter.brief.map(({ fact, label }, index) => {
    const section = guide.de.outline.sections.find(({ components }) =>
      components.some((use) => referredBy(use).facts.includes(fact)),
    );
    const labelIn = (locale: Locale) =>
      (locale === "de" ? undefined : guide[locale].frontMatter.briefLabels[index]) ?? label;
    return { fact, label: inEach(labelIn), sentence: inEach(() => ""), ...whereOf(guide, section?.id) };
  });
}

function textPlaces(guide: CompleteGuide, shelf: Shelf): FactPlace[] {
  return guide.de.outline.sections.flatMap(({ id, components }) => {
    if (!components.some((use) => referredBy(use).facts.length > 0)) return [];
    const said = inEach((locale) => {
      const section = guide[locale].outline.sections.find((one) => one.id === id);
      return section ? statementsOf(readable(section, locale, shelf)) : [];
    });
    return inAllLanguages(said).map((place) => ({ ...place, ...whereOf(guide, id) }));
  });
}

function readable(section: Section, locale: Locale, shelf: Shelf) {
  return section.pieces.map((piece) => ({
    text: pieceText(piece, section, locale, shelf),
    fact: piece.kind === "component" ? (referredBy(piece.component).facts[0] ?? null) : null,
    prose: piece.kind === "text",
    after: piece.kind === "break" ? piece.after : null,
  }));
}

function whereOf(
  guide: CompleteGuide,
  section: string | undefined,
): Pick<FactPlace, "page" | "section" | "url"> {
  const titleIn = (locale: Locale) =>
    guide[locale].outline.sections.find(({ id }) => id === section)?.title ?? "";
  return {
    page: inEach((locale) => guide[locale].frontMatter.title),
    section: inEach(titleIn),
    url: inEach((locale) => guideHref(locale, guide.slug, section)),
  };
}

/** Fees and deadlines of a service, at the first office that has it. */
function servicePlaces(service: ReturnType<typeof completeServices>[number]): FactPlace[] {
  const { fees, deadlines, offices } = service.data;
  const titleIn = (locale: Locale) => service[locale].frontMatter.title;
  const of =
    (module: "fees" | "deadlines") =>
    (one: (typeof fees)[number]): FactPlace => ({
      fact: one.fact,
      label: inEach((locale) => `${titleIn(locale)}: ${one.label[locale]}`),
      sentence: inEach(() => ""),
      page: inEach(titleIn),
      section: inEach(() => ""),
      url: inEach((locale) => `${serviceHref(locale, offices[0] ?? "", service.slug)}#${module}`),
    });
  return offices.length > 0 ? [...fees.map(of("fees")), ...deadlines.map(of("deadlines"))] : [];
}

function entryOf(fact: Fact, { best, others }: { best: FactPlace; others: FactPlace[] }): SearchEntry {
  const value = factAt(fact, buildDate())?.value ?? "";
  const texts = inEach((locale) => ({
    title: best.label?.[locale] ?? best.section[locale],
    heading: best.page[locale],
    body: best.sentence[locale],
    figure: valueText(fact.unit, value, locale),
    origin: originOf(fact, locale),
    about: `${best.page[locale]}, ${best.section[locale]}`,
    terms: others.map(({ label }) => label?.[locale] ?? "").join(", "),
    url: best.url[locale],
  }));
  const part = best.label === null;
  return { key: `fact:${fact.id}`, kind: "fact", slug: fact.id, page: `fact:${fact.id}`, part, texts };
}

/** How long the value of today has been valid and will be, what follows, and where it comes from. */
function originOf(fact: Fact, locale: Locale): string {
  const t = translator(locale, "search.fact");
  const today = buildDate();
  const { validFrom, validTo } = factAt(fact, today) ?? {};
  const next = upcomingValue(fact, today);
  const date = (day: string) => dateText(day, locale);
  return [
    validFrom ? t("since", { date: date(validFrom) }) : "",
    validTo ? t("until", { date: date(validTo) }) : "",
    next ? t("then", { date: date(next.validFrom), value: valueText(fact.unit, next.value, locale) }) : "",
    fact.status === "unverified" ? t("unverified") : "",
    t("source", { source: isolated(fact.source.title, locale), date: date(fact.verifiedAt) }),
  ]
    .filter(Boolean)
    .join(" · ");
}
