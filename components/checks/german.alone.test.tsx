import { NextIntlClientProvider } from "next-intl";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import { TrustLine } from "@/components/guide/trust-line";
import { answerText, getOutcomePage, getQuestionPage, getTree } from "@/lib/checks/queries";
import type { OutcomePage, QuestionPage } from "@/lib/checks/types";
import { getContent } from "@/lib/guides/content/queries";
import type { Locale } from "@/lib/i18n/routing";
import { checkEntries } from "@/lib/search/checks/queries";
import ar from "@/messages/ar.json";
import de from "@/messages/de.json";
import en from "@/messages/en.json";
import { OutcomeArticle } from "./outcome-article";
import { QuestionForm } from "./question-form";

// As for guides, marks are set on what was read, as if they stood in the file; so this is a test file of its own.
const slug = "visa";
const old = "0123456789abcdef";
const messages = { ar, de, en };

beforeAll(() => {
  const texts = getContent().checks.find((check) => check.slug === slug)?.texts;
  if (!texts) throw new Error(slug);
  texts.de.frontMatter.legal = {
    nationality: "2027-01-01",
    stay: "2027-01-01",
    "schengen-visa": "2027-01-01",
  };
  for (const locale of ["ar", "en"] as const) {
    const { translation } = texts[locale].frontMatter;
    for (const id of ["nationality", "stay", "schengen-visa", "short-purpose", "german"])
      translation.sections[id] = old;
  }
  // The English translation knows the change of one of them.
  texts.en.frontMatter.translation.legal = { nationality: "2027-01-01" };
}, 120_000);

const drawn = (locale: Locale, element: ReactElement) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="Europe/Berlin">
      {element}
    </NextIntlClientProvider>,
  );

async function question(locale: Locale, id?: string): Promise<{ page: QuestionPage; html: string }> {
  const page = await getQuestionPage(slug, locale, id);
  if (!page) throw new Error(id);
  return { page, html: drawn(locale, <QuestionForm page={page} />) };
}

async function outcome(locale: Locale, id: string): Promise<{ page: OutcomePage; html: string }> {
  const page = await getOutcomePage(slug, locale, id);
  if (!page) throw new Error(id);
  return { page, html: drawn(locale, <OutcomeArticle page={page} address="https://example.org/" />) };
}

const arabic = /\p{Script=Arabic}/u;

