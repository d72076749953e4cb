import type { z } from "zod";
import type { Citation } from "@/lib/guides/laws/types";
import type { factSchema } from "./schema";

export type Fact = z.infer<typeof factSchema>;
export type Unit = Fact["unit"];
/** A number, a range, or text, as the unit wants it. */
export type FactValue = Fact["values"][number]["value"];

/** A value with the days on which it holds. */
export interface DatedValue {
  value: FactValue;
  validFrom?: string;
  validTo?: string;
}

/** A fact as a page shows it: its value on one day, and where it comes from. */
export interface ShownFact {
  id: string;
  unit: Unit;
  value: FactValue;
  /** The value that follows, where the future is known. */
  upcoming: { value: FactValue; validFrom: string } | null;
  status: Fact["status"];
  law: Citation | null;
  source: { title: string; url: string };
  verifiedAt: string;
}
