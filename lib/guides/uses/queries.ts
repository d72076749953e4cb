import "server-only";
import { getContent } from "@/lib/guides/content/queries";
import { mentionsIn } from "@/lib/guides/mentions/rules";
import type { Mention } from "@/lib/guides/mentions/types";
import { filesBelow, readContent } from "@/lib/guides/source/queries";
import { byPage, readWanted, usesOf } from "./rules";
import type { UsedPage } from "./types";

/** Every mention in `content/`, whatever folders there are. A file that did not change is not read again. */
export function getMentions(): Mention[] {
  return filesBelow([".mdx", ".yaml"]).flatMap(
    (file) => readContent(file, (source, name) => mentionsIn(source, name), "mentions") ?? [],
  );
}

/** The pages that show a fact, a law, a document or a term; null when there is no such thing. */
export function getUses(query: string): UsedPage[] | null {
  const { shelf } = getContent();
  const wanted = readWanted(query, shelf);
  return wanted && byPage(usesOf(wanted, getMentions(), shelf.laws));
}
