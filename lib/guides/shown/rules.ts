import type { Section } from "@/lib/guides/mdx/types";
import { translationState } from "@/lib/guides/rules";
import type { GuideText, SourceFrontMatter, Translation } from "@/lib/guides/types";

type German = GuideText<Pick<SourceFrontMatter, "legal">>;
type Translated = GuideText<{ translation: Translation }>;
/** A guide, a service, or what a municipality adds to one. */
type Complete = { de: German; ar: Translated; en: Translated };

/** The component that stands for a German section in a translated text. Nobody can write it: the lint knows no such. */
export const germanSection = "GermanSection";

/**
 * Whether readers get the German section instead of its translation: the German text took up a change of the law on a day
 * (`legal` in its front matter) that the translation does not know yet.
 */
export function isOvertaken(
  { id, source }: Section,
  legal: SourceFrontMatter["legal"],
  translation: Translation,
): boolean {
  const since = legal[id];
  if (since === undefined || translationState(source, translation.sections[id]) === "current") return false;
  const known = translation.legal?.[id];
  return known === undefined || known < since;
}

/**
 * A text as readers get it: translations in which a change of the law has overtaken a section have the German section in
 * its place, also where they have no such section yet. All other texts are the ones given.
 */
export function asShown<Text extends Complete>(text: Text): Text {
  return { ...text, ar: shownText(text.de, text.ar), en: shownText(text.de, text.en) };
}

/** The sections of a text, as `asShown` gives it, that are German though the text is not. */
export function germanSectionsOf(text: { outline: Translated["outline"] }, german: German): Section[] {
  if (text.outline === german.outline) return [];
  return text.outline.sections.filter((section) => german.outline.sections.includes(section));
}

const made = new WeakMap<Translated, { german: German; shown: Translated }>();

function shownText<Own extends Translated>(german: German, translated: Own): Own {
  const known = made.get(translated);
  if (known?.german === german) return known.shown as Own;
  const { legal } = german.frontMatter;
  const { translation } = translated.frontMatter;
  const overtaken = german.outline.sections.filter((section) => isOvertaken(section, legal, translation));
  // Compiling a text is dear, so that one and the same is given every time.
  const shown = overtaken.length > 0 ? withGerman(german, translated, new Set(overtaken)) : translated;
  made.set(translated, { german, shown });
  return shown;
}

function withGerman<Own extends Translated>(german: German, translated: Own, overtaken: Set<Section>): Own {
  const own = (id: string) => translated.outline.sections.find((section) => section.id === id);
  const sections = german.outline.sections.flatMap((section) =>
    overtaken.has(section) ? section : (own(section.id) ?? []),
  );
  const body = sections
    .map((section) => (overtaken.has(section) ? `<${germanSection} id="${section.id}"/>` : section.source))
    .join("\n\n");
  return { ...translated, body, outline: { ...translated.outline, sections } };
}
