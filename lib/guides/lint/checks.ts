import { approvalText, shapeFaults } from "@/lib/checks/rules";
import type { CheckSource, CountryClass } from "@/lib/checks/types";
import { parseCitation } from "@/lib/guides/laws/rules";
import type { Problem } from "@/lib/guides/source/types";
import { type Locale, locales } from "@/lib/i18n/routing";
import { officesWith } from "@/lib/offices/rules";
import { proseFaults } from "./prose";
import { type Check, type Checked, error, warning } from "./types";

/** The classes of countries that checks go by. */
export const countriesFile = "content/checks/countries.yaml";

/** Checks end everywhere in something that was approved, cites its law and can be done; countries stand in one class each. */
export const checkTrees: Check = (content, today) => [
  ...content.checks.flatMap((check) => [
    ...treeFaults(check, content).map((fault) => error(check.file, fault)),
    ...approvalFaults(check, content.countries).map((fault) => error(check.file, fault)),
  ]),
  ...(content.checks.length > 0 ? countryFaults(content, today) : []),
];

function treeFaults({ tree }: CheckSource, content: Checked): string[] {
  const cites = [tree.law, ...tree.outcomes.flatMap(({ laws }) => laws)];
  return [
    ...shapeFaults(tree, content.countries),
    ...[...new Set(cites)].flatMap((cite) => {
      const parsed = parseCitation(cite, content.shelf.laws);
      return parsed.ok ? [] : [parsed.reason];
    }),
    ...guideFaults(tree.guides, content),
    ...tree.outcomes.flatMap((outcome) =>
      outcomeFaults(outcome, content).map((fault) => `${outcome.id}: ${fault}`),
    ),
    ...locales.flatMap((locale) => headFaults(tree, locale)),
  ];
}

function outcomeFaults(
  { documents, book, guides }: CheckSource["tree"]["outcomes"][number],
  content: Checked,
): string[] {
  return [
    ...documents
      .filter((id) => !content.shelf.documents.has(id))
      .map((id) => `there is no document “${id}” in content/documents.yaml`),
    ...(book !== null && officesWith(content.offices, book).length === 0
      ? [`no office has the concern “${book}”`]
      : []),
    ...guideFaults(guides, content),
  ];
}

function guideFaults(slugs: readonly string[], { guides }: Checked): string[] {
  return slugs
    .filter((slug) => !guides.some((guide) => guide.slug === slug))
    .map((slug) => `there is no guide “${slug}”`);
}

/** Title, description and keywords are prose without markup. */
function headFaults({ title, description, keywords }: CheckSource["tree"], locale: Locale): string[] {
  return [title[locale], description[locale], ...keywords[locale]].flatMap((text) =>
    proseFaults(text, locale, false).map((fault) => `${locale}: ${fault}`),
  );
}

/** Nothing leads anywhere that nobody has approved. */
export function approvalFaults(
  { slug, tree, approved }: CheckSource,
  countries: readonly CountryClass[],
): string[] {
  const now = approvalText(tree, countries).split("\n");
  const how = `(npm run content -- --approve ${slug}, after having read it against the law)`;
  if (approved === null) return [`nobody has approved where it leads ${how}`];
  const known = approved.split("\n");
  const added = now.filter((line) => !known.includes(line));
  const gone = known.filter((line) => !now.includes(line));
  return [
    ...added.map((line) => `not approved: ${line} ${how}`),
    ...gone.map((line) => `approved, but not so any more: ${line} ${how}`),
    ...(added.length + gone.length === 0 && now.join() !== known.join()
      ? [`approved in another order ${how}`]
      : []),
  ];
}

function countryFaults({ countries, shelf }: Checked, today: string): Problem[] {
  const file = countriesFile;
  const codes = countries.flatMap((each) => each.countries);
  return [
    ...codes
      .filter((code, index) => codes.indexOf(code) !== index)
      .map((code) => error(file, `${code} stands in more than one class`)),
    ...countries.flatMap(({ id, law, reviewBy }) => {
      const parsed = parseCitation(law, shelf.laws);
      return [
        ...(parsed.ok ? [] : [error(file, `${id}: ${parsed.reason}`)]),
        ...(today > reviewBy ? [warning(file, `${id} should have been reviewed by ${reviewBy}`)] : []),
      ];
    }),
  ];
}
