import "server-only";
import { type Locale, locales } from "@/lib/i18n/routing";
import { siteAddress } from "@/lib/platform/site";
import { getContent } from "../content/queries";
import { factAt } from "../facts/rules";
import { guideHref } from "../mdx/links";
import { getGuideParts, getGuides } from "../queries";
import type { FactsAnswer, GuideAnswer, GuidesAnswer } from "./schema";

/** How long what the API says of the content may be kept, in seconds; it changes with a release. */
export const contentSeconds = 300;

/** The guides that are there in every language, in the order of their topics. */
export function guidesAnswer(locale: Locale): GuidesAnswer {
  const guides = getGuides(locale).map(({ slug, topic, title }) => ({
    ...{ slug, topic, title },
    locales: [...locales],
  }));
  return { guides };
}

/** What there is to know of a guide beside its text, on a day; null when there is none of this name. */
export function guideAnswer(slug: string, locale: Locale, today: string): GuideAnswer | null {
  const guide = getGuideParts(slug, locale, today);
  if (!guide) return null;
  const { topic, title, description, minutes, sections, brief, trust, sources, related, concerns } = guide;
  const { translation } = trust;
  return {
    ...{ slug, topic, title, locale, description, minutes, sources, concerns },
    locales: [...locales],
    url: siteAddress() + guideHref(locale, slug),
    sections: sections.map(({ id, title, stale }) => ({ id, title, stale })),
    brief: brief.map(({ label, fact }) => ({ label, fact: fact.id })),
    facts: Object.keys(guide.references.facts).sort(),
    translation: translation && {
      method: translation.method,
      reviewer: translation.reviewer,
      date: translation.date,
    },
    related: related.map((other) => other.slug),
  };
}

/** Every fact that has a value on a day, with the days on which that holds. */
export function factsAnswer(today: string): FactsAnswer {
  const facts = [...getContent().shelf.facts.values()].flatMap((fact) => {
    const holding = factAt(fact, today);
    if (!holding) return [];
    const { id, unit, status, source, verifiedAt, reviewBy } = fact;
    const { value, validFrom = null, validTo = null } = holding;
    return [{ id, value, unit, validFrom, validTo, status, source, verifiedAt, reviewBy }];
  });
  return { facts: facts.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
