import { renderSVG } from "uqr";
import { dateText, monthText } from "@/lib/guides/formats/rules";
import { guideHref } from "@/lib/guides/mdx/links";
import { parseMdx } from "@/lib/guides/mdx/parse";
import { blocksOf } from "@/lib/guides/paper/blocks/rules";
import { endBlocks, shortAddress } from "@/lib/guides/paper/ends/rules";
import { factInlines, german, lawInline, ltr, sectionTarget, text } from "@/lib/guides/paper/inlines/rules";
import { bold, filled, place } from "@/lib/guides/paper/markup/rules";
import type { GuideParts } from "@/lib/guides/types";
import { withoutMarks } from "@/lib/i18n/marks";
import { directions } from "@/lib/i18n/routing";
import { translator } from "@/lib/i18n/translator";
import type { Inline, Paper, Setting } from "./types";

/** Where and when a paper is made, and what must be said about the portal on it. */
export interface Making {
  /** Public address of the portal. */
  site: string;
  /** `YYYY-MM-DD`. */
  today: string;
  /** Whether its appointments are valid nowhere. */
  demonstration: boolean;
}

/** A guide on paper: all of its texts in the order of reading. */
export function paperOf(guide: GuideParts, { site, today, demonstration }: Making): Paper {
  const { locale } = guide;
  const setting: Setting = { locale, guide, site, addresses: [] };
  const t = translator(locale, "guide");
  const layout = translator(locale, "layout");
  const url = `${site}${guideHref(locale, guide.slug)}`;
  // Cards first: a number in them comes before those of the text.
  const brief = guide.brief.map(({ label, fact }) => ({
    label: withoutMarks(label),
    value: factInlines(fact, setting),
  }));
  const body = [...blocksOf(parseMdx(guide.body), setting), ...endBlocks(setting)];
  return {
    locale,
    direction: directions[locale],
    title: withoutMarks(guide.title),
    description: withoutMarks(guide.description),
    topic: withoutMarks(t(`topics.${guide.topic}`)),
    brand: layout("brand"),
    demonstration: demonstration ? withoutMarks(layout("demo")) : null,
    brief,
    trust: trustOf(guide),
    made: withoutMarks(t("pdf.made", { date: dateText(today, locale) })),
    page: {
      text: withoutMarks(t("pdf.current")),
      link: { kind: "link", url, content: [ltr(shortAddress(url))] },
      alt: withoutMarks(translator(locale, "tools")("qr")),
      // Medium correction: a folded or stained sheet can still be read.
      svg: renderSVG(url, { ecc: "M", border: 0 }),
    },
    contents: withoutMarks(t("contents")),
    body,
    pageNumber: withoutMarks(
      translator(locale, "confirmation")("page", { page: "{page}", pages: "{pages}" }),
    ),
  };
}

const methodKeys = { human: "human", machine: "machine", "machine-reviewed": "machineReviewed" } as const;

/** How current the guide is, and how its translation came to be, as the page says it. */
function trustOf({ trust, locale }: GuideParts): Paper["trust"] {
  const t = translator(locale, "guide.trust");
  const { factsCheckedAt, unconfirmed: count, translation, law } = trust;
  const lines: Paper["trust"] = [];
  const line = (message: string, good = false, content?: Inline[]) =>
    lines.push({ good, content: filled(message, content) });
  if (factsCheckedAt) line(t.markup("checked", { b: bold, month: monthText(factsCheckedAt, locale) }), true);
  if (count > 0) line(t.markup("unconfirmed", { b: bold, count, number: count }));
  if (translation) {
    const { method, reviewer, date } = translation;
    const values = { b: bold, reviewer: reviewer ?? "", date: dateText(date, locale) };
    line(t.markup(methodKeys[method], values), method !== "machine");
    for (const kind of ["stale", "german"] as const) {
      const sections = translation.staleSections.filter(
        (section) => Boolean(section.german) === (kind === "german"),
      );
      if (sections.length === 0) continue;
      const { length } = sections;
      const message = t.markup(kind, { b: bold, count: length, number: length });
      line(`${message}: ${place()}`, false, namesOf(sections));
    }
  }
  line(t.markup("law", { law: place }), true, [lawInline(law)]);
  return lines;
}

function namesOf(sections: { id: string; title: string; german?: boolean }[]): Inline[] {
  return sections.flatMap(({ id, title, german: isGerman }, index) => {
    const name: Inline = {
      kind: "goto",
      target: sectionTarget(id),
      content: [isGerman ? german(title) : text(title)],
    };
    return index > 0 ? [text(" · "), name] : [name];
  });
}
