import "server-only";
import { getContent } from "@/lib/guides/content/queries";
import { getGuides } from "@/lib/guides/queries";
import type { Locale } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";
import { siteAddress } from "@/lib/platform/site";
import { atomFeed } from "./rules";

/** The feed of a language. */
export function feedOf(locale: Locale): string {
  const topics = translator(locale, "guide.topics");
  const t = translator(locale, "guides");
  const brand = translator(locale, "layout")("brand");
  const entries = getGuides(locale).map(({ slug, title, description, topic }) => ({
    path: `/guides/${slug}`,
    title,
    summary: description,
    topic: topics(topic),
    changed: guideChangedOn(slug, locale),
  }));
  const words = { title: `${brand}: ${t("title")}`, subtitle: t("lead"), author: brand };
  return atomFeed(entries, locale, siteAddress(), words);
}

/**
 * The day on which what a guide says last changed in a language: `changed` of the German text, or the day on which its
 * newest source was read; for a translation its own day, when that is later.
 */
export function guideChangedOn(slug: string, locale: Locale): string {
  const guide = getContent().guides.find((candidate) => candidate.slug === slug);
  const german = guide?.de?.frontMatter;
  const days = german
    ? [
        german.changed ??
          german.sources
            .map(({ retrieved }) => retrieved)
            .sort()
            .at(-1),
      ]
    : [];
  if (guide && locale !== "de") days.push(guide[locale]?.frontMatter.translation.date);
  const latest = days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  if (!latest) throw new Error(`there is no guide “${slug}” in ${locale}`);
  return latest;
}
