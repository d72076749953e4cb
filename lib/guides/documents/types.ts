import type { z } from "zod";
import type { ShownFact } from "@/lib/guides/facts/types";
import type { documentSchema } from "./schema";

export type Document = z.infer<typeof documentSchema>;

/** A document as a list shows it. */
export interface ShownDocument extends Omit<Document, "notOlderThan"> {
  notOlderThan: ShownFact | null;
}
