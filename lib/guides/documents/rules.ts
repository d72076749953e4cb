import { formatFact } from "@/lib/guides/formats/rules";
import type { FactForm, FactWords } from "@/lib/guides/formats/types";
import type { Locale } from "@/lib/i18n/routing";
import type { ShownDocument } from "./types";

const formWords = {
  original: "original",
  copy: "copy",
  "original-and-copy": "originalAndCopy",
  digital: "digital",
} as const;

type DocumentWord = (typeof formWords)[keyof typeof formWords] | "translation" | "notOlderThan";

/** Gives the message for a word; `next-intl`'s translator of the namespace `guide.documents`. */
export type DocumentWords = (word: DocumentWord, values: Record<string, string>) => string;

/** In which form a document is wanted, whether with a translation, and how old it may be. */
export function documentDetails(
  document: Pick<ShownDocument, "form" | "translation" | "notOlderThan">,
  locale: Locale,
  words: DocumentWords,
  factWords: FactWords,
): string {
  const { notOlderThan: age } = document;
  const ageIn = (form: FactForm) => (age ? formatFact(age.unit, age.value, form, locale, factWords) : "");
  return [
    words(formWords[document.form], {}),
    document.translation ? words("translation", {}) : null,
    age ? words("notOlderThan", { age: ageIn("plain"), oblique: ageIn("oblique") }) : null,
  ]
    .filter((detail) => detail !== null)
    .join(" · ");
}
