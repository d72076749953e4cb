import { z } from "zod";
import { locales } from "@/lib/i18n/routing";
import { factSchema } from "../facts/schema";
import { topics } from "../rules";
import { sourceFrontMatter } from "../schema";
import { citedSource, day, identifier, slug, text } from "../source/schema";

// What the API answers about guides and facts.

/** The query of a guide; messages are keys of `booking.problems`. */
export const guideQuerySchema = z.strictObject({
  locale: z.enum(locales, { error: "locale" }).optional().describe("Instead of `Accept-Language`."),
});

const summary = { slug, topic: z.enum(topics), title: text, locales: z.array(z.enum(locales)).min(1) };

export const guidesAnswerSchema = z.strictObject({ guides: z.array(z.strictObject(summary)) });
export type GuidesAnswer = z.infer<typeof guidesAnswerSchema>;

export const guideAnswerSchema = z.strictObject({
  ...summary,
  locale: z.enum(locales),
  description: text,
  /** Address of the page. */
  url: z.url(),
  minutes: z.int().min(1),
  /** `stale`: the German text has changed since this section was translated. */
  sections: z.array(z.strictObject({ id: slug, title: text, stale: z.boolean() })).min(1),
  /** The figures at its head, and all that it uses. */
  brief: z.array(z.strictObject({ label: text, fact: identifier })),
  facts: z.array(identifier),
  /** Null for the German text. */
  translation: z
    .strictObject({
      method: z.enum(["human", "machine", "machine-reviewed"]),
      reviewer: text.nullable(),
      date: day,
    })
    .nullable(),
  sources: sourceFrontMatter.shape.sources,
  related: z.array(slug),
  /** Concerns whose documents it is about. */
  concerns: z.array(slug),
});
export type GuideAnswer = z.infer<typeof guideAnswerSchema>;

const units = factSchema.options.flatMap((option): string[] => option.shape.unit.options);

const fact = z.strictObject({
  id: identifier,
  /** A number, a range of two, or text, as the unit wants it. */
  value: z.union([z.number(), z.tuple([z.number(), z.number()]), z.string()]),
  unit: z.enum(units),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  status: z.enum(["confirmed", "unverified"]),
  source: citedSource,
  verifiedAt: day,
  reviewBy: day,
});

export const factsAnswerSchema = z.strictObject({ facts: z.array(fact) });
export type FactsAnswer = z.infer<typeof factsAnswerSchema>;
