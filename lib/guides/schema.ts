import { z } from "zod";
import { citedSource, day, identifier, slug, text } from "@/lib/guides/source/schema";
import { topics } from "./rules";

/** What every language of a guide has. */
const own = {
  title: text,
  description: text,
  keywords: z.array(text),
};

/** Front matter of `content/guides/<slug>/de.mdx`: the German text is the source. */
export const sourceFrontMatter = z.strictObject({
  ...own,
  topic: z.enum(topics),
  order: z.int(),
  brief: z
    .array(z.strictObject({ label: text, fact: identifier }))
    .min(2)
    .max(4),
  related: z.array(slug),
  /** The concern that belongs to the guide; whichever office has it can be chosen. */
  book: slug.nullable(),
  law: text,
  /** The day on which the German text of a section took up a change of the law: a translation older than that is not shown. */
  legal: z.record(slug, day).default({}),
  sources: z.array(citedSource.extend({ retrieved: day })).min(1),
  /**
   * A guide that tells a law: its sections from the first to the last of these have a page each. What a second source says
   * as well is confirmed, or partly so.
   */
  articles: z
    .strictObject({ first: slug, last: slug, confirmed: z.array(slug), partly: z.array(slug) })
    .optional(),
  /** The last day on which what the guide says changed; without it, the day on which its newest source was read. */
  changed: day.optional(),
});

/** How a translation came to be, and from which text. */
export const translationSchema = z
  .strictObject({
    method: z.enum(["human", "machine", "machine-reviewed"]),
    reviewer: text.nullable(),
    date: day,
    /** Hash of the German section that each section was made from. */
    sections: z.record(
      slug,
      z.string().regex(/^[0-9a-f]{16}$/, "the hash of a section (npm run content -- --fix)"),
    ),
    /** The changes of the law that are in the translation: the days that stood in `legal` when it was made. */
    legal: z.record(slug, day).optional(),
  })
  .refine(
    (translation) =>
      (translation.method === "machine-reviewed") === (translation.reviewer !== null) ||
      translation.method === "human",
    {
      path: ["reviewer"],
      error: "a reviewed translation names its reviewer, an unreviewed one has none",
    },
  );

/** Front matter of a translation. */
export const translationFrontMatter = z.strictObject({
  ...own,
  briefLabels: z.array(text).min(2).max(4),
  translation: translationSchema,
});

/** Front matter of `content/offices/<office>/<locale>.mdx`. */
export const officeFrontMatter = z.strictObject({ title: text, description: text });
