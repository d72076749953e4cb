import { dayAndMonth } from "@/lib/i18n/dates";
import { escaped, leftToRight } from "@/lib/i18n/markup";
import type { Locale } from "@/lib/i18n/routing";
import type { OpenState } from "../hours/types";
import type { PlaceAnswer } from "../places/types";
import type { LetterRange, SurnameAnswer } from "../surnames/types";
import type { Office } from "../types";
import type { Asked, Say, Slots } from "./types";

/** A prerendered page of offices with its slots filled in, and with what was asked in its field. */
export function filledPage(shell: string, slots: Slots, asked: Asked | null): string {
  let html = shell;
  // Functions, since a "$" in a text would mean something in a replacement.
  for (const [name, content] of Object.entries(slots))
    html = html.replace(
      new RegExp(`(<(?:p|div)\\b[^>]*\\bdata-slot="${name}"[^>]*>)`),
      (start) => start + content,
    );
  if (!asked?.value) return html;
  const query = `${asked.field}=${encodeURIComponent(asked.value)}`;
  return html
    .replace(
      new RegExp(`(<input\\b[^>]*\\bdata-slot="${asked.field}")`),
      (start) => `${start} value="${escaped(asked.value)}"`,
    )
    .replace(
      /(<a\b[^>]*\bhref="\/[a-z]{2}\/offices(?:\/[a-z0-9-]+)?)("[^>]*\bhreflang=)/gi,
      (_, address, rest) => `${address}?${escaped(query)}${rest}`,
    );
}

const dot = (open: boolean) =>
  `<span aria-hidden="true" class="me-2 inline-block size-2.5 rounded-full ${open ? "bg-teal" : "border-2 border-soft"}"></span>`;

/** Whether somebody is there, in words: `openNow` or `phoneNow` of the messages. Nothing where nothing is known. */
export function openHtml(state: OpenState, about: "openNow" | "phoneNow", locale: Locale, say: Say): string {
  const mark = "\u0001";
  const line = (key: string, time: string, values: Record<string, string> = {}) =>
    dot(state.open) +
    escaped(say(`${about}.${key}`, { ...values, time: mark })).replace(mark, leftToRight(time));
  if (state.open) return `<b>${line("open", state.until)}</b>`;
  const { next } = state;
  if (!next) return "";
  if (next.inDays < 2) return line(next.inDays === 0 ? "today" : "tomorrow", next.time);
  return line("day", next.time, { day: dayAndMonth(next.date, locale) });
}

/** The state of an office of several departments: open while one is, until the last closes. */
export function openAnywhere(states: readonly OpenState[]): OpenState {
  const until = states
    .flatMap((state) => (state.open ? [state.until] : []))
    .sort()
    .at(-1);
  if (until) return { open: true, until };
  const next = states
    .flatMap((state) => (!state.open && state.next ? [state.next] : []))
    .sort((one, other) => one.inDays - other.inDays || one.time.localeCompare(other.time))[0];
  return { open: false, next: next ?? null };
}

const link = (href: string, text: string) =>
  `<a class="inline-flex min-h-11 items-center text-[1.1em] font-bold" href="${escaped(href)}">${escaped(text)}</a>`;

/** What a postcode or the name of a town led to. */
export function placesHtml(
  { places, match, postcode }: PlaceAnswer,
  question: string,
  offices: readonly Office[],
  locale: Locale,
  say: Say,
  open: (office: Office) => string,
): string {
  if (match === "none") {
    const names = new Intl.ListFormat(locale).format(offices.map(({ city }) => city[locale]));
    const help = [say("none", { question }), say("noneHelp", { offices: names })];
    return help.map((text) => `<p>${escaped(text)}</p>`).join("");
  }
  const intro =
    places.length > 1
      ? `<p>${escaped(say(postcode ? "severalPostcode" : "several", { postcode: postcode ?? "" }))}</p>`
      : "";
  const items = places.map((place) => {
    const office = offices.find(({ slug }) => slug === place.office);
    const name = place.name[locale];
    if (!office) return `<p>${escaped(say("noOffice", { place: name }))}</p>`;
    const said = say(match === "likely" ? "likely" : "found", { place: name });
    const state = open(office);
    return (
      `<p>${escaped(said)}</p><p>${link(`/${locale}/offices/${office.slug}`, office.name[locale])}</p>` +
      (state ? `<p class="text-soft">${state}</p>` : "")
    );
  });
  return intro + items.map((item) => `<div class="grid gap-0.5">${item}</div>`).join("");
}

type Line = LetterRange & { number: string; href: string };

/** Which telephone belongs to a family name. */
export function surnameHtml(answer: SurnameAnswer<Line> | null, say: Say): string {
  if (!answer) return `<p>${escaped(say("unknown"))}</p>`;
  const phone = ({ from, to, number, href }: Line) =>
    `<a class="inline-flex min-h-11 items-center font-bold whitespace-nowrap" href="${escaped(href)}">${leftToRight(number)}</a> (${leftToRight(`${from}–${to}`)})`;
  const [first, ...others] = answer.ranges;
  if (first && others.length === 0) return `<p>${escaped(say("certain"))} ${phone(first.range)}</p>`;
  const rows = answer.ranges.map(({ range, beginnings }) => {
    const letters = beginnings.map((text) => leftToRight(`${text}…`)).join(` ${escaped(say("or"))} `);
    return `<li>${letters ? `${letters}: ` : ""}${phone(range)}</li>`;
  });
  const hints = answer.hints
    .map((hint) => `<p class="text-soft">${escaped(say(`hints.${hint}`))}</p>`)
    .join("");
  return `<p>${escaped(say("uncertain"))}</p><ul>${rows.join("")}</ul>${hints}`;
}
