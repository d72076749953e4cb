import { z } from "zod";
import { type Locale, locales } from "@/lib/i18n/routing";

export const longestQuery = 200;
export const mostHits = 20;

const number = /^\d{1,3}$/;

/** What `GET /api/v1/search` is asked; messages are keys of `booking.problems`. */
export const searchQuerySchema = z.strictObject({
  q: z
    .string({ error: "required" })
    .transform((query) => query.trim())
    .pipe(z.string().min(1, "required").max(longestQuery, "name_long")),
  locale: z.enum(locales as readonly [Locale, ...Locale[]], { error: "locale" }).optional(),
  limit: z
    .string({ error: "limit" })
    .regex(number, "limit")
    .transform(Number)
    .pipe(z.int().min(1, "limit").max(mostHits, "limit"))
    .default(10),
  /** The last word may not be complete. */
  typing: z.enum(["0", "1"], { error: "typing" }).default("0"),
});
