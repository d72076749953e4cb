import "server-only";
import { headId } from "@/lib/checks/rules";
import { withHead } from "@/lib/checks/source/rules";
import type { CheckSource } from "@/lib/checks/types";
import type { Citation } from "@/lib/guides/laws/types";
import { checkHref, outcomeHref } from "@/lib/guides/mdx/links";
import type { Section } from "@/lib/guides/mdx/types";
import { asShown, germanSectionsOf } from "@/lib/guides/shown/rules";
import { sectionEntries, trustOf } from "@/lib/guides/trust/rules";
import type { References, SectionEntry, Trust } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";

/** A question or an outcome as readers of a language get it. */
interface Shown {
  section: Section;
  /** The language of its words: German where a change of the law has overtaken the translation. */
  words: Locale;
  /** The day of that change; null otherwise. */
  since: string | null;
}

/** In which language the words of a question or an outcome stand on the pages of a language. */
export function shownIn({ texts, file }: CheckSource, id: string, locale: Locale): Shown {
  const text = asShown(texts)[locale];
  const section = text.outline.sections.find((candidate) => candidate.id === id);
  if (!section) throw new Error(`${file}: no text for ${id}`);
  const isGerman = germanSectionsOf(text, texts.de).includes(section);
  return {
    section,
    words: isGerman ? "de" : locale,
    since: isGerman ? (texts.de.frontMatter.legal[id] ?? null) : null,
  };
}

/** Title, questions and outcomes of a check, and whether what stands on the pages of a language is older than the German. */
export function entriesOf({ texts }: CheckSource, locale: Locale): SectionEntry[] {
  const recorded = locale === "de" ? undefined : texts[locale].frontMatter.translation.sections;
  return sectionEntries(withHead(asShown(texts)[locale]).outline, withHead(texts.de).outline, recorded);
}

/** The address of a question or an outcome in German where its translation, or on the first page the title, is older. */
export function newerHref({ slug, tree }: CheckSource, id: string, entries: readonly SectionEntry[]) {
  const here = id === tree.start ? [headId, id] : [id];
  if (!entries.some((entry) => here.includes(entry.id) && entry.stale && !entry.german)) return null;
  return tree.outcomes.some((outcome) => outcome.id === id)
    ? outcomeHref("de", slug, id)
    : checkHref("de", slug);
}

/** What a reader may know about a page of a check; of the translation it names what is among `entries`. */
export function checkTrust(
  { tree, texts }: CheckSource,
  locale: Locale,
  { facts }: References,
  law: Citation,
  entries: readonly SectionEntry[],
): Trust {
  const translation = locale === "de" ? null : texts[locale].frontMatter.translation;
  const trust = trustOf(Object.values(facts), law, translation, entries);
  const retrieved = tree.sources.map((source) => source.retrieved);
  const checked = trust.factsCheckedAt ? [trust.factsCheckedAt, ...retrieved] : retrieved;
  return { ...trust, factsCheckedAt: checked.sort()[0] ?? null };
}
