import { ltr, termInlines, text } from "@/lib/guides/paper/inlines/rules";
import type { Block, Inline, Setting } from "@/lib/guides/paper/types";
import type { Booking } from "@/lib/guides/types";
import { withoutMarks } from "@/lib/i18n/marks";
import { translator } from "@/lib/i18n/translator";

/** The appointment that belongs to a text, with the address of each office; without one, the way to the offices. */
export function bookBlock(book: Booking | null, { guide: { locale }, site }: Setting): Block {
  const t = translator(locale, "guide.book");
  const address = (href: string): Inline => ({
    kind: "link",
    url: `${site}${href}`,
    content: [ltr(shortAddress(`${site}${href}`))],
  });
  if (!book) {
    const place = { name: withoutMarks(t("find")), link: address(`/${locale}/offices`) };
    return { kind: "book", label: place.name, concern: null, places: [{ ...place, name: "" }] };
  }
  return {
    kind: "book",
    label: withoutMarks(t("action")),
    concern: withoutMarks(book.concern),
    places: book.offices.map(({ name, href }) => ({ name: withoutMarks(name), link: address(href) })),
  };
}

/** What stands after the text: the official terms with one sentence each, and the addresses of its links. */
export function endBlocks(setting: Setting): Block[] {
  const { guide, locale, addresses } = setting;
  const heading = (title: string): Block => ({ kind: "heading", depth: 2, id: null, content: [text(title)] });
  const terms: Block = {
    kind: "terms",
    items: guide.usedTerms.map((term) => ({
      id: term.id,
      name: termInlines(term, locale),
      explain: withoutMarks(term.explain[locale]),
    })),
  };
  const items = addresses.map((url): Block[] => [
    { kind: "paragraph", content: [{ kind: "link", url, content: [ltr(shortAddress(url))] }] },
  ]);
  const list: Block = { kind: "list", ordered: true, steps: false, start: 1, items };
  return [
    ...(guide.usedTerms.length > 0 ? [heading(translator(locale, "guide.terms")("title")), terms] : []),
    ...(items.length > 0 ? [heading(translator(locale, "guide.pdf")("addresses")), list] : []),
  ];
}

/** An address as one types it in. */
export const shortAddress = (url: string): string =>
  url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
