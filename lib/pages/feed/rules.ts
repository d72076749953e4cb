import { escaped, escapedXml } from "@/lib/i18n/markup";
import { directions, type Locale } from "@/lib/i18n/routing";
import type { FeedEntry, FeedWords } from "./types";

/** The guides of a language as an Atom feed (RFC 4287), the latest change first. `site`: the portal's public address. */
export function atomFeed(
  entries: readonly FeedEntry[],
  locale: Locale,
  site: string,
  words: FeedWords,
): string {
  const base = `${site}/${locale}`;
  const latest = [...entries].sort(
    (one, other) => other.changed.localeCompare(one.changed) || one.path.localeCompare(other.path),
  );
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}" dir="${directions[locale]}">`,
    `<id>${escaped(`${base}/guides`)}</id>`,
    `<title>${escapedXml(words.title)}</title>`,
    `<subtitle>${escapedXml(words.subtitle)}</subtitle>`,
    `<author><name>${escapedXml(words.author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(`${base}/feed.xml`)}"/>`,
    `<link rel="alternate" type="text/html" hreflang="${locale}" href="${escaped(`${base}/guides`)}"/>`,
    `<updated>${instant(latest[0]?.changed ?? "1970-01-01")}</updated>`,
    ...latest.map((entry) => entryXml(entry, `${base}${entry.path}`, locale)),
    "</feed>",
  ];
  return `${lines.join("\n")}\n`;
}

function entryXml({ title, summary, topic, changed }: FeedEntry, address: string, locale: Locale): string {
  return [
    "<entry>",
    `<id>${escaped(address)}</id>`,
    `<title>${escapedXml(title)}</title>`,
    `<link rel="alternate" type="text/html" hreflang="${locale}" href="${escaped(address)}"/>`,
    `<updated>${instant(changed)}</updated>`,
    `<category term="${escaped(topic)}"/>`,
    `<summary>${escapedXml(summary)}</summary>`,
    "</entry>",
  ].join("\n");
}

/** Content knows days; a feed wants an instant. */
const instant = (day: string) => `${day}T00:00:00Z`;
