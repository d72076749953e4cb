import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { getChecksOfGuides } from "@/lib/checks/queries";
import { getGuidePage, getGuideSlugs, getOfficeText } from "@/lib/guides/queries";
import type { Locale } from "@/lib/i18n/routing";
import { directions, locales } from "@/lib/i18n/routing";
import { getServicesOfGuide } from "@/lib/services/queries";
import ar from "@/messages/ar.json";
import de from "@/messages/de.json";
import en from "@/messages/en.json";
import { Article } from "./guide-article";
import { OfficeText } from "./office-text";

const messages = { ar, de, en };
const today = "2026-11-21";

function render(locale: Locale, node: React.ReactNode): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="Europe/Berlin">
      {node}
    </NextIntlClientProvider>,
  );
}

async function renderGuide(slug: string, locale: Locale): Promise<string> {
  const page = await getGuidePage(slug, locale, today);
  if (!page) throw new Error(`no guide ${slug}`);
  const beside = { services: getServicesOfGuide(slug, locale), checks: getChecksOfGuides([slug], locale) };
  return render(locale, <Article page={page} {...beside} />);
}

const pages = getGuideSlugs().flatMap((slug) => locales.map((locale) => ({ slug, locale })));

describe.each(pages)("$slug in $locale", ({ slug, locale }) => {
  it("renders its sections, without styles and scripts that the content security policy refuses", async () => {
    const page = await getGuidePage(slug, locale, today);
    const html = await renderGuide(slug, locale);
    for (const { id } of page?.sections ?? []) expect(html).toContain(`<h2 id="${id}"`);
    expect(html).not.toMatch(/ style=|<script|undefined|NaN|\[#|MISSING_MESSAGE|guide\.[a-z]+\./);
    expect(html).toContain("<h1>");
  });

  it("has every id once, and every fragment leads to one", async () => {
    const html = await renderGuide(slug, locale);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  it("leads only to addresses of the portal and of the web", async () => {
    const html = await renderGuide(slug, locale);
    for (const [, href = ""] of html.matchAll(/href="([^"]+)"/g)) {
      expect(href).toMatch(
        new RegExp(`^(#|https://|tel:\\+?\\d+$|/(${locale}|de)/(guides|topics|offices|checks))`),
      );
    }
  });

  it("keeps every citation but a long one on one line", async () => {
    const html = await renderGuide(slug, locale);
    const breaking = [...html.matchAll(/<bdi dir="ltr" lang="de">((?:§|Art\.)[^<]*)</g)].map(
      (match) => match[1],
    );
    expect(breaking).toEqual([]);
  });

  it("isolates what is written from left to right in a right-to-left page", async () => {
    if (directions[locale] === "ltr") return;
    const html = await renderGuide(slug, locale);
    // Take the isolated runs away: no Latin letter (but language levels) and no sign of a paragraph is left.
    const rest = html.replace(/<bdi dir="ltr"[^>]*>.*?<\/bdi>/g, "").replace(/<[^>]+>/g, " ");
    expect(
      rest.replace(/\b[ABC][12]\b/g, "").match(/[A-Za-zÄÖÜäöüß§][^\p{Script=Arabic}]{0,40}/u)?.[0],
    ).toBeUndefined();
  });
});

describe("the text of an office", () => {
  it.each(locales)("renders in %s", async (locale) => {
    const text = await getOfficeText("hagen", locale, today);
    expect(text).not.toBeNull();
    const html = text ? render(locale, <OfficeText text={text} />) : "";
    expect(html).toContain("tel:+49");
    expect(html).not.toMatch(/ style=|undefined|MISSING_MESSAGE/);
  });
});
