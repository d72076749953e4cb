import type { SourceFrontMatter } from "@/lib/guides/types";
import type { Article } from "./types";

type Told = SourceFrontMatter["articles"];

/** The address of an article after the language. */
export function articlePath(guide: string, article: string): string {
  return `/guides/${guide}/${article}`;
}

/** The sections of a guide that tell an article each, from the first to the last one that its front matter names. */
export function articlesOf(
  guide: string,
  told: Told,
  sections: readonly { id: string; title: string }[],
): Article[] {
  if (!told) return [];
  const ids = sections.map(({ id }) => id);
  const [first, last] = [ids.indexOf(told.first), ids.indexOf(told.last)];
  if (first < 0 || last < first) return [];
  return sections.slice(first, last + 1).map(({ id, title }) => {
    const state = told.confirmed.includes(id)
      ? "confirmed"
      : told.partly.includes(id)
        ? "partly"
        : "unverified";
    return { id, title, state, path: articlePath(guide, id) };
  });
}

/** What the front matter of a guide says wrongly of its articles. */
export function articleFaults(told: Told, sections: readonly { id: string; title: string }[]): string[] {
  if (!told) return [];
  const articles = articlesOf("", told, sections).map(({ id }) => id);
  if (articles.length === 0) return ["articles: first and last are sections of the guide, in their order"];
  return [...told.confirmed, ...told.partly].flatMap((id, index, all) => {
    if (!articles.includes(id)) return [`articles: ${id} is no section from ${told.first} to ${told.last}`];
    return all.indexOf(id) < index ? [`articles: ${id} is named twice`] : [];
  });
}

/** The articles before and after one. */
export function neighbours(
  articles: readonly Article[],
  id: string,
): { previous: Article | null; next: Article | null } {
  const at = articles.findIndex((article) => article.id === id);
  if (at < 0) return { previous: null, next: null };
  return { previous: articles[at - 1] ?? null, next: articles[at + 1] ?? null };
}

/** The text of a section without its heading, which the page writes. */
export function withoutHeading(source: string): string {
  return source.replace(/^##[^\n]*\n?/, "");
}
