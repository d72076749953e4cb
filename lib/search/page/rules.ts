import { escaped } from "@/lib/i18n/markup";
import type { Mark, SearchHit } from "@/lib/search/types";
import type { PageText } from "./types";

/** A text with its marks; everything else in it is text. */
export function marked(text: string, marks: readonly Mark[]): string {
  let html = "";
  let at = 0;
  for (const [start, end] of marks) {
    html += `${escaped(text.slice(at, start))}<mark>${escaped(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escaped(text.slice(at));
}

/** What stands in the slot of the results. */
export function resultsHtml({ hits, kinds, suggestion, advice }: PageText): string {
  const other = suggestion
    ? `<p class="mt-3"><a class="inline-flex min-h-11 items-center font-semibold" href="${escaped(suggestion.href)}">${escaped(suggestion.text)}</a></p>`
    : "";
  const list = `<ol class="mt-3 divide-y divide-line rounded-card border border-line bg-card shadow-card">${hits
    .map((hit) => hitHtml(hit, kinds[hit.kind]))
    .join("")}</ol>`;
  return `${other}${hits.length > 0 ? list : ""}${advice ? `<p class="mt-3">${escaped(advice)}</p>` : ""}`;
}

function hitHtml({ url, title, heading, snippet, marks }: SearchHit, kind: string): string {
  const under = heading ? `<p class="text-[.96em] font-semibold">${escaped(heading)}</p>` : "";
  return (
    '<li class="grid gap-1 px-5 py-4"><div class="flex flex-wrap items-center justify-between gap-x-4">' +
    `<a class="inline-flex min-h-11 min-w-0 items-center text-[1.1em] font-bold wrap-anywhere" href="${escaped(url)}"><span>${marked(title, marks.title)}</span></a>` +
    `<span class="inline-block rounded-full bg-sand px-3 py-0.5 text-sm font-semibold text-ink">${escaped(kind)}</span></div>` +
    `${under}<p class="text-[.96em] wrap-anywhere">${marked(snippet, marks.snippet)}</p></li>`
  );
}

/** What the portal's script puts into the page while somebody types. */
export function partHtml(text: PageText): string {
  return `<p data-slot="status">${escaped(text.status)}</p><div data-slot="results">${resultsHtml(text)}</div>`;
}

/** The prerendered page of the search with a query and what came of it. */
export function filledPage(shell: string, query: string, text: PageText): string {
  const asked = `q=${encodeURIComponent(query)}`;
  // Functions, since a "$" in a text would mean something in a replacement.
  return shell
    .replace("<title>", () => `<title>${escaped(query)} – `)
    .replace(/(<input\b[^>]*\bdata-slot="query")/, (start) => `${start} value="${escaped(query)}"`)
    .replace(/(<p\b[^>]*\bdata-slot="status"[^>]*>)[^<]*/, (_, start) => start + escaped(text.status))
    .replace(/(<div data-slot="results">)/, (start) => start + resultsHtml(text))
    .replace(
      /(<a\b[^>]*\bhref="\/[a-z]{2}\/search)("[^>]*\bhreflang=)/gi,
      (_, address, rest) => `${address}?${escaped(asked)}${rest}`,
    );
}
