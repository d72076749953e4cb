import "server-only";
import { getContent } from "@/lib/guides/content/queries";
import { citationOf } from "./rules";
import type { Citation } from "./types";

/** A citation with its address. @throws like `citationOf` */
export function getCitation(cite: string): Citation {
  return citationOf(cite, getContent().shelf.laws);
}
