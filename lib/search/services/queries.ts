import "server-only";
import { getOffice } from "@/lib/offices/queries";
import { inEach } from "@/lib/search/rules";
import type { SearchEntry } from "@/lib/search/types";
import { completeServices } from "@/lib/services/queries";
import { serviceHref } from "@/lib/services/rules";

/**
 * Every service at every office that has it. They are one result, so that a service does not fill the list; whoever
 * names a town is led to the page of its office.
 */
export function serviceEntries(): SearchEntry[] {
  return completeServices().flatMap((service) =>
    service.data.offices.flatMap((slug): SearchEntry[] => {
      const office = getOffice(slug);
      if (!office) return [];
      const texts = inEach((locale) => {
        const { title, description, keywords } = service[locale].frontMatter;
        return {
          title,
          heading: office.name[locale],
          body: description,
          about: `${office.name[locale]} ${office.city[locale]}`,
          keywords: keywords.join(", "),
          terms: service.data.officialName,
          url: serviceHref(locale, slug, service.slug),
        };
      });
      return [
        {
          key: `service:${slug}/${service.slug}`,
          kind: "service",
          slug: service.slug,
          page: `service:${service.slug}`,
          texts,
        },
      ];
    }),
  );
}
