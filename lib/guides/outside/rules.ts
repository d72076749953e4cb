import type { Mention } from "@/lib/guides/mentions/types";
import type { LinkOutcome, OutsideLink } from "./types";

/** The addresses outside the portal in `content/`, with the pages they stand on. */
export function outsideLinks(mentions: readonly Mention[]): Pick<OutsideLink, "url" | "pages">[] {
  const links = new Map<string, Set<string>>();
  for (const { name, page } of mentions) {
    // An address with a gap (`{n}`) is a pattern.
    if (!/^https:\/\/[^\s{}]+$/.test(name)) continue;
    links.set(name, (links.get(name) ?? new Set()).add(page));
  }
  return [...links].map(([url, pages]) => ({ url, pages: [...pages] }));
}

/** What an answer says about an address. */
export function outcomeOf(status: number | null): LinkOutcome {
  if (status === null) return "unreachable";
  if (status < 400) return "found";
  return status === 404 || status === 410 ? "gone" : "refused";
}

const severity: Record<LinkOutcome, number> = { gone: 0, unreachable: 1, refused: 2, found: 3 };

/** The worst first, and among equals by address; those nobody has looked at last. */
export function byUrgency(a: OutsideLink, b: OutsideLink): number {
  const rank = ({ check }: OutsideLink) => (check ? severity[check.outcome] : 4);
  return rank(a) - rank(b) || (a.url < b.url ? -1 : 1);
}

/** The addresses to look at now: first those never looked at, then those looked at longest ago. */
export function nextToCheck(links: readonly OutsideLink[], atMost: number): string[] {
  const age = ({ check }: OutsideLink) => check?.checkedAt ?? "";
  return links
    .toSorted((a, b) => (age(a) < age(b) ? -1 : age(a) > age(b) ? 1 : 0))
    .slice(0, atMost)
    .map(({ url }) => url);
}
