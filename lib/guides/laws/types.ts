import type { z } from "zod";
import type { Localized } from "@/lib/offices/types";
import type { lawSchema } from "./schema";

export type Law = z.infer<typeof lawSchema>;

/** A citation as a page shows it. */
export interface Citation {
  /** As written: `§ 48 Abs. 1 AufenthV`. */
  cite: string;
  /** Id of the statute. */
  statute: string;
  name: Localized;
  /** The first paragraph or article cited: `48`, `104a`. */
  paragraph: string;
  url: string;
}
