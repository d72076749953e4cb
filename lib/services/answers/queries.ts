import "server-only";
import { getFact } from "@/lib/guides/facts/queries";
import { plainFact } from "@/lib/guides/formats/rules";
import { getCitation } from "@/lib/guides/laws/queries";
import { sectionEntries } from "@/lib/guides/trust/rules";
import type { Translation } from "@/lib/guides/types";
import { type Locale, locales } from "@/lib/i18n/routing";
import { siteAddress } from "@/lib/platform/site";
import { sectionText } from "@/lib/search/texts/queries";
import { supplementOf } from "../page/queries";
import { completeServices, findService } from "../queries";
import { isModule, serviceHref } from "../rules";
import type { CompleteService, Supplement, SupplementSource } from "../types";
import type { ServiceAnswer, ServicesAnswer } from "./schema";

type Text = CompleteService | Required<SupplementSource>;

/** The services that are there in every language, in their order. */
export function servicesAnswer(locale: Locale): ServicesAnswer {
  const services = completeServices().map((service) => ({
    ...summaryOf(service, locale),
    offices: service.data.offices,
  }));
  return { services };
}

/** Everything about a service, with what each municipality adds, on a day; null when there is none of this name. */
export function serviceAnswer(slug: string, locale: Locale, today: string): ServiceAnswer | null {
  const service = findService(slug);
  if (!service) return null;
  const { documents, fees, deadlines, processingTime, guides, related, concerns, sources, laws, offices } =
    service.data;
  return {
    ...summaryOf(service, locale),
    ...{ locale, description: service[locale].frontMatter.description },
    modules: modulesOf(service, locale),
    fees: figuresOf(fees, locale),
    deadlines: figuresOf(deadlines, locale),
    ...{ processingTime, documents, guides, related, concerns, sources },
    laws: laws.map((cite) => ({ cite, url: getCitation(cite).url })),
    translation: locale === "de" ? null : translationOf(service[locale].frontMatter.translation),
    offices: offices.map((office) => ({
      slug: office,
      url: siteAddress() + serviceHref(locale, office, slug),
      supplement: supplementAt(service, office, locale, today),
    })),
  };
}

function summaryOf({ slug, data, ...texts }: CompleteService, locale: Locale) {
  const { topic, officialName } = data;
  return { slug, topic, title: texts[locale].frontMatter.title, officialName, locales: [...locales] };
}

function modulesOf(source: Text, locale: Locale): ServiceAnswer["modules"] {
  const text = source[locale];
  const recorded = locale === "de" ? undefined : source[locale].frontMatter.translation.sections;
  return sectionEntries(text.outline, source.de.outline, recorded).flatMap(({ id, title, stale, german }) => {
    const section = text.outline.sections.find((each) => each.id === id);
    if (!section || !isModule(id)) return [];
    // Signs that only tell a screen how to place a run say nothing to a machine.
    const shownIn: Locale = german ? "de" : locale;
    const said = plainFact(sectionText(section, shownIn));
    return [{ id, locale: shownIn, title, text: said || null, stale }];
  });
}

function supplementAt(
  service: CompleteService,
  office: string,
  locale: Locale,
  today: string,
): ServiceAnswer["offices"][number]["supplement"] {
  const supplement = supplementOf(service, office);
  if (!supplement) return null;
  const { editor, source, takenOver, confirmed, fees, documents, online, forms } = supplement.data;
  const onWeb = (entries: Supplement["online"]) =>
    entries.map(({ name, description, link }) => ({
      name: name[locale],
      description: description?.[locale] ?? null,
      link: String(getFact(link, today).value),
    }));
  return {
    ...{ editor: editor[locale], source, takenOver, confirmed, documents },
    modules: modulesOf(supplement, locale),
    fees: figuresOf(fees, locale),
    online: onWeb(online),
    forms: onWeb(forms),
  };
}

function figuresOf(figures: Supplement["fees"], locale: Locale) {
  return figures.map(({ label, fact }) => ({ label: label[locale], fact }));
}

function translationOf({ method, reviewer, date }: Translation) {
  return { method, reviewer, date };
}
