import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import type { FactValue, Unit } from "@/lib/guides/facts/types";
import type { Locale } from "@/lib/i18n/routing";
import ar from "@/messages/ar.json";
import de from "@/messages/de.json";
import en from "@/messages/en.json";
import { dateText, formatFact, monthText, plainFact, runs, telHref } from "./rules";
import type { FactForm } from "./types";

const messages = { ar, de, en };

function raw(unit: Unit, value: FactValue, locale: Locale, form: FactForm = "plain"): string {
  const t = createTranslator({ locale, messages: messages[locale], namespace: "facts" });
  return formatFact(unit, value, form, locale, (word, values) => t(word, values));
}
const plain = (...args: Parameters<typeof raw>) => plainFact(raw(...args));

describe("Arabic durations", () => {
  const counts = [0, 1, 2, 3, 10, 11, 100] as const;
  // Nominative; "2" has its own form, 3 to 10 the plural, from 11 the singular.
  const table: Record<"minute" | "hour" | "day" | "week" | "month" | "year", string[]> = {
    minute: ["0 دقيقة", "دقيقة واحدة", "دقيقتان", "3 دقائق", "10 دقائق", "11 دقيقة", "100 دقيقة"],
    hour: ["0 ساعة", "ساعة واحدة", "ساعتان", "3 ساعات", "10 ساعات", "11 ساعة", "100 ساعة"],
    day: ["0 يوم", "يوم واحد", "يومان", "3 أيام", "10 أيام", "11 يومًا", "100 يوم"],
    week: ["0 أسبوع", "أسبوع واحد", "أسبوعان", "3 أسابيع", "10 أسابيع", "11 أسبوعًا", "100 أسبوع"],
    month: ["0 شهر", "شهر واحد", "شهران", "3 أشهر", "10 أشهر", "11 شهرًا", "100 شهر"],
    year: ["0 سنة", "سنة واحدة", "سنتان", "3 سنوات", "10 سنوات", "11 سنة", "100 سنة"],
  };
  const dual = {
    minute: "دقيقتين",
    hour: "ساعتين",
    day: "يومين",
    week: "أسبوعين",
    month: "شهرين",
    year: "سنتين",
  };

  for (const [unit, words] of Object.entries(table) as [keyof typeof table, string[]][]) {
    it.each(counts.map((count, index) => [count, words[index]] as const))(`%d ${unit}`, (count, wanted) => {
      expect(plain(unit, count, "ar")).toBe(wanted);
      expect(plain(unit, count, "ar", "oblique")).toBe(count === 2 ? dual[unit] : wanted);
      expect(plain(unit, count, "ar", "bare")).toBe(String(count));
    });
  }
});

describe("other units in Arabic", () => {
  it.each([0, 1, 2, 3, 10, 11, 100])("%d", (count) => {
    expect(plain("EUR", count, "ar")).toBe(`${count} €`);
    expect(plain("EUR/day", count, "ar")).toBe(`${count} € يوميًا`);
    expect(plain("EUR/month", count, "ar")).toBe(`${count} € شهريًا`);
    expect(plain("EUR/year", count, "ar")).toBe(`${count} € سنويًا`);
    expect(plain("percent", count, "ar")).toBe(`${count} %`);
    expect(plain("count", count, "ar")).toBe(String(count));
  });

  it("isolates money from left to right and leaves the words around it outside", () => {
    expect(runs(raw("EUR/month", 1006, "ar"))).toEqual([
      { text: "1,006\u00a0€", ltr: true },
      { text: " شهريًا", ltr: false },
    ]);
  });
});

describe("ranges", () => {
  it.each([
    ["month", [6, 8], "ar", "من 6 إلى 8 أشهر"],
    ["week", [8, 12], "ar", "من 8 إلى 12 أسبوعًا"],
    ["month", [1, 3], "ar", "من شهر واحد إلى 3 أشهر"],
    ["month", [1, 2], "ar", "من شهر واحد إلى شهرين"],
    ["day", [2, 11], "ar", "من يومين إلى 11 يومًا"],
    ["EUR", [70, 100], "ar", "من 70 إلى 100 €"],
    ["EUR/month", [70, 100], "ar", "من 70 إلى 100 € شهريًا"],
    ["percent", [2, 3], "ar", "من 2 إلى 3 %"],
    ["month", [6, 8], "de", "6–8 Monate"],
    ["EUR", [70, 100], "de", "70–100 €"],
    ["EUR/year", [70, 100], "en", "€70–100 a year"],
    ["month", [6, 8], "en", "6–8 months"],
    ["EUR", [7.5, 15], "de", "7,50–15,00 €"],
    ["EUR", [7.5, 15], "ar", "من 7.50 إلى 15.00 €"],
  ] as [Unit, FactValue, Locale, string][])("%s %j in %s", (unit, value, locale, wanted) => {
    expect(plain(unit, value, locale)).toBe(wanted);
  });

  it("has no dash between figures in Arabic", () => {
    for (const unit of ["EUR", "percent", "count", "year"] as const) {
      for (const form of ["plain", "bare", "oblique"] as const)
        expect(raw(unit, [3, 7], "ar", form)).not.toMatch(/[–-]/);
    }
  });

  it("is oblique in German where asked", () =>
    expect(plain("month", [6, 8], "de", "oblique")).toBe("6–8 Monaten"));
});

