import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, vi } from "vitest";
import { getContent } from "@/lib/guides/content/queries";
import { guideOnPaper } from "@/lib/guides/paper/queries";
import { getGuideParts, getGuideSlugs } from "@/lib/guides/queries";
import { isLocale, locales } from "@/lib/i18n/routing";
import { siteAddress } from "@/lib/platform/site";
import { askForPdf, asPrinted, figuresIn, linesOf, pdfOf, spansOf } from "../support/guide-pdf";
import { closely, fontsOf, infoOf, objectsOf, pagesOf, scannedFrom } from "../support/pdf";

const all = getGuideSlugs().flatMap((slug) => locales.map((locale) => ({ slug, locale })));

describe.each(all)("$slug on paper in $locale", ({ slug, locale }) => {
  const guide = getGuideParts(slug, locale);
  const sections = getContent().guides.find((each) => each.slug === slug)?.[locale]?.outline.sections ?? [];

  it("has all sections in their order, each with its figures, and is a file that everybody can read", async () => {
    const pdf = await pdfOf(slug, locale);
    const pages = pagesOf(pdf);
    const text = closely(pages.join("\n"));
    const spans = spansOf(
      linesOf(pages),
      sections.map(({ title }) => asPrinted(title)),
    );
    expect(spans).not.toBeNull();
    for (const [index, section] of sections.entries()) {
      const figures = figuresIn(section, locale);
      expect(figures.filter((figure) => !spans?.[index]?.includes(figure))).toEqual([]);
    }
    for (const document of Object.values(guide?.references.documents ?? {}))
      expect(text).toContain(asPrinted(document.name.de));
    for (const { title, url } of guide?.sources ?? []) {
      expect(text).toContain(asPrinted(title));
      expect(withoutHyphens(text)).toContain(withoutHyphens(closely(url)));
    }

    expect(infoOf(pdf)).toMatchObject({ Tagged: "yes", Pages: String(pages.length) });
    expect(infoOf(pdf).Title).toBe(asPrintedTitle(guide?.title ?? ""));
    for (const font of fontsOf(pdf)) expect(font).toMatchObject({ embedded: true, toUnicode: true });
    const objects = objectsOf(pdf);
    for (const part of [
      `/Lang (${locale})`,
      "/DisplayDocTitle true",
      "<pdfuaid:part>1</pdfuaid:part>",
      "/Outlines",
    ])
      expect(objects).toContain(part);
    // A heading of the text, with its place in the tree that screen readers go by.
    expect(objects.split("/S /H2").length - 1).toBeGreaterThanOrEqual(sections.length);
  });
});

// pdftotext takes a hyphen at the end of a line for one that only divides a word.
const withoutHyphens = (text: string) => text.replaceAll("-", "");
const asPrintedTitle = (title: string) => title.normalize("NFC").replace(/[\u064b-\u0652\u0670]/g, "");

describe("a printed guide", () => {
  it("is as small as it can be: what typst writes as it is, is packed", async () => {
    const pdf = await pdfOf("family-reunification", "ar");
    expect(pdf.length).toBeLessThan(300_000);
    expect(objectsOf(pdf).length).toBeGreaterThan(600_000);
  });

  it("has its Arabic in the order it is read, and what is German in it, too", async () => {
    const text = closely(pagesOf(await pdfOf("blue-passport", "ar")).join("\n"));
    for (const part of [
      "من يحصل على الجواز الأزرق؟",
      "لا تسافر إلى بلدك قبل أن تستشير",
      "§ 1 Abs. 3 AufenthV",
      "Reiseausweis für Flüchtlinge",
      "02331/207-6000",
      "14:30–17:00",
      "العربية: ترجمة آلية لم تراجع",
    ])
      expect(text).toContain(closely(part));
  });

  it("leads back to its page when it is scanned, says when it was made, and numbers its pages", async () => {
    const pdf = await pdfOf("electricity", "ar");
    expect(await scannedFrom(pdf, 150)).toBe(`${siteAddress()}/ar/guides/electricity`);
    const pages = pagesOf(pdf).map(closely);
    expect(pages[0]).toContain(closely("أنشئ هذا الملف في"));
    expect(pages[0]).toContain(closely(`صفحة 1 من ${pages.length}`));
    const german = pagesOf(await pdfOf("electricity", "de")).map(closely);
    for (const [index, page] of german.entries())
      expect(page).toContain(closely(`Seite ${index + 1} von ${german.length}`));
  });

  it("leads to the appointment, by an address that can be typed in", async () => {
    const text = closely(pagesOf(await pdfOf("blue-passport", "de")).join("\n"));
    const address = siteAddress().replace("http://", "");
    expect(text).toContain(closely(`${address}/de/offices/hagen/book?concern=`));
  });
});

