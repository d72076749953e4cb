import { z } from "zod";
import { localized, slug, text } from "@/lib/guides/source/schema";
import { locales } from "@/lib/i18n/routing";

/** One entry of `content/glossary.yaml`. */
export const termSchema = z.strictObject({
  id: slug,
  de: text,
  ar: text,
  en: text,
  /** One plain sentence in each language. */
  explain: localized,
  /** Inflected forms that the children of `<Term>` may show. */
  forms: z.partialRecord(z.enum(locales), z.array(text)).default({}),
});
