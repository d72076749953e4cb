import "server-only";
import { getContent } from "@/lib/guides/content/queries";
import { showFact } from "@/lib/guides/references/rules";
import { buildDate } from "@/lib/time/build";
import type { FactValue, ShownFact } from "./types";

/** A fact on a day, for pages that show it outside a text (the telephone number of an office). Throws on an unknown id. */
export function getFact(id: string, today = buildDate()): ShownFact {
  const { shelf } = getContent();
  const fact = shelf.facts.get(id);
  if (!fact) throw new Error(`there is no fact “${id}”`);
  return showFact(fact, today, shelf);
}

/** The value of a fact on a day, for the API and for mails. Throws on an unknown id and where it has none. */
export function factValue(id: string, today = buildDate()): FactValue {
  return getFact(id, today).value;
}
