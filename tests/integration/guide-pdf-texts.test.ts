import { beforeAll, describe, expect, it } from "vitest";
import { getContent } from "@/lib/guides/content/queries";
import { parseMdx } from "@/lib/guides/mdx/parse";
import { blocksOf } from "@/lib/guides/paper/blocks/rules";
import { paperOf } from "@/lib/guides/paper/rules";
import type { Inline, Paper } from "@/lib/guides/paper/types";
import { getGuideParts } from "@/lib/guides/queries";
import type { GuideParts } from "@/lib/guides/types";
import { press } from "@/lib/platform/press";
import de from "@/messages/de.json";
import { linesOf, pdfOf } from "../support/guide-pdf";
import { closely, hostileTexts, infoOf, objectsOf, pagesOf } from "../support/pdf";

// The files are read once and kept, so that a mark can be set on what was read, as if it stood in the file; before anything
// asks for a guide. Other test files see the guide as it is.
const marked = getContent().guides.find(({ slug }) => slug === "blue-passport");
if (!marked?.de || !marked.ar) throw new Error("no guide");
marked.de.frontMatter.legal = { costs: "2027-01-01", documents: "2027-01-01" };
for (const id of ["costs", "documents", "where"])
  marked.ar.frontMatter.translation.sections[id] = "0123456789abcdef";

const set = press("lib/guides/paper/guide.typ");
const making = { site: "https://mawid.example", today: "2026-11-21", demonstration: false };

function parts(changes: Partial<GuideParts> = {}): GuideParts {
  const guide = getGuideParts("spain-file-status", "de", making.today);
  if (!guide) throw new Error("no guide");
  return { ...guide, ...changes };
}

async function printed(paper: Paper): Promise<Buffer> {
  const pressed = await set(JSON.stringify(paper));
  if (!pressed.ok) throw new Error(pressed.reason);
  return pressed.pdf;
}

/** A small guide with this text, in German. */
const withText = (body: string) =>
  paperOf(
    parts({
      body: `## Text [#overview]\n\n${body}\n\n## Quellen [#sources]\n\n<Sources/>`,
      usedFacts: [],
      usedTerms: [],
    }),
    making,
  );

it("says of each article of a law whether a second source confirms it, as the page does", () => {
  const guide = getGuideParts("egypt-asylum-law-164-2024", "de", making.today);
  if (!guide) throw new Error("no guide");
  const { body } = paperOf(guide, making);
  const after = (id: string) =>
    body[body.findIndex((block) => block.kind === "heading" && block.id === id) + 1];
  const { confirmed, partly, unverified } = de.guide.articles.states;
  for (const [id, said] of Object.entries({
    "article-31": confirmed,
    "article-7": partly,
    "article-14": unverified,
  }))
    expect(after(id)).toEqual({ kind: "paragraph", content: [{ kind: "text", text: said }] });
});

