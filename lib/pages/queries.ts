import "server-only";
import { getCheckPlaces } from "@/lib/checks/queries";
import { getArticlePaths } from "@/lib/guides/articles/queries";
import { getGuides } from "@/lib/guides/queries";
import { byTopicCounts } from "@/lib/guides/rules";
import { languagesOf } from "@/lib/i18n/alternates";
import { locales, routing } from "@/lib/i18n/routing";
import { getOffices } from "@/lib/offices/queries";
import { siteAddress } from "@/lib/platform/site";
import { getServicePaths } from "@/lib/services/queries";
import { guideChangedOn } from "./feed/queries";
import type { ReadingPage } from "./types";

const listed = (path: string): ReadingPage => ({ path, listed: true });
const unlisted = (path: string): ReadingPage => ({ path, listed: false });

/**
 * Every prerendered page. The build fails where one is missing or where there is another one; the sitemap names those
 * that are listed, and feedback can be given on all of them.
 */
export function getReadingPages(): ReadingPage[] {
  const guides = getGuides(routing.defaultLocale);
  return [
    ...["", "/guides", "/checks", "/offices", "/glossary", "/imprint", "/privacy", "/accessibility"].map(
      listed,
    ),
    ...["/search", "/saved", "/not-found", "/feedback/later", "/guides/later"].map(unlisted),
    ...guides.map(({ slug }) => listed(`/guides/${slug}`)),
    ...getArticlePaths().map(({ path }) => listed(path)),
    ...byTopicCounts(guides).map(({ topic }) => listed(`/topics/${topic}`)),
    ...getCheckPlaces().flatMap(({ check, start, questions, outcomes }) => [
      listed(`/checks/${check}`),
      // Somewhere in the middle of a check.
      ...questions.filter((id) => id !== start).map((id) => unlisted(`/checks/${check}/questions/${id}`)),
      ...outcomes.map((id) => listed(`/checks/${check}/results/${id}`)),
    ]),
    ...getOffices().flatMap(({ slug, departments }) => [
      listed(`/offices/${slug}`),
      ...departments.flatMap(({ concerns }) =>
        concerns.map((concern) => listed(`/offices/${slug}/checklist/${concern.slug}`)),
      ),
    ]),
    ...getServicePaths().map(({ office, service }) => listed(`/offices/${office}/services/${service}`)),
  ];
}

let paths: Set<string> | undefined;

/** Whether there is such a page. */
export function isReadingPath(path: string): boolean {
  paths ??= new Set(getReadingPages().map((page) => page.path));
  return paths.has(path);
}

/** Every listed page in every language, with its other languages and, where it is known, its last change. */
export function sitemapEntries(): {
  url: string;
  lastModified?: string;
  alternates: { languages: Record<string, string> };
}[] {
  const whole = (address: string) => `${siteAddress()}${address}`;
  return getReadingPages()
    .filter((page) => page.listed)
    .flatMap(({ path }) => {
      const others = Object.entries(languagesOf(path)).map(([language, address]) => [
        language,
        whole(address),
      ]);
      const languages: Record<string, string> = Object.fromEntries(others);
      const [, guide] = /^\/guides\/([^/]+)(?:\/[^/]+)?$/.exec(path) ?? [];
      return locales.map((locale) => ({
        url: whole(`/${locale}${path}`),
        ...(guide ? { lastModified: guideChangedOn(guide, locale) } : {}),
        alternates: { languages },
      }));
    });
}
