import type { z } from "zod";
import type { GuideText } from "@/lib/guides/types";
import type {
  serviceFrontMatter,
  serviceSchema,
  serviceTranslationFrontMatter,
  supplementFrontMatter,
  supplementSchema,
  supplementTranslationFrontMatter,
} from "./schema";

export type Service = z.infer<typeof serviceSchema>;
export type Supplement = z.infer<typeof supplementSchema>;

/** A text in all its languages. A language that is not there yet is undefined. */
interface Texts<German extends z.ZodType, Translated extends z.ZodType> {
  de?: GuideText<z.infer<German>>;
  ar?: GuideText<z.infer<Translated>>;
  en?: GuideText<z.infer<Translated>>;
}

export interface SupplementSource
  extends Texts<typeof supplementFrontMatter, typeof supplementTranslationFrontMatter> {
  office: string;
  data?: Supplement;
}

/** A service as it stands in its files. */
export interface ServiceSource
  extends Texts<typeof serviceFrontMatter, typeof serviceTranslationFrontMatter> {
  slug: string;
  data?: Service;
  supplements: SupplementSource[];
}
