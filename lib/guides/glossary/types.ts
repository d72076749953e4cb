import type { z } from "zod";
import type { termSchema } from "./schema";

export type Term = z.infer<typeof termSchema>;

/** A term in the glossary of a language, with the guides that use it, at the section that does so first. */
export interface GlossaryEntry {
  term: Term;
  guides: { title: string; href: string }[];
}
