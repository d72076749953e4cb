import "server-only";
import { getContent } from "@/lib/guides/content/queries";
import { assertContent } from "@/lib/guides/lint/queries";
import { asShown } from "@/lib/guides/shown/rules";
import type { Locale } from "@/lib/i18n/routing";
import { getOffice } from "@/lib/offices/queries";
import { inOrder, serviceHref } from "./rules";
import type { CompleteService, ServiceLinks, ServiceSource, ServiceSummary } from "./types";

/** Every page of a service there is: one for each office that has it. */
export function getServicePaths(): { office: string; service: string }[] {
  assertContent();
  return completeServices().flatMap(({ slug, data }) =>
    data.offices.map((office) => ({ office, service: slug })),
  );
}

/** The services that are there in every language, in their order, as readers get them. */
export function completeServices(): CompleteService[] {
  return getContent().services.filter(isComplete).map(asShown).sort(inOrder);
}

function isComplete(service: ServiceSource): service is CompleteService {
  return Boolean(service.data && service.de && service.ar && service.en);
}

export function findService(slug: string): CompleteService | null {
  return completeServices().find((service) => service.slug === slug) ?? null;
}

/** The services of an office, in one language. */
export function getServices(office: string, locale: Locale): ServiceSummary[] {
  return completeServices().flatMap((service) => summaryAt(service, office, locale) ?? []);
}

/** A service in a list of an office, or null when the office has no page of it. */
export function getServiceSummary(slug: string, office: string, locale: Locale): ServiceSummary | null {
  const service = findService(slug);
  return service ? summaryAt(service, office, locale) : null;
}

function summaryAt(service: CompleteService, office: string, locale: Locale): ServiceSummary | null {
  const { slug, data } = service;
  if (!data.offices.includes(office)) return null;
  const { title, description } = service[locale].frontMatter;
  return { slug, title, description, href: serviceHref(locale, office, slug) };
}

/** The services that belong to a guide, with the offices that have a page of each. */
export function getServicesOfGuide(guide: string, locale: Locale): ServiceLinks[] {
  return completeServices()
    .filter(({ data }) => data.guides.includes(guide))
    .map((service) => ({
      slug: service.slug,
      title: service[locale].frontMatter.title,
      offices: officesOf(service, locale),
    }));
}

/** The pages of a service, in the order of its offices. */
export function officesOf({ slug, data }: CompleteService, locale: Locale): ServiceLinks["offices"] {
  return data.offices.flatMap((name) => {
    const office = getOffice(name);
    if (!office) return [];
    return [{ slug: name, city: office.city[locale], href: serviceHref(locale, name, slug) }];
  });
}
