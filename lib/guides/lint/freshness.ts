import { factAt, isExpired, reviewState } from "@/lib/guides/facts/rules";
import { translationState } from "@/lib/guides/rules";
import { isOvertaken } from "@/lib/guides/shown/rules";
import type { Problem } from "@/lib/guides/source/types";
import { type German, type Translated, translatables, translationsOf, withoutLaw } from "./translated";
import { type Check, error, warning } from "./types";

/** Facts that have ended stop the build; those past their review are for the editors. */
export const checkFacts: Check = ({ shelf }, today) => {
  const problems: Problem[] = [];
  for (const fact of shelf.facts.values()) {
    if (isExpired(fact, today)) {
      const last = fact.values.at(-1)?.validTo;
      problems.push(error(fact.file, `${fact.id} has expired: its last value held until ${last}`));
    } else if (!factAt(fact, today)) {
      problems.push(error(fact.file, `${fact.id} has no value on ${today}`));
    }
    if (reviewState(fact, today) === "past") {
      problems.push(warning(fact.file, `${fact.id} should have been reviewed by ${fact.reviewBy}`));
    }
    if (fact.verifiedAt > today)
      problems.push(warning(fact.file, `${fact.id} was verified in the future (${fact.verifiedAt})`));
  }
  for (const law of shelf.laws) {
    if (today > law.reviewBy) {
      problems.push(warning("content/laws.yaml", `${law.id} should have been reviewed by ${law.reviewBy}`));
    }
  }
  return problems;
};

/** Sections whose German text has changed since they were translated. The page stays up and shows a badge. */
export const checkTranslations: Check = (content) =>
  translatables(content).flatMap((each) => {
    const { de } = each;
    return de
      ? translationsOf(each).flatMap(({ locale, text }) => {
          // All languages of a check stand in one file.
          const where = text.file === de.file ? `${locale}: ` : "";
          return faultsOf(de, text).map((fault) => ({ ...fault, message: where + fault.message }));
        })
      : [];
  });

function faultsOf(de: German, { file, frontMatter: { translation } }: Translated): Problem[] {
  const { legal } = de.frontMatter;
  const recorded = translation.sections;
  const { sections } = de.outline;
  return [
    ...sections.flatMap((section) => {
      const { id } = section;
      if (isOvertaken(section, legal, translation)) {
        const change = `a change of the law of ${legal[id]} is not in it`;
        return [warning(file, `section ${id}: ${change}; readers see the German text`)];
      }
      switch (translationState(section.source, recorded[id])) {
        case "changed":
          return [warning(file, `section ${id}: the German text has changed since it was translated`)];
        case "unknown":
          return [error(file, `section ${id}: no hash of the German text (npm run content -- --fix)`)];
        default:
          return [];
      }
    }),
    ...Object.keys({ ...recorded, ...translation.legal })
      .filter((id) => !sections.some((section) => section.id === id))
      .map((id) => error(file, `translation.sections: there is no section ${id}`)),
  ];
}

/** A change of the law is marked for sections that there are, and that have text. */
export const checkLegal: Check = (content) =>
  translatables(content).flatMap(({ de }) =>
    Object.keys(de?.frontMatter.legal ?? {}).flatMap((id) => {
      if (!de) return [];
      if (withoutLaw.includes(id)) return [error(de.file, `legal: the section ${id} holds no law`)];
      const isThere = de.outline.sections.some((section) => section.id === id);
      return isThere ? [] : [error(de.file, `legal: there is no section ${id}`)];
    }),
  );
