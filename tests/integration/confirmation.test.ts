import path from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { describe, expect, it } from "vitest";
import { getDocuments } from "@/lib/guides/documents/queries";
import type { Locale } from "@/lib/i18n/routing";
import { confirmationPdf } from "@/lib/notifications/confirmation/queries";
import type { ConfirmationFacts } from "@/lib/notifications/confirmation/types";
import { getOffice } from "@/lib/offices/queries";
import { closely, fontsOf, hostileTexts, infoOf, pagesOf, scannedFrom } from "../support/pdf";

const manageLink =
  "https://termine.musterstadt.example/ar/appointments/3kT9_x7-fQ2mZp0LrVw8YbN4cHs6JdGa1eUiXo5tKvRnMqB_zDyWhl";

/** The confirmation of one concern of Hagen. */
function facts(locale: Locale, slug: string, changes: Partial<ConfirmationFacts> = {}): ConfirmationFacts {
  const office = getOffice("hagen");
  const department = office?.departments.find(({ concerns }) =>
    concerns.some((found) => found.slug === slug),
  );
  const concern = department?.concerns.find((found) => found.slug === slug);
  if (!office || !department || !concern) throw new Error(`no concern ${slug}`);
  return {
    locale,
    reference: "HA-7K3F-92QD",
    persons: ["Test Person"],
    startsAt: "2027-01-13T10:00:00+01:00",
    office: office.name,
    department: department.name,
    concerns: [concern.name],
    contact: {
      address: "Musterstraße 1, 58000 Musterstadt",
      phone: "02331/207-6000",
      website: "termine.example",
    },
    documents: getDocuments(concern.documents).map(({ name, note }) => ({
      name,
      details: { de: "Original und Kopie", ar: "الأصل ونسخة عنه", en: "original and copy" },
      note: note ?? null,
    })),
    manageLink,
    demonstration: true,
    ...changes,
  };
}

const small = "card-pickup";
const usual = "residence-permit-extension";
const large = "family-reunification";
const textOf = (pdf: Buffer) => closely(pagesOf(pdf).join("\n"));
// As the page writes Arabic: without the marks over letters.
const bare = (text: string) => closely(text).replace(/[\u064b-\u0652]/g, "");

describe("the text taken out of a confirmation", () => {
  it.each([small, usual, large])("has Arabic and German in the order they are read (%s)", async (slug) => {
    const given = facts("ar", slug);
    const text = textOf(await confirmationPdf(given));
    const inOrder = [
      "تأكيد الموعد",
      "رقم الموعد",
      "الأربعاء 13 يناير 2027 الساعة 10:00",
      "Mittwoch, 13. Januar 2027, 10:00 Uhr",
      "Test Person",
      given.office.ar,
      given.department.ar,
      given.concerns[0]?.ar ?? "",
      "احضر في الوقت المحدد واذكر رقم الموعد عند الشباك. الموعد للأشخاص المذكورين وحدهم.",
      "ما تحضره معك",
    ].map((part) => text.indexOf(bare(part)));
    expect(inOrder).not.toContain(-1);
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
    for (const part of ["Terminbestätigung", "HA-7K3F-92QD", "Bitte mitbringen", "02331/207-6000"])
      expect(text).toContain(closely(part));
    for (const { de } of [given.office, given.department, ...given.concerns])
      expect(text).toContain(closely(de));
    for (const { name, note } of given.documents) {
      expect(text).toContain(closely(name.de));
      expect(text).toContain(bare(name.ar));
      // A line; where a note needs two, the other language may stand between them.
      expect(text).toContain(bare(note?.ar.split(" ").slice(0, 8).join(" ") ?? ""));
    }
  });

  it("has English beside German", async () => {
    const given = facts("en", usual);
    const text = textOf(await confirmationPdf(given));
    for (const part of [
      "Appointment confirmation",
      "Wednesday, 13 January 2027 10:00",
      "10:00 Uhr",
      "Anliegen",
    ])
      expect(text).toContain(closely(part));
    for (const { en, de } of [given.office, ...given.concerns, ...given.documents.map(({ name }) => name)]) {
      expect(text).toContain(closely(en));
      expect(text).toContain(closely(de));
    }
  });

  it("is German alone for whoever reads German", async () => {
    const given = facts("de", usual);
    const text = textOf(await confirmationPdf(given));
    expect(text.split("Terminnummer").length).toBe(3);
    expect(text.split(closely(given.concerns[0]?.de ?? "none")).length).toBe(2);
    for (const { note } of given.documents) expect(text).toContain(closely(note?.de ?? ""));
    expect(text).not.toMatch(/Reference|\p{Script=Arabic}/u);
  });

  it("tells of everybody who comes, of all concerns, and who is to be called", async () => {
    const given = facts("ar", usual);
    const persons = ["Test Eins", "ليلى عبد الله الإدريسي", "Test Drei"];
    const concerns = [...given.concerns, { de: "Zweites Anliegen", ar: "طلب آخر", en: "Second concern" }];
    const text = textOf(await confirmationPdf({ ...given, persons, concerns }));
    for (const part of [...persons, "Zweites Anliegen", "طلب آخر", "Musterstraße 1, 58000 Musterstadt"])
      expect(text).toContain(closely(part));
  });

  it("turns lam and alef round with the font as it is published (negative control)", async () => {
    const fonts = path.resolve("node_modules/@expo-google-fonts/vazirmatn");
    const typst = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] });
    const mainFileContent = '#set text(font: "Vazirmatn", lang: "ar", dir: rtl)\nاستلام البطاقة';
    expect(textOf(typst.pdf({ mainFileContent }))).toBe(closely("استالم البطاقة"));
  });

  it("says that a demonstration is valid nowhere, and only then", async () => {
    expect(textOf(await confirmationPdf(facts("ar", small)))).toContain("DiesisteineDemonstration.");
    expect(textOf(await confirmationPdf(facts("ar", small, { demonstration: false })))).not.toContain(
      "Demonstration",
    );
  });
});

