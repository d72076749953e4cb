import type { Metadata } from "next";
import { type Locale, locales, routing } from "./routing";
import { translator } from "./translator";

/**
 * Canonical address and the other languages of a page, for `<link rel="alternate" hreflang>`, and the feed of the
 * language. `path` comes after the language.
 */
export function alternates(locale: Locale, path: string): NonNullable<Metadata["alternates"]> {
  return {
    canonical: `/${locale}${path}`,
    languages: languagesOf(path),
    types: { "application/atom+xml": `/${locale}/feed.xml` },
  };
}

/** The addresses of a page by language; `x-default` is for readers of another one. */
export function languagesOf(path: string): Record<Locale | "x-default", string> {
  const languages = Object.fromEntries(locales.map((other) => [other, `/${other}${path}`]));
  return { ...(languages as Record<Locale, string>), "x-default": `/${routing.defaultLocale}${path}` };
}

type Shared = { title?: string; description?: string | undefined; type?: "website" | "article" };

/**
 * What the head of a reading page says: title, description, its address in every language, and how other sites and
 * messengers show a link to it (OpenGraph). Without a title it is the portal's name.
 */
export function shareable(
  locale: Locale,
  path: string,
  { title, description, type = "website" }: Shared,
): Metadata {
  const siteName = translator(locale, "layout")("brand");
  return {
    ...(title ? { title } : {}),
    ...(description ? { description } : {}),
    alternates: alternates(locale, path),
    openGraph: {
      title: title ?? siteName,
      ...(description ? { description } : {}),
      url: `/${locale}${path}`,
      siteName,
      locale,
      type,
      images: "/icon-512.png",
    },
  };
}