describe("what is written", () => {
  it("is text and nothing else, wherever it stands", async () => {
    const paper = withText("Text");
    const say = (text: string): Inline => ({ kind: "text", text });
    const [heading] = paper.body;
    const pdf = await printed({
      ...paper,
      description: hostileTexts.join(" | "),
      body: [
        ...(heading ? [heading] : []),
        ...hostileTexts.map((text) => ({ kind: "paragraph" as const, content: [say(text)] })),
        { kind: "heading", depth: 3, id: null, content: [say(hostileTexts.join(" | "))] },
        { kind: "table", head: [[say("a")]], rows: hostileTexts.map((text) => [[say(text)]]), widths: [1] },
        {
          kind: "box",
          look: "info",
          label: "Hinweis",
          title: hostileTexts.join(" | "),
          content: [{ kind: "list", ordered: false, steps: false, start: 1, items: [] }],
        },
        {
          kind: "documents",
          items: hostileTexts.map((text) => ({ name: [say(text)], details: text, note: text })),
        },
        ...paper.body.slice(1),
      ],
    });
    const text = closely(pagesOf(pdf).join("\n"));
    for (const part of hostileTexts) expect(text.split(closely(part)).length - 1).toBeGreaterThanOrEqual(7);
    expect(text).not.toContain("root:");
    expect(objectsOf(pdf)).toContain("pdfuaid");
  });

  it("comes from Markdown without its signs, and keeps those that are none", async () => {
    const lines = linesOf(
      pagesOf(
        await printed(
          withText(
            [
              "Vor **fett** und *wichtig* und `a*b_c` und \\*Stern\\* und 5 \\# 3 \\$ @x.",
              "",
              "Zeile eins\\\nZeile zwei",
              "",
              "- außen\n  - innen\n\n3. drei\n4. vier",
              "",
              "> gesagt",
              "",
              "---",
              "",
              "| a | b |\n| --- | --- |\n| c\\|d | e |",
              "",
              "{/* nicht zu sehen */}",
              "",
              "<De>Allein</De>",
              "",
              "[hier](https://www.example.org/weg) und [da](guide:blue-passport) und [oben](guide:spain-file-status#overview)",
            ].join("\n"),
          ),
        ),
      ),
    );
    for (const part of [
      "Vor fett und wichtig und a*b_c und *Stern* und 5 # 3 $ @x.",
      "Zeile eins",
      "Zeile zwei",
      "außen",
      "innen",
      "drei",
      "4.",
      "gesagt",
      "c|d",
      "Allein",
      "hier[2] und da[3] und oben",
      "example.org/weg",
      "mawid.example/de/guides/blue-passport",
    ])
      expect(lines).toContain(closely(part));
    expect(lines).not.toMatch(/nichtzusehen|\*\*|\[4\]/);
  });

  it("is refused where paper does not know it, and never left out", async () => {
    const guide = parts();
    const setting = { locale: "de" as const, guide, site: making.site, addresses: [] };
    for (const body of [
      "![Bild](x.png)",
      "```\ncode\n```",
      "<Karte/>",
      'a <Note kind="info" title="x">y</Note> b',
      "[a][b]\n\n[b]: https://example.org",
    ])
      expect(() => blocksOf(parseMdx(body), setting)).toThrow(/paper does not know/);
    const unknown = { ...withText("Text"), body: [{ kind: "picture" }] };
    expect(await set(JSON.stringify(unknown))).toEqual({ ok: false, reason: "failed" });
    // And the next one is set all the same.
    expect(infoOf(await printed(withText("Text")))).toMatchObject({ Tagged: "yes" });
  });
});

describe("a section whose law has changed since it was translated", () => {
  let lines: string;
  let page: GuideParts | null;

  beforeAll(async () => {
    page = getGuideParts("blue-passport", "ar");
    lines = linesOf(pagesOf(await pdfOf("blue-passport", "ar")));
  });

  it("is printed in German with the reason in the reader's language, and its documents in both", () => {
    expect(lines.split("\nKosten\n").length).toBeGreaterThanOrEqual(2);
    expect(lines).toContain(closely("هذا القسم بالألمانية مؤقتا"));
    const { name } = Object.values(page?.references.documents ?? {})[0] ?? {};
    expect(lines).toContain(closely((name?.ar ?? "-").replace(/[\u064b-\u0652]/g, "")));
    expect(lines).toContain(closely(name?.de ?? "-"));
  });

  it("is named in the trust line, and one that is only older has its badge", () => {
    expect(lines).toContain(closely("بالألمانية لأن القانون تغير"));
    expect(lines).toContain(closely("أقدم من النص الألماني"));
    expect(lines).toContain(closely("لم يحدث بعد"));
  });
});

describe("the process that sets", () => {
  it("takes so many and no more, one after the other", async () => {
    const sheet = press("lib/guides/paper/guide.typ");
    const page = JSON.stringify(withText("Text"));
    const all = await Promise.all(Array.from({ length: 15 }, () => sheet(page)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(12);
    expect(all.filter((each) => !each.ok && each.reason === "busy")).toHaveLength(3);
    expect((await sheet(page)).ok).toBe(true);
  });

  it("gives the same bytes for the same texts", async () => {
    const paper = withText("Text");
    expect((await printed(paper)).equals(await printed(structuredClone(paper)))).toBe(true);
    expect(infoOf(await printed(paper))).not.toHaveProperty("CreationDate");
  });
});
