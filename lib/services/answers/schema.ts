import { z } from "zod";
import { topics } from "@/lib/guides/rules";
import { citedSource, day, identifier, slug, text } from "@/lib/guides/source/schema";
import { locales } from "@/lib/i18n/routing";
import { modules } from "../rules";

// What the API answers about services.

/** The query of a service; messages are keys of `booking.problems`. */
export const serviceQuerySchema = z.strictObject({
  locale: z.enum(locales, { error: "locale" }).optional().describe("Instead of `Accept-Language`."),
});

const summary = {
  slug,
  topic: z.enum(topics),
  title: text,
  /** Name in the catalogues of German authorities (Leistungsbezeichnung). */
  officialName: text,
  locales: z.array(z.enum(locales)).min(1),
};

export const servicesAnswerSchema = z.strictObject({
  services: z.array(z.strictObject({ ...summary, offices: z.array(slug).min(1) })),
});
export type ServicesAnswer = z.infer<typeof servicesAnswerSchema>;

const figure = z.strictObject({ label: text, fact: identifier });
const module = z.strictObject({
  id: z.enum(modules),
  /** What title and text are in: German where a change of the law is not in the translation yet. */
  locale: z.enum(locales),
  title: text,
  /** What it says, without its lists; null where it has none. */
  text: text.nullable(),
  /** The German text has changed since this one was translated. */
  stale: z.boolean(),
});
const onWeb = z.strictObject({ name: text, description: text.nullable(), link: z.url() });

/** What a municipality adds. */
const supplement = z.strictObject({
  /** Who answers for it. */
  editor: text,
  source: text,
  takenOver: day,
  /** Whether the municipality has confirmed it since. */
  confirmed: z.boolean(),
  modules: z.array(module),
  fees: z.array(figure),
  documents: z.array(slug),
  online: z.array(onWeb),
  forms: z.array(onWeb),
});

export const serviceAnswerSchema = z.strictObject({
  ...summary,
  locale: z.enum(locales),
  /** The short text (Kurztext). */
  description: text,
  modules: z.array(module).min(1),
  fees: z.array(figure),
  deadlines: z.array(figure),
  /** A fact, or null where nobody says so. */
  processingTime: identifier.nullable(),
  documents: z.array(slug),
  laws: z.array(z.strictObject({ cite: text, url: z.url() })).min(1),
  /** Null for the German text. */
  translation: z
    .strictObject({
      method: z.enum(["human", "machine", "machine-reviewed"]),
      reviewer: text.nullable(),
      date: day,
    })
    .nullable(),
  guides: z.array(slug),
  related: z.array(slug),
  /** What it is booked as, where an office has that. */
  concerns: z.array(slug),
  /** The offices that have it, each with the address of its page and with what the municipality adds. */
  offices: z.array(z.strictObject({ slug, url: z.url(), supplement: supplement.nullable() })).min(1),
  sources: z.array(citedSource.extend({ retrieved: day })).min(1),
});
export type ServiceAnswer = z.infer<typeof serviceAnswerSchema>;
