import type { Problem } from "@/lib/guides/source/types";
import { checkTrees } from "./checks";
import { checkFacts, checkLegal, checkTranslations } from "./freshness";
import { checkBareTerms } from "./glossary";
import { checkPolicies } from "./offices";
import { checkParity } from "./parity";
import { checkProse, checkShelfProse } from "./prose";
import { checkReferences, checkShelf, checkUnused } from "./references";
import { checkServiceModules, checkServiceProse, checkServices } from "./services";
import { checkComponents, checkSections } from "./structure";
import type { Check, Checked } from "./types";

const checks: Check[] = [
  checkSections,
  checkComponents,
  checkParity,
  checkReferences,
  checkShelf,
  checkServiceModules,
  checkServices,
  checkServiceProse,
  checkPolicies,
  checkTrees,
  checkProse,
  checkShelfProse,
  checkBareTerms,
  checkFacts,
  checkTranslations,
  checkLegal,
  checkUnused,
];

/** Everything that is wrong with the content on a day, file by file. */
export function checkContent(content: Checked, today: string): Problem[] {
  return inOrder(checks.flatMap((check) => check(content, today)));
}

/** Problems in the order of their files and lines. */
export function inOrder(problems: Problem[]): Problem[] {
  return [...problems].sort((a, b) => a.file.localeCompare(b.file, "en") || (a.line ?? 0) - (b.line ?? 0));
}
