import "server-only";
import { checkEntries } from "@/lib/search/checks/queries";
import { factEntries } from "@/lib/search/facts/queries";
import { guideEntries } from "@/lib/search/guides/queries";
import { officeEntries } from "@/lib/search/offices/queries";
import { serviceEntries } from "@/lib/search/services/queries";
import { termEntries } from "@/lib/search/terms/queries";
import type { SearchEntry } from "@/lib/search/types";

/** The domains that have something to be found; each gives all of it. */
const sources: (() => SearchEntry[])[] = [
  guideEntries,
  factEntries,
  termEntries,
  serviceEntries,
  checkEntries,
  officeEntries,
];

/** Everything that can be found. Of two entries with the same key the first one counts. */
export function searchEntries(): SearchEntry[] {
  const entries = sources.flatMap((source) => source());
  return [...new Map(entries.reverse().map((entry) => [entry.key, entry])).values()].reverse();
}
