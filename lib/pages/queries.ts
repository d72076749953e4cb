import "server-only";
import { getCheckPlaces } from "@/lib/checks/queries";
import { getGuides } from "@/lib/guides/queries";
import { byTopicCounts } from "@/lib/guides/rules";
import { routing } from "@/lib/i18n/routing";
import { getOffices } from "@/lib/offices/queries";
import { getServicePaths } from "@/lib/services/queries";
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
    ...["", "/guides", "/checks", "/offices", "/imprint", "/privacy", "/accessibility"].map(listed),
    ...["/search", "/not-found"].map(unlisted),
    ...guides.map(({ slug }) => listed(`/guides/${slug}`)),
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
