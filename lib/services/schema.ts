import { z } from "zod";
import { topics } from "@/lib/guides/rules";
import { translationSchema } from "@/lib/guides/schema";
import { citedSource, day, identifier, localized, slug, text } from "@/lib/guides/source/schema";

/** A figure with what it is for: `{ label, fact }`. */
const figure = z.strictObject({ label: localized, fact: identifier });

/** What is the same in every language: `content/services/<slug>/service.yaml`. */
export const serviceSchema = z.strictObject({
  /** Name in the catalogues of German authorities (Leistungsbezeichnung). */
  officialName: text,
  topic: z.enum(topics),
  order: z.int(),
  /** Offices that have a page of this service. */
  offices: z.array(slug).min(1),
  /** Concerns it is booked as, where an office has them. */
  concerns: z.array(slug),
  guides: z.array(slug).min(1),
  related: z.array(slug),
  /** The first is the one of the trust line. */
  laws: z.array(text).min(1),
  documents: z.array(slug).min(1),
  fees: z.array(figure).min(1),
  deadlines: z.array(figure),
  /** Fact that says how long it takes; null where nobody says so. */
  processingTime: identifier.nullable(),
  sources: z.array(citedSource.extend({ retrieved: day })).min(1),
});

/** Front matter of `content/services/<slug>/<locale>.mdx`; the description is the short text (Kurztext). */
const own = { title: text, description: text, keywords: z.array(text) };
/** As in guides: the day on which the German text of a section took up a change of the law. */
const legal = z.record(slug, day).default({});
export const serviceFrontMatter = z.strictObject({ ...own, legal });
export const serviceTranslationFrontMatter = z.strictObject({ ...own, translation: translationSchema });

/** Something that is done or fetched on the web; `link` is a fact of the unit `url`. */
const onWeb = z.strictObject({ name: localized, description: localized.optional(), link: identifier });

/** What one municipality adds: `content/services/<slug>/supplements/<office>/supplement.yaml`. */
export const supplementSchema = z.strictObject({
  /** Who answers for the supplement (redaktionell verantwortlich). */
  editor: localized,
  fees: z.array(figure),
  documents: z.array(slug),
  online: z.array(onWeb),
  forms: z.array(onWeb),
  source: text,
  /** The day on which it was taken over, and whether anybody has confirmed it since. */
  takenOver: day,
  confirmed: z.boolean(),
});

/** Front matter of its text; the description is one sentence on what the municipality adds. */
const added = { title: text, description: text };
export const supplementFrontMatter = z.strictObject({ ...added, legal });
export const supplementTranslationFrontMatter = z.strictObject({ ...added, translation: translationSchema });
