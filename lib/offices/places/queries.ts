import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { placesSchema } from "./schema";
import type { Place } from "./types";

const file = "content/places.yaml";

let cache: Place[] | undefined;

/** All places that lead to an office. Throws with the path of what is wrong in the file. */
export function getPlaces(): Place[] {
  if (cache) return cache;
  const parsed = placesSchema.safeParse(parse(readFileSync(path.join(process.cwd(), file), "utf8")));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  cache = parsed.data;
  return cache;
}
