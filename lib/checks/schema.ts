import { z } from "zod";
import { translationSchema } from "@/lib/guides/schema";
import { citedSource, day, localized, slug, text } from "@/lib/guides/source/schema";
import { locales } from "@/lib/i18n/routing";

/** Where an answer leads when several things decide: the first rule whose answers were given, the last one always. */
const turn = z.strictObject({
  /** Answers (of a question about countries: classes of `countries.yaml`) by the question they were given to. */
  when: z.record(slug, z.array(slug).min(1)).optional(),
  go: slug,
});

/** Id of a question or an outcome, or rules that lead to one. */
const next = z.union([
  slug,
  z
    .array(turn)
    .min(2)
    .refine(
      (turns) => turns.every((each, index) => (each.when === undefined) === (index === turns.length - 1)),
      {
        error: "every rule but the last one has a condition, so that none leads nowhere",
      },
    ),
]);

const questionCommon = {
  id: slug,
  ask: localized,
  /** Explains the words of the question, or where to find the answer. */
  help: localized.optional(),
  /** The answer stands in no address and no log. */
  sensitive: z.boolean().default(false),
};

const listQuestion = z.strictObject({
  ...questionCommon,
  answers: z.array(z.strictObject({ id: slug, label: localized, hint: localized.optional(), next })).min(2),
});

/** The answer is a country of `content/checks/countries.yaml`; where it leads depends on its class. */
const countryQuestion = z.strictObject({
  ...questionCommon,
  /** Answers beside the countries, like having no nationality. */
  answers: z
    .array(z.strictObject({ id: slug, label: localized, hint: localized.optional(), next }))
    .default([]),
  countries: z.record(slug, next),
});

export const verdicts = ["yes", "likely", "depends", "no"] as const;

const outcome = z.strictObject({
  id: slug,
  verdict: z.enum(verdicts),
  title: localized,
  text: localized,
  /** What is not sure, in this case or in the law. */
  uncertain: localized,
  /** Who decides, and that it is not this check. */
  decides: localized,
  /** What to do now. */
  steps: localized.optional(),
  laws: z.array(text).min(1),
  documents: z.array(slug).default([]),
  /** The concern that belongs to the outcome, or null where no appointment helps. */
  book: slug.nullable(),
  guides: z.array(slug).default([]),
});

/** `content/checks/<check>.yaml`: a decision tree with its texts in every language. */
export const checkSchema = z.strictObject({
  order: z.int(),
  title: localized,
  description: localized,
  keywords: z.record(z.enum(locales), z.array(text)),
  law: text,
  /** Guides that lead to the check; it belongs to their topics. */
  guides: z.array(slug).min(1),
  sources: z.array(citedSource.extend({ retrieved: day })).min(1),
  /** As in guides: the day on which the German text of a question or an outcome took up a change of the law. */
  legal: z.record(slug, day).default({}),
  translation: z.strictObject({ ar: translationSchema, en: translationSchema }),
  start: slug,
  questions: z.array(z.union([countryQuestion, listQuestion])).min(1),
  outcomes: z.array(outcome).min(1),
});

/** One class of `content/checks/countries.yaml`: countries (ISO 3166-1, and XK) that a rule treats alike. */
export const countryClassSchema = z.strictObject({
  id: slug,
  /** The rule that names them. */
  law: text,
  status: z.enum(["confirmed", "unverified"]),
  source: citedSource,
  verifiedAt: day,
  reviewBy: day,
  note: text.optional(),
  countries: z.array(z.string().regex(/^[A-Z]{2}$/, "two capital letters (ISO 3166-1)")).min(1),
});
