import "server-only";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { getGuideParts } from "@/lib/guides/queries";
import { isSettled } from "@/lib/guides/source/queries";
import type { Locale } from "@/lib/i18n/routing";
import { log } from "@/lib/platform/log";
import { type Pressed, press } from "@/lib/platform/press";
import { isDemonstration, siteAddress } from "@/lib/platform/site";
import { buildDate } from "@/lib/time/build";
import { paperOf } from "./rules";
import type { Paper } from "./types";

/** A guide that can be had as a file; `version` changes whenever anything in it does. */
export interface GuideOnPaper {
  version: string;
  content: () => Promise<Pressed>;
}

/** Files are kept for the guides that were asked for last. */
const keptAtMost = 48;

interface Kept {
  day: string;
  version: string;
  paper: Paper;
  made?: Promise<Pressed> | undefined;
}

const kept = new Map<string, Kept>();
const sheet = "lib/guides/paper/guide.typ";
const set = press(sheet);
let look: Buffer | undefined;

/**
 * A guide on a day as a tagged PDF on A4, by PDF/UA-1; null when there is no such guide. Nothing is set before its content
 * is wanted, and each version once.
 * It cannot be had where the guide shows a fact that has no value on that day.
 */
export function guideOnPaper(slug: string, locale: Locale, today = buildDate()): GuideOnPaper | null {
  let entry: Kept | null;
  try {
    entry = keptOf(slug, locale, today);
  } catch (error) {
    log.error({ slug, locale, error }, "a guide cannot be put on paper");
    return { version: "none", content: async () => ({ ok: false, reason: "failed" }) };
  }
  if (!entry) return null;
  return {
    version: entry.version,
    content: async () => {
      entry.made ??= set(JSON.stringify(entry.paper));
      const made = await entry.made;
      // The next one may have more luck.
      if (!made.ok) entry.made = undefined;
      return made;
    },
  };
}

function keptOf(slug: string, locale: Locale, day: string): Kept | null {
  const key = `${locale}/${slug}`;
  const known = kept.get(key);
  // While the portal runs its content stays the same; a writer's does not.
  if (known?.day === day && isSettled) return remember(key, known);
  const guide = getGuideParts(slug, locale, day);
  if (!guide) return null;
  const paper = paperOf(guide, { site: siteAddress(), today: day, demonstration: isDemonstration() });
  // The same texts look different after an update of the portal.
  look ??= readFileSync(path.join(process.cwd(), sheet));
  const version = createHash("sha256").update(look).update(JSON.stringify(paper)).digest("hex").slice(0, 24);
  return remember(key, known?.version === version ? { ...known, day } : { day, version, paper });
}

/** Keeps it as the last one asked for, and forgets the one that was not asked for the longest. */
function remember(key: string, entry: Kept): Kept {
  kept.delete(key);
  kept.set(key, entry);
  const [oldest] = kept.keys();
  if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest);
  return entry;
}