describe("a question whose law has changed since it was translated", () => {
  it.each([
    ["ar", "rtl", "1 يناير 2027"],
    ["en", "ltr", "1 January 2027"],
  ] as const)("is asked in German on a page in %s, which says why", async (locale, direction, day) => {
    const { html } = await question(locale, "stay");
    expect(html).toContain('lang="de" dir="ltr">Wie lange wollen Sie bleiben?</h1>');
    expect(html).toContain('lang="de" dir="ltr"><p>Für kurze Reisen zählt jeder Tag');
    expect(html).toMatch(
      /<div class="grid gap-3" lang="de" dir="ltr">.*Länger, oder ich will in Deutschland/,
    );
    expect(html).toContain(`<p lang="${locale}" dir="${direction}"`);
    expect(html).toContain(messages[locale].guide.german.badge);
    expect(html).toContain(day);
    expect(html).not.toContain(messages[locale].guide.stale.badge);
  });

  it("has German figures, and its buttons in the reader's language", async () => {
    const { html } = await question("ar", "stay");
    const choices =
      html.split('<div class="grid gap-3" lang="de" dir="ltr">')[1]?.split("</fieldset>")[0] ?? "";
    expect(choices).toMatch(/90\sTage/);
    expect(choices.replace(/ title="[^"]*"/g, "")).not.toMatch(arabic);
    expect(html).toContain(`>${ar.checks.next}</button>`);
  });

  it("about countries has their names in the reader's language", async () => {
    const { html } = await question("ar");
    expect(html).toContain('<option value="EG">مصر</option>');
    expect(html).toContain('<option value="none" lang="de" dir="ltr">Ich habe keinen Pass');
    expect(html).toMatch(/<h2 id="nationality" lang="de" dir="ltr">Welchen Pass haben Sie\?<\/h2>/);
  });

  it("is German among the answers, too, and so is what was answered, but no country", async () => {
    const tree = getContent().checks.find((check) => check.slug === slug)?.tree;
    const [nationality, stay, purpose] = tree?.questions ?? [];
    if (!nationality || !stay || !purpose) throw new Error();
    expect(answerText(slug, nationality, "EG", "ar")).toEqual({
      words: { question: "Welchen Pass haben Sie?", answer: "مصر" },
      german: ["question"],
    });
    expect(answerText(slug, stay, "long", "ar")).toEqual({
      words: { question: expect.stringContaining("Wie lange"), answer: expect.stringContaining("Länger") },
      german: ["question", "answer"],
    });
    expect(answerText(slug, purpose, "visit", "ar").german).toEqual([]);
    expect(answerText(slug, stay, "long", "de").german).toEqual([]);
  });

  it("is asked in the translation where that knows the change, with the way to the newer text", async () => {
    const { html } = await question("en");
    expect(html).toContain('<h2 id="nationality">Which passport do you have?</h2>');
    expect(html).toContain(en.guide.stale.badge);
    expect(html).toContain('<a href="/de/checks/visa" hrefLang="de">');
  });
});

describe("an outcome whose law has changed since it was translated", () => {
  it("is German but for what is no text of it", async () => {
    const { page, html } = await outcome("ar", "schengen-visa");
    expect(html).toMatch(/<h1 lang="de" dir="ltr">Ja, Sie brauchen ein Schengen-Visum<\/h1>/);
    expect(html).toContain(ar.guide.german.badge);
    for (const part of html.split('lang="de" dir="ltr">').slice(1)) {
      const german = part.split(/<\/(?:h1|div|bdi|a)>/)[0] ?? "";
      expect(german.replace(/ title="[^"]*"/g, "")).not.toMatch(arabic);
    }
    expect(html).toContain(`<h2>${ar.checks.steps}</h2>`);
    expect(html).toContain(`>${ar.checks.verdicts.yes}</span>`);
    // Isolated in the title of the page, which has no markup.
    expect(page.headingText).toBe("\u2066Ja, Sie brauchen ein Schengen-Visum\u2069");
  });

  it("is named in the line of trust as German, and no other section is", async () => {
    const { page } = await outcome("ar", "schengen-visa");
    expect(page.trust.translation).toMatchObject({ method: "machine", reviewer: null, date: "2026-11-21" });
    expect(page.trust.translation?.staleSections.map(({ id }) => id)).toEqual(["schengen-visa"]);
    const html = drawn("ar", <TrustLine page={page} />);
    expect(html).toMatch(/قسم واحد <b[^>]*>بالألمانية/);
    expect(html).toContain('<a href="#schengen-visa" lang="de" dir="ltr">');
  });
});

describe("what is merely older than the German text", () => {
  it.each(["ar", "en"] as const)("stays in %s, with the way to the same in German", async (locale) => {
    const asked = await question(locale, "short-purpose");
    expect(asked.html).toContain(messages[locale].guide.stale.badge);
    expect(asked.html).toContain('<a href="/de/checks/visa" hrefLang="de">');
    // A form may stand in the place of the link, so that it stands in none.
    expect(asked.html.indexOf("hrefLang")).toBeLessThan(asked.html.indexOf("<form"));
    const found = await outcome(locale, "german");
    expect(found.html).toContain(messages[locale].guide.stale.badge);
    expect(found.html).toContain('<a href="/de/checks/visa/results/german" hrefLang="de">');
    expect(found.html).not.toContain('<h1 lang="de"');
  });

  it("is named on the first page, which speaks for the whole check", async () => {
    const { page } = await question("ar");
    const html = drawn("ar", <TrustLine page={page} />);
    expect(html).toMatch(/3 أقسام <b[^>]*>بالألمانية/);
    expect(html).toMatch(/قسمان <b[^>]*>أقدم من النص الألماني/);
    expect(html).toContain(
      '<a href="#nationality" lang="de" dir="ltr"><bdi>Welchen Pass haben Sie?</bdi></a>',
    );
    expect(html).toContain('<bdi lang="de" dir="ltr">Wie lange wollen Sie bleiben?</bdi>');
    expect(html).toContain('<a href="/ar/checks/visa/results/german"><bdi>لا، لا تحتاج إلى تأشيرة</bdi></a>');
  });
});

describe("a title that is older than the German one", () => {
  it("is told on the first page, where it stands, and on no other", async () => {
    const source = getContent().checks.find((check) => check.slug === "naturalisation");
    if (!source) throw new Error();
    source.texts.ar.frontMatter.translation.sections.head = old;
    const first = await getQuestionPage("naturalisation", "ar");
    expect(first?.newerHref).toBe("/de/checks/naturalisation");
    const named = first?.trust.translation?.staleSections;
    expect(named).toEqual([{ id: "head", title: source.tree.title.ar, stale: true, href: null }]);
    const later = await getQuestionPage("naturalisation", "ar", "money");
    expect(later?.newerHref).toBeNull();
    expect((await getQuestionPage("naturalisation", "en"))?.newerHref).toBeNull();
  });
});

describe("everything else", () => {
  it("is as it was: no note, nothing German, nothing older", async () => {
    for (const locale of ["ar", "en", "de"] as const) {
      const { page, html } = await outcome(locale, "free-movement");
      expect(page).toMatchObject({ germanSince: null, newerHref: null });
      expect(page.trust.translation?.staleSections ?? []).toEqual([]);
      expect(html).not.toContain("bg-saffron-wash px-4 py-2.5");
    }
    const german = await question("de");
    expect(german.page).toMatchObject({ germanSince: null, newerHref: null, trust: { translation: null } });
    expect(german.html).not.toContain('lang="de"');
  });
});

describe("the search", () => {
  it("knows the question in German, as the page shows it, and no longer what it said before", () => {
    const { ar, de } = checkEntries().find((entry) => entry.slug === slug)?.texts ?? {};
    const { ask } = getTree(slug)?.tree.questions.find(({ id }) => id === "stay") ?? {};
    expect(ask?.de).toBeTruthy();
    expect(ar?.body).toContain(ask?.de);
    expect(ar?.body).not.toContain(ask?.ar);
    expect(de?.body).toContain(ask?.de);
  });
});
