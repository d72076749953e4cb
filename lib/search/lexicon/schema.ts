import { z } from "zod";

const words = z.string().transform((text) => text.trim().split(/\s+/));
const group = z.array(z.string().min(1)).min(2);

/** `content/search.yaml`. */
export const lexiconSchema = z.strictObject({
  stopWords: z.strictObject({ ar: words, de: words, en: words }),
  whole: words,
  apart: z.array(z.tuple([z.string(), z.string()])),
  forms: z.array(group),
  meanings: z.array(group),
});

export type LexiconSource = z.infer<typeof lexiconSchema>;
