import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import { getContent } from "@/lib/guides/content/queries";
import { getGuidePage } from "@/lib/guides/queries";
import type { GuidePage } from "@/lib/guides/types";
import ar from "@/messages/ar.json";
import { Article } from "./guide-article";

// The files are read once and kept, so that a mark can be set on what was read, as if it stood in the file. A test file of
// its own: other tests see the guide as it is.
const slug = "blue-passport";
let page: GuidePage;
let html: string;

beforeAll(async () => {
  const guide = getContent().guides.find((candidate) => candidate.slug === slug);
  if (!guide?.de || !guide.ar) throw new Error(slug);
  guide.de.frontMatter.legal = { costs: "2027-01-01", documents: "2027-01-01" };
  const { sections } = guide.ar.frontMatter.translation;
  for (const id of ["costs", "documents", "where"]) sections[id] = "0123456789abcdef";
  const found = await getGuidePage(slug, "ar", "2026-11-21");
  if (!found) throw new Error(slug);
  page = found;
  html = renderToStaticMarkup(
    <NextIntlClientProvider locale="ar" messages={ar} timeZone="Europe/Berlin">
      <Article page={page} services={[]} checks={[]} />
    </NextIntlClientProvider>,
  );
}, 120_000);

/** What stands between the heading of a section and the next one. */
const section = (id: string) => html.split(`<h2 id="${id}"`)[1]?.split("<h2")[0] ?? "";

describe("a section whose law has changed since it was translated", () => {
  it("is shown in German, marked as such, with a note in the reader's language", () => {
    expect(html).toMatch(/<section lang="de" dir="ltr"><h2 id="costs">/);
    expect(section("costs")).toContain(`<p lang="ar" dir="rtl"`);
    expect(section("costs")).toContain(ar.guide.german.badge);
    expect(section("costs")).toContain("1 يناير 2027");
  });

  it("has figures and labels in German, and the list of documents in the reader's language", () => {
    const rest = section("costs").replace(/<p lang="ar".*?<\/p>/, "");
    const german = rest.split('<div lang="ar"')[0] ?? "";
    expect(german.replace(/<section.*/, "")).not.toMatch(/\p{Script=Arabic}/u);
    expect(german).toMatch(/\d\s€/);
    expect(section("documents")).toContain('<div lang="ar" dir="rtl"><ul');
  });

  it("has its facts among the sources and its terms explained", () => {
    expect(page.sections.find(({ id }) => id === "costs")).toMatchObject({ german: true, stale: true });
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  it("stays in Arabic where the change is not marked as legal, with a badge", () => {
    expect(section("where")).toContain(ar.guide.stale.badge);
    expect(section("where")).not.toContain(ar.guide.german.badge);
    expect(page.sections.find(({ id }) => id === "where")).toEqual({
      id: "where",
      title: expect.stringMatching(/\p{Script=Arabic}/u),
      stale: true,
    });
  });

  it("is named in the line of trust, as are the sections that are merely older", () => {
    const line = html.split(`aria-label="${ar.guide.trust.label}"`)[1]?.split("</ul>")[0] ?? "";
    expect(line).toMatch(/قسمان <b[^>]*>بالألمانية/);
    expect(line).toContain('<a href="#costs" lang="de" dir="ltr">');
    expect(line).toMatch(/قسم واحد <b[^>]*>أقدم من النص الألماني/);
    expect(line).toContain('<a href="#where">');
  });

  it("leaves all other languages and sections as they are", async () => {
    expect(Object.keys(page.germanSections)).toEqual(["documents", "costs"]);
    const german = await getGuidePage(slug, "de", "2026-11-21");
    expect(german?.germanSections).toEqual({});
    expect(german?.sections.some(({ stale }) => stale)).toBe(false);
    const english = await getGuidePage(slug, "en", "2026-11-21");
    expect(english?.germanSections).toEqual({});
  });
});
