import { randomBytes, randomInt } from "node:crypto";
import type { Language } from "./words";

export type Applicant = { givenName: string; familyName: string; birthDate: string; email: string };

/** Mails of the tests go here; `teardown.ts` knows their appointments by it. */
export const mailDomain = "mawid-e2e.example";

const alphabets: Record<Language, string> = {
  ar: "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
  de: "abcdefghijklmnopqrstuvwxyzäöü",
  en: "abcdefghijklmnopqrstuvwxyz",
};

const word = (alphabet: string, length: number) =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");

/** Somebody who was never here before, with a name of the language's letters: the portal knows people by their names. */
export function applicant(language: Language = "de", changes: Partial<Applicant> = {}): Applicant {
  return {
    givenName: { ar: "ليلى", de: "Jörg", en: "Ada" }[language],
    familyName: word(alphabets[language], 14),
    birthDate: "1990-03-27",
    email: `${randomBytes(8).toString("hex")}@${mailDomain}`,
    ...changes,
  };
}
