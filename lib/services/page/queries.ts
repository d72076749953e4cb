import "server-only";
import { getContent } from "@/lib/guides/content/queries";
import { bookHref, checklistHref } from "@/lib/guides/mdx/links";
import { getGuideSummary } from "@/lib/guides/queries";
import { referencesOf, usedTermsOf } from "@/lib/guides/references/rules";
import { readingMinutes, wordsOf } from "@/lib/guides/rules";
import { asShown } from "@/lib/guides/shown/rules";
import { trustOf } from "@/lib/guides/trust/rules";
import type { Booking, References } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";
import { findConcern, getOffice } from "@/lib/offices/queries";
import { contactFacts } from "@/lib/offices/rules";
import type { Office } from "@/lib/offices/types";
import { factsIn, shownModules, usedFactsOf } from "@/lib/services/modules/queries";
import { findService, getServiceSummary, officesOf } from "@/lib/services/queries";
import { serviceHref, weakest } from "@/lib/services/rules";
import type { CompleteService, ServicePage, ShownSupplement, SupplementSource } from "@/lib/services/types";
import { buildDate } from "@/lib/time/build";

/** Everything that the page of a service at an office shows on a day, or null when there is no such page. */
export async function getServicePage(
  officeSlug: string,
  slug: string,
  locale: Locale,
  today = buildDate(),
): Promise<ServicePage | null> {
  const service = findService(slug);
  const office = getOffice(officeSlug);
  if (!service || !office || !service.data.offices.includes(officeSlug)) return null;
  const { data } = service;
  const supplement = supplementOf(service, officeSlug);
  const text = service[locale];
  const references = referencesAt(service, supplement, office, locale, today);
  const modules = await shownModules({ service, supplement, locale, references, today });
  const law = references.laws[data.laws[0] ?? ""];
  if (!law) throw new Error(`content/services/${slug}/service.yaml: laws`);
  const { title, description } = text.frontMatter;
  const concerns = data.concerns.filter((concern) => findConcern(office, concern));
  const words = wordsOf(text.outline) + (supplement ? wordsOf(supplement[locale].outline) : 0);
  return {
    ...{ slug, locale, officialName: data.officialName, title, description, topic: data.topic },
    href: serviceHref(locale, officeSlug, slug),
    minutes: readingMinutes(words, locale),
    modules,
    references,
    laws: data.laws.flatMap((cite) => references.laws[cite] ?? []),
    guides: data.guides.flatMap((guide) => getGuideSummary(guide, locale) ?? []),
    related: data.related.flatMap((other) => getServiceSummary(other, officeSlug, locale) ?? []),
    elsewhere: officesOf(service, locale).filter((other) => other.slug !== officeSlug),
    bookings: concerns.flatMap((concern) => bookingAt(office, concern, locale) ?? []),
    concerns,
    supplement: supplement && shownSupplement(supplement, locale),
    trust: trustOf(
      Object.values(references.facts),
      law,
      weakest(translationsOf(service, supplement, locale)),
      modules,
    ),
    sources: data.sources,
    usedFacts: usedFactsOf(service, supplement, office, modules, references),
    usedTerms: [text, ...(supplement ? [supplement[locale]] : [])]
      .flatMap(({ outline }) => usedTermsOf(outline, references))
      .filter((term, index, all) => all.indexOf(term) === index),
  };
}

type Complete = Required<SupplementSource>;

/** What the municipality of an office adds to a service, or null. */
export function supplementOf(service: CompleteService, office: string): Complete | null {
  const found = service.supplements.find((each) => each.office === office);
  return found?.data && found.de && found.ar && found.en ? asShown(found as Complete) : null;
}

/** What the texts and the lists of the page look up. */
function referencesAt(
  service: CompleteService,
  supplement: Complete | null,
  office: Office,
  locale: Locale,
  today: string,
): References {
  const { shelf } = getContent();
  const facts = [...factsIn(service.data), ...contactFacts(office.contact)].map(({ id }) => id);
  const own = referencesOf(service[locale], shelf, today, { facts, laws: service.data.laws });
  if (!supplement) return own;
  const added = referencesOf(supplement[locale], shelf, today, {
    facts: factsIn(supplement.data).map(({ id }) => id),
    laws: [],
  });
  return {
    facts: { ...own.facts, ...added.facts },
    terms: { ...own.terms, ...added.terms },
    documents: { ...own.documents, ...added.documents },
    laws: { ...own.laws, ...added.laws },
  };
}

function translationsOf(service: CompleteService, supplement: Complete | null, locale: Locale) {
  if (locale === "de") return [];
  const texts = [service[locale], ...(supplement ? [supplement[locale]] : [])];
  return texts.map(({ frontMatter }) => frontMatter.translation);
}

function bookingAt(office: Office, slug: string, locale: Locale): Booking | null {
  const found = findConcern(office, slug);
  if (!found) return null;
  return {
    concern: found.concern.name[locale],
    offices: [
      {
        href: bookHref(locale, office.slug, slug),
        checklist: checklistHref(locale, office.slug, slug),
        city: office.city[locale],
        name: office.name[locale],
      },
    ],
  };
}

function shownSupplement(supplement: Complete, locale: Locale): ShownSupplement {
  const { editor, source, takenOver, confirmed } = supplement.data;
  const { title, description } = supplement[locale].frontMatter;
  return { title, description, editor: editor[locale], source, takenOver, confirmed };
}
