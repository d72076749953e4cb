import { factAt, isExpired, reviewState } from "@/lib/guides/facts/rules";
import { translationState } from "@/lib/guides/rules";
import { isOvertaken } from "@/lib/guides/shown/rules";
import type { Problem } from "@/lib/guides/source/types";
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
export const checkTranslations: Check = ({ guides, services }) => {
  const problems: Problem[] = [];
  for (const { de, ar, en } of [...guides, ...services, ...services.flatMap((each) => each.supplements)]) {
    for (const text of [ar, en]) {
      if (!de || !text) continue;
      const recorded = text.frontMatter.translation.sections;
      const { legal } = de.frontMatter;
      for (const section of de.outline.sections) {
        const state = translationState(section.source, recorded[section.id]);
        if (isOvertaken(section, legal, text.frontMatter.translation)) {
          problems.push(
            warning(
              text.file,
              `section ${section.id}: a change of the law of ${legal[section.id]} is not in it; readers see the German text`,
            ),
          );
        } else if (state === "changed") {
          problems.push(
            warning(text.file, `section ${section.id}: the German text has changed since it was translated`),
          );
        } else if (state === "unknown") {
          problems.push(
            error(text.file, `section ${section.id}: no hash of the German text (npm run content -- --fix)`),
          );
        }
      }
      for (const id of Object.keys({ ...recorded, ...text.frontMatter.translation.legal })) {
        if (!de.outline.sections.some((section) => section.id === id)) {
          problems.push(error(text.file, `translation.sections: there is no section ${id}`));
        }
      }
    }
  }
  return problems;
};

// They hold no sentence that the law could change: the list of the sources, and the way to an appointment.
const withoutLaw = ["sources", "book"];

/** A change of the law is marked for sections that there are, and that have text. */
export const checkLegal: Check = ({ guides, services }) =>
  [...guides, ...services, ...services.flatMap((each) => each.supplements)].flatMap(({ de }) =>
    Object.keys(de?.frontMatter.legal ?? {}).flatMap((id) => {
      if (!de) return [];
      if (withoutLaw.includes(id)) return [error(de.file, `legal: the section ${id} holds no law`)];
      const isThere = de.outline.sections.some((section) => section.id === id);
      return isThere ? [] : [error(de.file, `legal: there is no section ${id}`)];
    }),
  );