describe("a confirmation on paper", () => {
  it.each(["ar", "de", "en"] as const)("is one page in %s for a usual list", async (locale) => {
    for (const slug of [small, usual]) {
      const info = infoOf(await confirmationPdf(facts(locale, slug)));
      expect(info).toMatchObject({ Pages: "1", Tagged: "yes" });
      expect(info["Page size"]).toContain("(A4)");
    }
  });

  it.each(["ar", "de", "en"] as const)(
    "has in %s two pages at most for 14 documents, and repeats the heading",
    async (locale) => {
      const given = facts(locale, large);
      expect(given.documents).toHaveLength(14);
      const pages = pagesOf(await confirmationPdf(given)).map(closely);
      expect(pages.length).toBeLessThanOrEqual(2);
      for (const page of pages) expect(page).toContain(closely("Bitte mitbringen"));
      const onPage = given.documents.map(({ name }) =>
        pages.findIndex((page) => page.includes(closely(name.de))),
      );
      expect(onPage).toEqual(onPage.toSorted());
      expect(onPage).not.toContain(-1);
      // Not a page for one last line.
      if (pages.length === 2) expect(onPage.filter((page) => page === 1).length).toBeGreaterThanOrEqual(2);
    },
  );

  it("brings its fonts with it", async () => {
    const persons = ["Олена Приклад", "Ελένη", "ሰላም", "გიორგი", "Հայկ", "Łukasz Đặng Şığ"];
    const fonts = fontsOf(await confirmationPdf(facts("ar", usual, { persons })));
    expect(fonts.length).toBeGreaterThanOrEqual(6);
    for (const font of fonts) {
      expect(font).toMatchObject({ embedded: true, toUnicode: true });
      expect(font.name).toMatch(/^[A-Z]{6}\+(Mawid|NotoSans)/);
    }
  });

  it.each([150, 300])("leads to the page of the appointment when it is scanned at %i dpi", async (dpi) => {
    for (const locale of ["ar", "de"] as const)
      expect(await scannedFrom(await confirmationPdf(facts(locale, usual)), dpi)).toBe(manageLink);
  });
});

describe("a confirmation for a screen reader", () => {
  it("names its title and languages, and keeps to PDF/UA", async () => {
    const pdf = await confirmationPdf(facts("ar", usual));
    expect(infoOf(pdf).Title).toBe("تأكيد الموعد · Terminbestätigung · HA-7K3F-92QD");
    const bytes = pdf.toString("latin1");
    for (const part of [
      "/Lang (ar)",
      "/Lang (de)",
      "/DisplayDocTitle true",
      "<pdfuaid:part>1</pdfuaid:part>",
    ])
      expect(bytes).toContain(part);
  });

  it("has no date of the machine in it: the same facts give the same bytes", async () => {
    const given = facts("ar", usual);
    const first = await confirmationPdf(given);
    expect(first.equals(await confirmationPdf(structuredClone(given)))).toBe(true);
    expect(infoOf(first)).not.toHaveProperty("CreationDate");
  });
});

describe("names", () => {
  it.each(hostileTexts)("are text and nothing else: %s", async (name) => {
    const pdf = await confirmationPdf(facts("de", small, { persons: [name] }));
    const text = textOf(pdf);
    expect(text).toContain(closely(name));
    expect(text).not.toContain("root:");
    expect(infoOf(pdf).Pages).toBe("1");
  });

  it("keep their letters in every script that the fonts know", async () => {
    const persons = [
      "Олена Приклад",
      "Ελένη",
      "ሰላም",
      "გიორგი",
      "Հայկ",
      "Łukasz Đặng Şığ",
      "كوردی ڕۆژ",
      "O’Neil",
    ];
    const pdf = await confirmationPdf(facts("ar", small, { persons }));
    for (const person of persons) expect(textOf(pdf)).toContain(closely(person));
    expect(pdf.toString("latin1")).toContain("pdfuaid");
  });

  it("get their confirmation even if no font has their letters", async () => {
    const info = infoOf(await confirmationPdf(facts("ar", small, { persons: ["𒀀𒁀𒂀"] })));
    expect(info).toMatchObject({ Pages: "1", Tagged: "yes" });
  });

  it("that turn round only turn themselves", async () => {
    const given = facts("de", small, { persons: ["a\u202eb", "c\u2067d"] });
    const text = textOf(await confirmationPdf(given));
    for (const part of ["Terminnummer", "Ausländerbehörde Hagen", "Bitte mitbringen"])
      expect(text).toContain(closely(part));
  });
});
