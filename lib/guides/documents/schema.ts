import { z } from "zod";
import { identifier, localized, slug } from "@/lib/guides/source/schema";

/** One entry of `content/documents.yaml`. */
export const documentSchema = z.strictObject({
  id: slug,
  name: localized,
  /** Where to get it, what it must show. */
  note: localized.optional(),
  form: z.enum(["original", "copy", "original-and-copy", "digital"]),
  /** A certified German translation is needed when it is in another language. */
  translation: z.boolean(),
  /** Id of a fact that says how old it may be. */
  notOlderThan: identifier.optional(),
});
