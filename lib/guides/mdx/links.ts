import { termAnchor } from "@/lib/guides/glossary/rules";
import type { Locale } from "@/lib/i18n/routing";

/** Where a link of the content leads. */
export type ContentLink =
  | { kind: "guide"; slug: string; section: string | null }
  | { kind: "check"; slug: string }
  | { kind: "office"; office: string }
  | { kind: "book"; office: string; concern: string }
  | { kind: "external"; url: string };

/** Reads `guide:slug`, `guide:slug#section`, `check:slug`, `office:slug`, `book:office/concern` or an https address; null otherwise. */
export function parseLink(url: string): ContentLink | null {
  const guide = /^guide:([a-z0-9-]+)(?:#([a-z0-9-]+))?$/.exec(url);
  if (guide?.[1]) return { kind: "guide", slug: guide[1], section: guide[2] ?? null };
  const check = /^check:([a-z0-9-]+)$/.exec(url);
  if (check?.[1]) return { kind: "check", slug: check[1] };
  const office = /^office:([a-z0-9-]+)$/.exec(url);
  if (office?.[1]) return { kind: "office", office: office[1] };
  const book = /^book:([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(url);
  if (book?.[1] && book[2]) return { kind: "book", office: book[1], concern: book[2] };
  return /^https:\/\/[^\s/]+\.[^\s/]+/.test(url) ? { kind: "external", url } : null;
}

/** The address of a guide in a language, with an optional section. */
export function guideHref(locale: Locale, slug: string, section?: string | null): string {
  return `/${locale}/guides/${slug}${section ? `#${section}` : ""}`;
}

/** The address of a guide as a file for paper. */
export function pdfHref(locale: Locale, slug: string): string {
  return `${guideHref(locale, slug)}/guide.pdf`;
}

/** The address at which a check begins. */
export function checkHref(locale: Locale, slug: string): string {
  return `/${locale}/checks/${slug}`;
}

/** The address of an outcome of a check, which says nothing of the answers. */
export function outcomeHref(locale: Locale, check: string, outcome: string): string {
  return `${checkHref(locale, check)}/results/${outcome}`;
}

/** The address of an official term in the glossary. */
export function termHref(locale: Locale, term: string): string {
  return `/${locale}/glossary#${termAnchor(term)}`;
}

/** The address of an office in a language. */
export function officeHref(locale: Locale, office: string): string {
  return `/${locale}/offices/${office}`;
}

/** The address at which a concern is booked. */
export function bookHref(locale: Locale, office: string, concern: string): string {
  return `${officeHref(locale, office)}/book?concern=${concern}`;
}

/** The address of the documents to tick off for a concern. */
export function checklistHref(locale: Locale, office: string, concern: string): string {
  return `${officeHref(locale, office)}/checklist/${concern}`;
}

/** The address of a link in a language. */
export function linkHref(link: ContentLink, locale: Locale): string {
  switch (link.kind) {
    case "guide":
      return guideHref(locale, link.slug, link.section);
    case "check":
      return checkHref(locale, link.slug);
    case "office":
      return officeHref(locale, link.office);
    case "book":
      return bookHref(locale, link.office, link.concern);
    case "external":
      return link.url;
  }
}
