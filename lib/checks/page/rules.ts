import { escaped } from "@/lib/i18n/markup";
import type { Filling, GivenAnswer } from "./types";

type Way = Pick<Filling, "locale" | "slug" | "given" | "hidden">;

/** The address of a check with these answers; without any the address of its beginning. */
export function answersAddress({ locale, slug, given }: Omit<Way, "hidden">): string {
  const query = new URLSearchParams(given.map(({ question, answer }) => [question, answer])).toString();
  return `/${locale}/checks/${slug}${query ? `?${query}` : ""}`;
}

const hiddenFields = (given: readonly GivenAnswer[]): string =>
  given
    .map(
      ({ question, answer }) =>
        `<input type="hidden" name="${escaped(question)}" value="${escaped(answer)}"/>`,
    )
    .join("");

/** A way to where fewer answers were given: a link, or a form where the answers must not stand in an address. */
function wayTo(way: Way, count: number, label: string, about = ""): string {
  const given = way.given.slice(0, count);
  const text = `${escaped(label)}${about ? `<span class="sr-only">: ${about}</span>` : ""}`;
  const address = answersAddress({ ...way, given: way.hidden ? [] : given });
  const look = "inline-flex min-h-11 items-center";
  if (!way.hidden || count === 0) return `<a class="${look}" href="${escaped(address)}">${text}</a>`;
  return (
    `<form method="post" action="${escaped(address)}">${hiddenFields(given)}` +
    `<button type="submit" class="${look} cursor-pointer text-teal underline">${text}</button></form>`
  );
}

/** A question or an answer, marked where it is German on a page in another language. */
function wordsOf({ words, german }: GivenAnswer, which: "question" | "answer"): string {
  const text = escaped(words[which]);
  return german.includes(which) ? `<bdi lang="de" dir="ltr">${text}</bdi>` : text;
}

/** What was answered so far, each with the way to change it. */
function soFar(filling: Filling): string {
  const { given, words } = filling;
  if (given.length === 0) return "";
  const rows = given.map((said, index) => {
    const question = wordsOf(said, "question");
    return (
      '<div class="grid gap-x-4 px-5 py-2.5 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">' +
      `<dt class="text-sm text-soft">${question}</dt><dd class="font-semibold">${wordsOf(said, "answer")}</dd>` +
      `<dd class="sm:col-start-2 sm:row-span-2 sm:row-start-1 print:hidden">${wayTo(filling, index, words.change, question)}</dd></div>`
    );
  });
  return (
    `<h2 class="text-lg">${escaped(words.soFar)}</h2>` +
    `<dl class="mt-2 divide-y divide-line rounded-card border border-line bg-card">${rows.join("")}</dl>`
  );
}

/** The page of a question or an outcome with what depends on the answers; `shell` is that page without any. */
export function filledCheck(shell: string, filling: Filling): string {
  const { given, hidden, progress, fault, words } = filling;
  const slots: Record<string, string> = {
    given: hiddenFields(given),
    "so-far": soFar(filling),
    back: given.length > 0 ? wayTo(filling, given.length - 1, words.back) : "",
    fault: escaped(fault),
    "with-answers": hidden || given.length === 0 ? "" : wayTo(filling, given.length, words.withAnswers),
    ...(progress ? { progress: escaped(progress.text) } : {}),
  };
  let html = shell;
  // Functions, since a "$" in a text would mean something in a replacement.
  for (const [slot, content] of Object.entries(slots)) {
    const place = new RegExp(`(<[a-z]+\\b[^>]*\\bdata-slot="${slot}"[^>]*>)[^<]*`);
    html = html.replace(place, (_, start) => start + content);
  }
  if (progress) {
    html = html.replace(/<progress\b[^>]*>/, (bar) =>
      bar.replace(
        / (value|max)="[^"]*"/g,
        (_, name) => ` ${name}="${name === "max" ? progress.most : progress.number}"`,
      ),
    );
  }
  const method = hidden ? "post" : "get";
  html = html.replace(/<form\b[^>]*\bdata-slot="form"[^>]*>/, (form) =>
    form.replace(/ method="[a-z]+"/, ` method="${method}"`),
  );
  return inOtherLanguages(html, filling);
}

/** The other languages keep the answers: in their addresses, or in forms where they must not stand in an address. */
function inOtherLanguages(html: string, { slug, given, hidden }: Filling): string {
  const address = `/([a-z]{2})/checks/${slug}(?:/[a-z0-9/-]+)?`;
  const link = new RegExp(`<a\\b([^>]*) href="${address}"([^>]* hreflang="[^>]*)>([^<]*)</a>`, "gi");
  return html.replace(link, (_, before, locale, after, name) => {
    if (!hidden)
      return `<a${before} href="${escaped(answersAddress({ locale, slug, given }))}"${after}>${name}</a>`;
    const look = `${before}${after}`
      .replace(/ hreflang="[^"]*"/i, "")
      .replace(' class="', ' class="cursor-pointer ');
    // What is no more than a link in a text becomes a button that looks like one.
    const asLink = look.includes(' class="') ? "" : ' class="cursor-pointer text-teal underline"';
    return (
      `<form method="post" action="${escaped(answersAddress({ locale, slug, given: [] }))}">` +
      `${hiddenFields(given)}<button type="submit"${look}${asLink}>${name}</button></form>`
    );
  });
}
