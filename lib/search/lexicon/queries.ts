import "server-only";
import { parse } from "yaml";
import { readContent } from "@/lib/guides/source/queries";
import { makeLexicon } from "./rules";
import { lexiconSchema } from "./schema";
import type { Lexicon } from "./types";

/** The words of `content/search.yaml`. Throws, naming the path, when something in it cannot be read. */
export function getLexicon(): Lexicon {
  const lexicon = readContent("search.yaml", (source) => makeLexicon(lexiconSchema.parse(parse(source))));
  if (!lexicon) throw new Error("content/search.yaml is missing");
  return lexicon;
}
