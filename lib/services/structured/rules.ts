import type { Office } from "@/lib/offices/types";
import type { ServicePage, ShownFigure } from "@/lib/services/types";

/** A node of JSON-LD. */
export interface LinkedData {
  [name: string]: string | number | LinkedData | LinkedData[];
}

/**
 * A service at an office in the words of schema.org, for machines that read the page. It says what the page says, and
 * nothing else. `site` is the address of the portal.
 */
export function governmentService(page: ServicePage, office: Office, site: string): LinkedData {
  const { locale, title, description, officialName } = page;
  const url = site + page.href;
  return {
    "@context": "https://schema.org",
    "@type": "GovernmentService",
    "@id": url,
    ...{ url, name: title, description, alternateName: officialName, inLanguage: locale },
    areaServed: { "@type": "City", name: office.city[locale] },
    serviceOperator: operatorOf(page, office, site),
    availableChannel: page.bookings.flatMap(({ concern, offices }) =>
      offices.map(({ href }) => ({ "@type": "ServiceChannel", name: concern, serviceUrl: site + href })),
    ),
    offers: figuresIn(page, "fees").flatMap(offerOf),
    subjectOf: page.laws.map(({ cite, name, url: address }) => ({
      "@type": "Legislation",
      ...{ legislationIdentifier: cite, name: name[locale], url: address },
    })),
    isRelatedTo: page.related.map((other) => ({
      "@type": "GovernmentService",
      ...{ "@id": site + other.href, name: other.title },
    })),
  };
}

function figuresIn(page: ServicePage, module: string): ShownFigure[] {
  return page.modules.find(({ id }) => id === module)?.figures ?? [];
}

function operatorOf(page: ServicePage, office: Office, site: string): LinkedData {
  const { hotline, address } = office.contact;
  const value = (id: string | undefined) => (id ? page.references.facts[id]?.value : undefined);
  const [telephone, place] = [value(hotline), value(address)];
  return {
    "@type": "GovernmentOrganization",
    name: office.name[page.locale],
    url: `${site}/${page.locale}/offices/${office.slug}`,
    ...(telephone === undefined ? {} : { telephone: String(telephone) }),
    ...(place === undefined ? {} : { address: String(place) }),
  };
}

function offerOf({ label, fact }: ShownFigure): LinkedData[] {
  const offer = { "@type": "Offer", name: label, priceCurrency: "EUR" };
  if (typeof fact.value === "number") return [{ ...offer, price: fact.value }];
  if (typeof fact.value === "string") return [];
  const [minPrice, maxPrice] = fact.value;
  return [
    {
      ...offer,
      priceSpecification: { "@type": "PriceSpecification", priceCurrency: "EUR", minPrice, maxPrice },
    },
  ];
}
