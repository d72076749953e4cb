import "server-only";
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { getGuideParts } from "@/lib/guides/queries";
import type { Locale } from "@/lib/i18n/routing";
import { log } from "@/lib/platform/log";
import { press } from "@/lib/platform/press";
import { isDemonstration, siteAddress } from "@/lib/platform/site";
import { buildDate } from "@/lib/time/build";
import { paperOf } from "./rules";
import type { Paper } from "./types";

/** A guide as a file. `packed` is the same for whoever unpacks it (gzip), at a third of the size. */
export interface GuidePdf {
  pdf: Buffer;
  packed: Buffer;
}

/** A guide that can be had as a file; `version` changes whenever anything in it does. */
export interface GuideOnPaper {
  version: string;
  content: () => Promise<({ ok: true } & GuidePdf) | { ok: false; reason: "busy" | "failed" }>;
}

/** Files are kept for the guides that were asked for last. */
const keptAtMost = 48;

interface Kept {
  day: string;
  version: string;
  paper: Paper;
  made?: Promise<GuidePdf | "busy" | "failed">;
}

const kept = new Map<string, Kept>();
const set = press("lib/guides/paper/guide.typ");

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
      entry.made ??= make(entry.paper);
      const made = await entry.made;
      if (typeof made !== "string") return { ok: true, ...made };
      // The next one may have more luck.
      entry.made = undefined;
      return { ok: false, reason: made };
    },
  };
}

async function make(paper: Paper): Promise<GuidePdf | "busy" | "failed"> {
  const pressed = await set(JSON.stringify(paper));
  if (!pressed.ok) return pressed.reason;
  return { pdf: pressed.pdf, packed: gzipSync(pressed.pdf) };
}

function keptOf(slug: string, locale: Locale, day: string): Kept | null {
  const key = `${locale}/${slug}`;
  const known = kept.get(key);
  // While the portal runs its content stays the same; a writer's does not.
  if (known?.day === day && process.env.NODE_ENV === "production") return remember(key, known);
  const guide = getGuideParts(slug, locale, day);
  if (!guide) return null;
  const paper = paperOf(guide, { site: siteAddress(), today: day, demonstration: isDemonstration() });
  const version = createHash("sha256").update(JSON.stringify(paper)).digest("hex").slice(0, 24);
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
