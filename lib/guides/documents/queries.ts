import "server-only";
import { getContent } from "@/lib/guides/content/queries";
import { showDocument } from "@/lib/guides/references/rules";
import { buildDate } from "@/lib/time/build";
import type { ShownDocument } from "./types";

/** The documents with these ids, in their order, for a list on the page of a concern. Throws on an unknown id. */
export function getDocuments(ids: readonly string[], today = buildDate()): ShownDocument[] {
  const { shelf } = getContent();
  return ids.map((id) => {
    const document = shelf.documents.get(id);
    if (!document) throw new Error(`there is no document “${id}”`);
    return showDocument(document, today, shelf);
  });
}
