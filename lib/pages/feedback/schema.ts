import { z } from "zod";
import { locales } from "@/lib/i18n/routing";
import { tidied } from "./rules";

/** Longest text that somebody can leave, in UTF-16 units. */
export const longestFeedback = 1000;

/** The first form: a page was helpful or not. */
export const voteSchema = z.object({
  page: z
    .string()
    .max(200)
    .regex(/^(\/[a-z0-9-]+)*$/),
  locale: z.enum(locales),
  helpful: z.enum(["yes", "no"]).transform((answer) => answer === "yes"),
});

/** The second form: what was missing. The token says which vote it belongs to. */
export const missingSchema = z.object({
  token: z.string(),
  locale: z.enum(locales),
  missing: z.string().transform(tidied).pipe(z.string().min(1).max(longestFeedback)),
});
