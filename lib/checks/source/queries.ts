import "server-only";
import { checkSchema, countryClassSchema } from "@/lib/checks/schema";
import type { CheckSource, CountryClass, Tree } from "@/lib/checks/types";
import { outlineOf } from "@/lib/guides/mdx/outline";
import { filesIn, readContent } from "@/lib/guides/source/queries";
import { checkShape, parseList, parseYaml } from "@/lib/guides/source/rules";
import type { Problem, Reading } from "@/lib/guides/source/types";
import type { GuideText } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";
import { bodyOf } from "./rules";

/** Every check there is, with what is wrong with its file. */
export function readChecks(): { checks: Reading<CheckSource>[]; countries: Reading<CountryClass[]> } {
  const files = filesIn("checks", ".yaml").filter((name) => name !== "countries.yaml");
  const none: Reading<CountryClass[]> = { value: [], problems: [] };
  return {
    checks: files.map((name) => readCheck(name.replace(/\.yaml$/, ""))),
    countries:
      readContent("checks/countries.yaml", (source, file) => parseList(source, countryClassSchema, file)) ??
      none,
  };
}

/** Path of what was approved of a check, from the root of `content/`. */
export const approvedFile = (slug: string): string => `checks/approved/${slug}.txt`;

function readCheck(slug: string): Reading<CheckSource> {
  const read = readContent(`checks/${slug}.yaml`, (source, file) => parseCheck(source, file, slug));
  const approved = readContent(approvedFile(slug), (source) => source);
  if (!read?.value) return { value: undefined, problems: read?.problems ?? [] };
  return { value: { ...read.value, approved }, problems: read.problems };
}

/** A check from its file. */
export function parseCheck(
  source: string,
  file: string,
  slug: string,
): Reading<Omit<CheckSource, "approved">> {
  const yaml = parseYaml(source, file);
  if (yaml.value === undefined) return { value: undefined, problems: yaml.problems };
  const { value: tree, problems } = checkShape(yaml.value, checkSchema, file);
  if (!tree) return { value: undefined, problems };
  const { title, description, legal, translation } = tree;
  const headOf = (locale: Locale) => ({ title: title[locale], description: description[locale] });
  const de = readText(source, tree, file, "de", { ...headOf("de"), legal });
  const ar = readText(source, tree, file, "ar", { ...headOf("ar"), translation: translation.ar });
  const en = readText(source, tree, file, "en", { ...headOf("en"), translation: translation.en });
  const found = [...de.problems, ...ar.problems, ...en.problems];
  if (!de.value || !ar.value || !en.value) return { value: undefined, problems: found };
  return {
    value: { slug, file, tree, texts: { de: de.value, ar: ar.value, en: en.value } },
    problems: found,
  };
}

function readText<FrontMatter>(
  source: string,
  tree: Tree,
  file: string,
  locale: Locale,
  frontMatter: FrontMatter,
): Reading<GuideText<FrontMatter>> {
  const body = bodyOf(source, tree, locale);
  try {
    const outline = outlineOf(body);
    const problems = outline.faults.map((fault): Problem => ({ file, severity: "error", ...fault }));
    return { value: { file, frontMatter, body, outline }, problems };
  } catch (error) {
    const line = error && typeof error === "object" && "line" in error ? Number(error.line) : undefined;
    const message = `${locale}: MDX cannot be read: ${error instanceof Error ? error.message : error}`;
    return { value: undefined, problems: [{ file, ...(line ? { line } : {}), severity: "error", message }] };
  }
}