describe("the address of a guide's PDF", () => {
  it("says what it gives, and where the page is", async () => {
    const response = await askForPdf("electricity", "ar");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "cache-control": "public, max-age=300, must-revalidate",
      "content-disposition": 'inline; filename="electricity-ar.pdf"',
      "content-language": "ar",
      "content-type": "application/pdf",
      link: `<${siteAddress()}/ar/guides/electricity>; rel="canonical"`,
    });
  });

  it("sends nothing that the reader has already", async () => {
    const tag = (await askForPdf("electricity", "en")).headers.get("etag") ?? "";
    expect(tag).toMatch(/^"[0-9a-f]{24}"$/);
    for (const header of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
      const response = await askForPdf("electricity", "en", { "if-none-match": header });
      expect(response.status).toBe(304);
      expect(response.headers.get("etag")).toBe(tag);
      expect(response.headers.get("link")).toContain("canonical");
      expect(await response.text()).toBe("");
    }
    for (const header of ['"other"', 'W/"0123456789abcdef01234567"'])
      expect((await askForPdf("electricity", "en", { "if-none-match": header })).status).toBe(200);
  });

  it("is another version in every language and on every day, and the same again on the same day", () => {
    const version = (locale: string, day: string) =>
      isLocale(locale) ? guideOnPaper("electricity", locale, day)?.version : undefined;
    const versions = [version("de", "2026-11-21"), version("en", "2026-11-21"), version("de", "2026-11-22")];
    expect(new Set(versions).size).toBe(3);
    expect(version("de", "2026-11-21")).toBe(versions[0]);
  });

  it.each([
    ["no-such-guide", "de"],
    ["electricity", "fr"],
    ["__proto__", "ar"],
  ])("is nothing for %s in %s", async (slug, locale) => {
    expect((await askForPdf(slug, locale)).status).toBe(404);
  });

  it("asks to come again where a figure has no value on that day, instead of giving an old one", async () => {
    process.env.CONTENT_DATE = "1990-01-01";
    try {
      const response = await askForPdf("blue-passport", "de");
      expect(response.status).toBe(503);
      expect(response.headers.get("retry-after")).toBe("30");
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(response.headers.get("content-type")).toContain("text/plain");
      expect(await response.text()).toContain("PDF");
    } finally {
      delete process.env.CONTENT_DATE;
    }
    expect((await askForPdf("blue-passport", "de")).status).toBe(200);
  });

  it("asks people with a page that names the guide and leads back to it", async () => {
    // Where the portal answers in development: the page about no guide, which a build prerenders.
    const shell = '<p data-slot="guide"></p><a href="/ar/guides/later">x</a><a href="/de/guides/later">y</a>';
    const portal = createServer((_, answer) => answer.end(shell));
    await new Promise<void>((done) => portal.listen(0, "127.0.0.1", done));
    process.env.CONTENT_DATE = "1990-01-01";
    // Whatever was built here.
    vi.stubEnv("NODE_ENV", "development");
    try {
      const { port } = portal.address() as AddressInfo;
      const accept = { Accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
      const response = await askForPdf("blue-passport", "ar", accept, `http://127.0.0.1:${port}`);
      expect(response.status).toBe(503);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        "retry-after": "30",
        "cache-control": "no-store",
        "content-type": "text/html; charset=utf-8",
        "content-language": "ar",
        "content-security-policy": expect.stringContaining("default-src 'none'"),
        vary: "Accept",
      });
      const html = await response.text();
      expect(html).toContain(getGuideParts("blue-passport", "ar", "2026-11-21")?.title);
      expect(html).toContain('href="/ar/guides/blue-passport"');
      expect(html).toContain('href="/de/guides/blue-passport"');
      expect(html).not.toContain("/guides/later");
    } finally {
      delete process.env.CONTENT_DATE;
      vi.unstubAllEnvs();
      portal.close();
    }
  });
});
