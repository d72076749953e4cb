import { createHash } from "node:crypto";
import type { Locale } from "@/lib/i18n/routing";

/** The topics of guides, in the order of the home page. */
export const topics = [
  "residence",
  "family",
  "health",
  "citizenship",
  "asylum",
  "travel",
  "living",
  "other-countries",
] as const;
export type Topic = (typeof topics)[number];

/** The first section of every guide, and the last ones in their order. */
export const firstSection = "overview";
export const lastSections = ["documents", "costs", "deadlines", "where", "law", "sources", "book"] as const;

export function isTopic(value: string | undefined | null): value is Topic {
  return topics.includes(value as Topic);
}

/** Words a minute, for readers who are not at home in the subject. Arabic words carry more each. */
const pace: Record<Locale, number> = { ar: 140, de: 170, en: 180 };

/** How long a text takes to read, in whole minutes. */
export function readingMinutes(words: number, locale: Locale): number {
  return Math.max(1, Math.round(words / pace[locale]));
}

/** Hash of a German section: what it says counts, not its line breaks. */
export function sectionHash(source: string): string {
  const normal = source.normalize("NFC").replace(/\s+/g, " ").trim();
  return createHash("sha256").update(normal).digest("hex").slice(0, 16);
}

type TranslationState = "current" | "changed" | "unknown";

/**
 * How a translated section stands to the German one: `current`, `changed` since it was translated, or `unknown` where
 * no hash was written down.
 */
export function translationState(germanSource: string, recorded: string | undefined): TranslationState {
  if (!recorded) return "unknown";
  return recorded === sectionHash(germanSource) ? "current" : "changed";
}

/** Guides in the order of their topics, then of their place in the topic. */
export function byTopic<Guide extends { topic: Topic; order: number; slug: string }>(
  a: Guide,
  b: Guide,
): number {
  return (
    topics.indexOf(a.topic) - topics.indexOf(b.topic) ||
    a.order - b.order ||
    a.slug.localeCompare(b.slug, "en")
  );
}

/** Words of a whole text. */
export function wordsOf(outline: { sections: { words: number }[] }): number {
  return outline.sections.reduce((sum, section) => sum + section.words, 0);
}

/** Topics that have guides, in the order of the home page, with how many. */
export function byTopicCounts(guides: readonly { topic: Topic }[]): { topic: Topic; count: number }[] {
  return topics
    .map((topic) => ({ topic, count: guides.filter((guide) => guide.topic === topic).length }))
    .filter(({ count }) => count > 0);
}
