import { readText } from "@/lib/guides/content/rules";
import { documentSchema } from "@/lib/guides/documents/schema";
import { factSchema } from "@/lib/guides/facts/schema";
import { termSchema } from "@/lib/guides/glossary/schema";
import { lawSchema } from "@/lib/guides/laws/schema";
import type { Checked } from "@/lib/guides/lint/types";
import { sectionHash } from "@/lib/guides/rules";
import { officeFrontMatter, sourceFrontMatter, translationFrontMatter } from "@/lib/guides/schema";
import type { GuideSource } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";

/** The sections of a guide in one language; tests change one of them. */
type Sections = Record<string, string>;

const words: Record<Locale, string> = { de: "Wort ", ar: "كلمة ", en: "word " };

/** A small guide without a mistake. */
export function goodSections(locale: Locale): Sections {
  const [title, link, item] = {
    de: ["Titel", "hier", "Punkt"],
    ar: ["عنوان", "هنا", "بند"],
    en: ["Title", "here", "Point"],
  }[locale] as [string, string, string];
  return {
    overview: `${words[locale].repeat(950)}\n\n<Term id="amt"/> <Fact id="guide.months" oblique/>`,
    documents: `<Documents ids="pass"/>`,
    costs: `<Fee id="guide.fee"/> <Law cite="§ 5 AufenthG"/>`,
    deadlines: `<Note kind="warning" title="${title}">\n\n${item}\n\n</Note>`,
    where: `[${link}](office:hagen) <Phone id="hagen.hotline"/> <Hours id="hagen.hours"/> <Fact id="hagen.hold-minutes"/>`,
    law: `<Steps>\n\n1. ${item}\n\n</Steps>`,
    sources: "<Sources/>",
    book: `${item}\n\n<BookThis/>`,
  };
}

const fact = (id: string, unit: string, value: unknown) => ({
  ...factSchema.parse({
    id,
    unit,
    values: [{ value }],
    status: "confirmed",
    source: { title: "Quelle", url: "https://example.org/" },
    verifiedAt: "2026-11-21",
    reviewBy: "2027-05-01",
  }),
  file: "content/facts/guide.yaml",
});

/** Content without a mistake: one guide, one office, a few facts. `change` plants one. */
export function sampleContent(
  change: { sections?: Partial<Record<Locale, Sections>>; head?: Partial<Record<Locale, string>> } = {},
): Checked {
  const facts = [
    fact("guide.months", "month", 2),
    fact("guide.fee", "EUR", 70),
    fact("hagen.hotline", "phone", "02331/207-6000"),
    fact("hagen.hours", "hours", "14:30–17:00"),
    fact("hagen.site", "url", "https://www.hagen.de/"),
    fact("hagen.hold-minutes", "minute", 20),
  ];
  const name = { de: "Pass", ar: "جواز", en: "passport" };
  const term = termSchema.parse({
    id: "amt",
    de: "Ausländerbehörde",
    ar: "دائرة",
    en: "office",
    explain: name,
    forms: { ar: ["دوائر"] },
  });
  const document = documentSchema.parse({ id: "pass", name, form: "original", translation: false });
  const law = lawSchema.parse({
    id: "AufenthG",
    name,
    url: "https://example.org/",
    paragraph: "https://example.org/{n}",
    asOf: "2026-04-29",
    verifiedAt: "2026-11-21",
    reviewBy: "2027-05-01",
  });
  return {
    shelf: {
      facts: new Map(facts.map((entry) => [entry.id, entry])),
      terms: new Map([[term.id, term]]),
      documents: new Map([[document.id, document]]),
      laws: [law],
    },
    guides: [sampleGuide(change)],
    offices: [sampleOffice()],
    officeTexts: [{ office: "hagen", texts: {} }],
    services: [],
    checks: [],
    countries: [],
  };
}

function sampleGuide(change: Parameters<typeof sampleContent>[0] = {}): GuideSource {
  const body = (locale: Locale) =>
    Object.entries({ ...goodSections(locale), ...change.sections?.[locale] })
      .map(([id, text]) => `## ${words[locale].trim()} [#${id}]\n\n${text}\n`)
      .join("\n");
  const common = { de: "Wort", ar: "كلمة", en: "Word" };
  const top = (locale: Locale) =>
    change.head?.[locale] ?? `title: ${common[locale]}\ndescription: ${common[locale]}\nkeywords: [a]\n`;
  const de = readText(
    `---\n${top("de")}topic: travel\norder: 1\nbrief: [{ label: Kosten, fact: guide.fee }, { label: Dauer, fact: guide.months }]
related: []\nbook: loss-report\nlaw: § 5 AufenthG
sources: [{ title: Quelle, url: "https://example.org/", retrieved: 2026-11-21 }]\n---\n${body("de")}`,
    "content/guides/sample/de.mdx",
    sourceFrontMatter,
  ).value;
  const hashes = (de?.outline.sections ?? [])
    .map(({ id, source }) => `${id}: "${sectionHash(source)}"`)
    .join(", ");
  const translated = (locale: "ar" | "en") =>
    readText(
      `---\n${top(locale)}briefLabels: [${common[locale]}, ${common[locale]}]
translation: { method: machine, reviewer: null, date: 2026-11-21, sections: { ${hashes} } }\n---\n${body(locale)}`,
      `content/guides/sample/${locale}.mdx`,
      translationFrontMatter,
    ).value;
  return { slug: "sample", de, ar: translated("ar"), en: translated("en") };
}

function sampleOffice(): Checked["offices"][number] {
  const name = { de: "Amt", ar: "دائرة", en: "office" };
  const policy = {
    releaseDay: "mon" as const,
    releaseTime: "07:30",
    horizonWeeks: 3,
    leadMinutes: 120,
    holdMinutes: 20,
    holdsPerMailPerDay: 3,
    upcomingPerMail: 10,
    activePerPerson: 1 as const,
    extendMinutes: 10,
    returnMinutes: [10, 120] satisfies [number, number],
  };
  const concern = {
    slug: "loss-report",
    name,
    description: name,
    units: 1,
    unitsPerFurtherPerson: 1,
    documents: ["pass"],
    guide: "sample",
  };
  const department = {
    slug: "a",
    name,
    description: name,
    counters: 1,
    slotMinutes: 15,
    openingHours: [{ validFrom: "2021-01-01", days: {} }],
    closures: [],
    policy,
    visit: { maxConcerns: 1, maxPersons: 1 },
    waitlist: {
      offerMinutes: 30,
      night: ["20:00", "07:30"] satisfies [string, string],
      unansweredAtMost: 3,
      reasons: [],
    },
    concerns: [concern],
  };
  return {
    slug: "hagen",
    name,
    city: name,
    region: "DE-NW",
    timeZone: "Europe/Berlin",
    contact: { hotline: "hagen.hotline", website: "hagen.site", payment: name },
    notice: name,
    departments: [department],
  };
}

/** The text of an office in one language. */
export function sampleOfficeText(body: string, locale: Locale = "de") {
  const source = `---\ntitle: ${words[locale].trim()}\ndescription: ${words[locale].trim()}\n---\n${body}`;
  return readText(source, `content/offices/hagen/${locale}.mdx`, officeFrontMatter).value;
}

/** Sample content with one section changed, in all languages or in some. */
export function planted(id: string, text: Partial<Record<Locale, string>> | string): Checked {
  const per = typeof text === "string" ? { de: text, ar: text, en: text } : text;
  const sections: Partial<Record<Locale, Sections>> = {};
  for (const [locale, line] of Object.entries(per) as [Locale, string][]) sections[locale] = { [id]: line };
  return sampleContent({ sections });
}
