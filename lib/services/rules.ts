import type { Locale } from "@/lib/i18n/routing";

/** The modules of a service description that are written as text, in their order; every service has each. */
export const writtenModules = [
  "full-text",
  "requirements",
  "exclusions",
  "procedure",
  "documents",
  "fees",
  "deadlines",
  "processing-time",
  "legal-basis",
] as const;

/** All modules in the order of the page. What is not written is made of `service.yaml` and of the office. */
export const modules = [
  "full-text",
  "requirements",
  "exclusions",
  "procedure",
  "documents",
  "fees",
  "deadlines",
  "processing-time",
  "online",
  "forms",
  "legal-basis",
  "office",
  "related",
] as const;
export type Module = (typeof modules)[number];

export function isModule(value: string): value is Module {
  return modules.includes(value as Module);
}

type WrittenModule = (typeof writtenModules)[number];

export function isWritten(module: Module): module is WrittenModule {
  return writtenModules.includes(module as WrittenModule);
}

/** Modules that the text of a municipality may add to. */
export const supplementModules = modules.filter((module) => module !== "related");

/** Services in their order. */
export function inOrder(
  a: { data: { order: number }; slug: string },
  b: { data: { order: number }; slug: string },
): number {
  return a.data.order - b.data.order || a.slug.localeCompare(b.slug, "en");
}

/** The text of a section without its heading, which the page writes. */
export function withoutHeading(source: string): string {
  return source.replace(/^##[^\n]*\n?/, "");
}

/** The address of a service at an office in a language. */
export function serviceHref(locale: Locale, office: string, service: string): string {
  return `/${locale}/offices/${office}/services/${service}`;
}

const methods = ["machine", "machine-reviewed", "human"] as const;

/** Of the translations that a page is made of, the one that a reader should know about: the least reviewed. */
export function weakest<Translation extends { method: (typeof methods)[number] }>(
  translations: readonly Translation[],
): Translation | null {
  const rank = ({ method }: Translation) => methods.indexOf(method);
  return [...translations].sort((a, b) => rank(a) - rank(b))[0] ?? null;
}
