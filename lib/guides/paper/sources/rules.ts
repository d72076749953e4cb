import { dateText } from "@/lib/guides/formats/rules";
import { factInlines, german, lawInline, ltr, sectionTarget, text } from "@/lib/guides/paper/inlines/rules";
import { filled, place } from "@/lib/guides/paper/markup/rules";
import { loosened } from "@/lib/guides/paper/tables/rules";
import type { Block, Inline, Setting } from "@/lib/guides/paper/types";
import type { UsedFact } from "@/lib/guides/types";
import { withoutMarks } from "@/lib/i18n/marks";
import { translator } from "@/lib/i18n/translator";

const columns = ["value", "what", "law", "source", "verified"] as const;

/** Where a guide has its facts from: the sources, and every figure with its legal basis and the day it was checked. */
export function sourceBlocks(setting: Setting): Block[] {
  const { guide, locale } = setting;
  const t = translator(locale, "guide.sources");
  const items = guide.sources.map(({ title, url, retrieved }) => ({
    link: { kind: "link" as const, url, content: [german(title)] },
    address: { kind: "link" as const, url, content: [ltr(url)] },
    retrieved: withoutMarks(t("retrieved", { date: dateText(retrieved, locale) })),
  }));
  const sources: Block = { kind: "sources", items };
  if (guide.usedFacts.length === 0) return [sources];
  const head = columns.map((column) => [text(t(column))]);
  const rows = guide.usedFacts.map((used) => factRow(used, setting).map(loosened));
  return [
    sources,
    { kind: "heading", depth: 3, id: null, content: [text(t("factsLabel"))] },
    { kind: "table", head, rows, widths: [19, 30, 29, 31, 23], small: true },
  ];
}

function factRow({ fact, section }: UsedFact, setting: Setting): Inline[][] {
  const { guide, locale } = setting;
  const t = translator(locale, "guide.sources");
  // Their addresses stand here; a number for each would fill the list of addresses.
  const value = (shown: typeof fact.value) =>
    factInlines({ unit: fact.unit, value: shown }, { ...setting, addresses: [] }).map(unnumbered);
  const { upcoming } = fact;
  const next = upcoming
    ? filled(
        t.markup("upcoming", { date: dateText(upcoming.validFrom, locale), value: place }),
        value(upcoming.value),
      )
    : null;
  const status: Inline[] = fact.status === "unverified" ? [{ kind: "break" }, text(t("unverified"))] : [];
  const isGerman = section.id in guide.german;
  return [
    [{ kind: "strong", content: value(fact.value) }, ...(next ? [{ kind: "break" as const }, ...next] : [])],
    [
      {
        kind: "goto",
        target: sectionTarget(section.id),
        content: [isGerman ? german(section.title) : text(section.title)],
      },
    ],
    [fact.law ? lawInline(fact.law) : text(t("noLaw"))],
    [{ kind: "link", url: fact.source.url, content: [german(fact.source.title)] }],
    [text(dateText(fact.verifiedAt, locale)), ...status],
  ];
}

function unnumbered(inline: Inline): Inline {
  if (inline.kind !== "link") return inline;
  const { address: _, ...rest } = inline;
  return rest;
}