describe("German and English", () => {
  it.each([
    ["minute", 1, "1 Minute", "1 Minute", "1 minute"],
    ["minute", 20, "20 Minuten", "20 Minuten", "20 minutes"],
    ["hour", 2, "2 Stunden", "2 Stunden", "2 hours"],
    ["day", 1, "1 Tag", "1 Tag", "1 day"],
    ["day", 90, "90 Tage", "90 Tagen", "90 days"],
    ["week", 3, "3 Wochen", "3 Wochen", "3 weeks"],
    ["month", 1, "1 Monat", "1 Monat", "1 month"],
    ["month", 3, "3 Monate", "3 Monaten", "3 months"],
    ["year", 0, "0 Jahre", "0 Jahren", "0 years"],
    ["year", 1.5, "1,5 Jahre", "1,5 Jahren", "1.5 years"],
    ["EUR", 70, "70 €", "70 €", "€70"],
    ["EUR", 1234.5, "1.234,50 €", "1.234,50 €", "€1,234.50"],
    ["EUR/day", 10, "10 € am Tag", "10 € am Tag", "€10 a day"],
    ["EUR/month", 1006, "1.006 € im Monat", "1.006 € im Monat", "€1,006 a month"],
    ["EUR/year", 69300, "69.300 € im Jahr", "69.300 € im Jahr", "€69,300 a year"],
    ["percent", 14.6, "14,6 %", "14,6 %", "14.6%"],
    ["count", 1000, "1.000", "1.000", "1,000"],
    ["date", "2025-05-01", "1. Mai 2025", "1. Mai 2025", "1 May 2025"],
    ["time", "07:30", "07:30 Uhr", "07:30 Uhr", "07:30"],
    ["hours", "14:30–17:00", "14:30–17:00", "14:30–17:00", "14:30–17:00"],
    ["level", "B1", "B1", "B1", "B1"],
    ["phone", "02331/207-6000", "02331/207-6000", "02331/207-6000", "02331/207-6000"],
    ["url", "https://www.hagen.de/a/b", "hagen.de", "hagen.de", "hagen.de"],
  ] as [Unit, FactValue, string, string, string][])("%s %s", (unit, value, german, dative, english) => {
    expect(plain(unit, value, "de")).toBe(german);
    expect(plain(unit, value, "de", "oblique")).toBe(dative);
    expect(plain(unit, value, "en")).toBe(english);
  });

  it("keeps a figure and its unit on one line", () => {
    expect(raw("month", 3, "de")).toBe("3\u00a0Monate");
    expect(raw("EUR", 70, "de")).toBe("\u206670\u00a0€\u2069");
  });
});

describe("other values in Arabic", () => {
  it.each([
    ["date", "2025-05-01", "1 مايو 2025"],
    ["time", "07:30", "الساعة 07:30"],
    ["hours", "14:30–17:00", "14:30–17:00"],
    ["level", "B1", "B1"],
    ["address", "Böhmerstraße 1, 58095 Hagen", "Böhmerstraße 1, 58095 Hagen"],
    ["percent", 14.6, "14.6 %"],
  ] as [Unit, FactValue, string][])("%s %s", (unit, value, wanted) =>
    expect(plain(unit, value, "ar")).toBe(wanted),
  );

  it("isolates them from left to right", () => {
    for (const [unit, value] of [
      ["hours", "14:30–17:00"],
      ["level", "B1"],
      ["phone", "02331/207-6000"],
    ] as const) {
      expect(runs(raw(unit, value, "ar"))).toEqual([{ text: value, ltr: true }]);
    }
    expect(runs(raw("time", "07:30", "ar"))[1]).toEqual({ text: "07:30", ltr: true });
  });

  it("writes Western digits and no invisible marks in dates", () => {
    expect(dateText("2026-12-31", "ar")).toBe("31 ديسمبر 2026");
    expect(monthText("2026-11-21", "ar")).toBe("نوفمبر 2026");
    expect(monthText("2026-11-21", "de")).toBe("November 2026");
  });
});

describe("telHref", () => {
  it.each([
    ["02331/207-6000", "tel:+4923312076000"],
    ["+49 (0)2331 207 6000", "tel:+4923312076000"],
    ["0049 2331 207", "tel:+492331207"],
    ["116117", "tel:116117"],
    ["112", "tel:112"],
    ["060", "tel:060"],
    ["+34 638 44 41 44", "tel:+34638444144"],
  ])("%s", (phone, wanted) => expect(telHref(phone)).toBe(wanted));
});
