import { readFileSync } from "node:fs";

export type Language = "ar" | "de" | "en";
export const languages: readonly Language[] = ["ar", "de", "en"];
export const directions: Record<Language, "rtl" | "ltr"> = { ar: "rtl", de: "ltr", en: "ltr" };

const messages = Object.fromEntries(
  languages.map((language) => [language, JSON.parse(readFileSync(`messages/${language}.json`, "utf8"))]),
);

/** What the portal says under a key, `booking.sent.title`; only for texts without placeholders. */
export function said(language: Language, key: string): string {
  const text = key
    .split(".")
    .reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], messages[language]);
  if (typeof text !== "string" || text.includes("{"))
    throw new Error(`no plain message ${key} in ${language}`);
  return text;
}

/** A message with placeholders as a pattern: whatever may stand there. */
export function saidAbout(language: Language, key: string): RegExp {
  const text = key
    .split(".")
    .reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], messages[language]);
  if (typeof text !== "string") throw new Error(`no message ${key} in ${language}`);
  const parts = text.split(/\{[a-z]+\}/i).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(parts.join(".+"));
}
