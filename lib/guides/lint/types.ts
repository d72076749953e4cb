import type { CheckSource, CountryClass } from "@/lib/checks/types";
import type { Problem } from "@/lib/guides/source/types";
import type { GuideSource, GuideText, OfficeTextSource, Shelf } from "@/lib/guides/types";
import { type Locale, locales } from "@/lib/i18n/routing";
import type { Office } from "@/lib/offices/types";
import type { ServiceSource } from "@/lib/services/types";

/** What the checks look at: all of `content/` as it was read. */
export interface Checked {
  shelf: Shelf;
  guides: GuideSource[];
  offices: Office[];
  officeTexts: OfficeTextSource[];
  services: ServiceSource[];
  checks: CheckSource[];
  countries: CountryClass[];
}

/** One check of the content on a day (`YYYY-MM-DD`). */
export type Check = (content: Checked, today: string) => Problem[];

/** A text of a guide, an office, a service or a check, with its language. */
export interface AnyText {
  kind: "guide" | "office" | "service" | "check";
  locale: Locale;
  text: GuideText<{ title: string; description: string; briefLabels?: string[] }>;
}

/** Every text there is, guides first. */
export function allTexts({ guides, officeTexts, services, checks }: Checked): AnyText[] {
  const found: AnyText[] = [];
  for (const guide of guides) {
    for (const locale of locales) {
      const text = guide[locale];
      if (text) found.push({ kind: "guide", locale, text });
    }
  }
  for (const office of officeTexts) {
    for (const locale of locales) {
      const text = office.texts[locale];
      if (text) found.push({ kind: "office", locale, text });
    }
  }
  for (const texts of services.flatMap((service) => [service, ...service.supplements])) {
    for (const locale of locales) {
      const text = texts[locale];
      if (text) found.push({ kind: "service", locale, text });
    }
  }
  for (const { texts } of checks) {
    for (const locale of locales) found.push({ kind: "check", locale, text: texts[locale] });
  }
  return found;
}

export function error(file: string, message: string, line?: number): Problem {
  return { file, ...(line === undefined ? {} : { line }), severity: "error", message };
}

export function warning(file: string, message: string, line?: number): Problem {
  return { ...error(file, message, line), severity: "warning" };
}
