import type { Problem } from "@/lib/guides/source/types";
import { allTexts, type Check, error } from "./types";

/** English prose names an official term by `<Term>`, not by its bare German name. */
export const checkBareTerms: Check = (content) => {
  const english = new Set([...content.shelf.terms.values()].map((term) => term.en.toLowerCase()));
  // A German name that is English too (Visum is not, Jobcenter nearly) is left to the writer's ear.
  const german = [...content.shelf.terms.values()]
    .map((term) => term.de)
    .filter((name) => name.length > 5 && /^\p{Lu}/u.test(name) && !english.has(name.toLowerCase()));
  const problems: Problem[] = [];
  for (const { locale, text } of allTexts(content)) {
    if (locale !== "en") continue;
    for (const section of text.outline.sections) {
      for (const piece of section.pieces) {
        if (piece.kind !== "text" || piece.inside === "De" || piece.inside === "Term") continue;
        const name = german.find((candidate) => containsWord(piece.text, candidate));
        if (name) problems.push(error(text.file, `bare German “${name}”: use <Term> or <De>`, piece.line));
      }
    }
  }
  return problems;
};

function containsWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  if (at < 0) return false;
  const isLetter = (character: string | undefined) => character !== undefined && /\p{L}/u.test(character);
  return !isLetter(text[at - 1]) && !isLetter(text[at + word.length]);
}
