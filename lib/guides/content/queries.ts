import "server-only";
import type { z } from "zod";
import { readChecks } from "@/lib/checks/source/queries";
import type { CheckSource, CountryClass } from "@/lib/checks/types";
import { documentSchema } from "@/lib/guides/documents/schema";
import { factSchema } from "@/lib/guides/facts/schema";
import { termSchema } from "@/lib/guides/glossary/schema";
import { lawSchema } from "@/lib/guides/laws/schema";
import { officeFrontMatter, sourceFrontMatter, translationFrontMatter } from "@/lib/guides/schema";
import { filesIn, foldersIn, isSettled, readContent } from "@/lib/guides/source/queries";
import { checkShape, parseList, parseYaml, problemLine } from "@/lib/guides/source/rules";
import type { Problem, Reading } from "@/lib/guides/source/types";
import type { GuideSource, GuideText, OfficeTextSource, Shelf } from "@/lib/guides/types";
import { locales } from "@/lib/i18n/routing";
import { getOffices } from "@/lib/offices/queries";
import { officeSchema } from "@/lib/offices/schema";
import type { Office } from "@/lib/offices/types";
import { processWide } from "@/lib/platform/process-wide";
import {
  serviceFrontMatter,
  serviceSchema,
  serviceTranslationFrontMatter,
  supplementFrontMatter,
  supplementSchema,
  supplementTranslationFrontMatter,
} from "@/lib/services/schema";
import type { ServiceSource, SupplementSource } from "@/lib/services/types";
import { readText } from "./rules";

/** All of `content/`. */
export interface Content {
  shelf: Shelf;
  guides: GuideSource[];
  offices: Office[];
  officeTexts: OfficeTextSource[];
  services: ServiceSource[];
  checks: CheckSource[];
  countries: CountryClass[];
}

/** Reads all of `content/` and says what is wrong with it; what can be read is there in spite of it. */
export function loadContent(): { content: Content; problems: Problem[] } {
  const problems: Problem[] = [];
  const keep = <T>(reading: Reading<T> | null): T | undefined => {
    if (reading) problems.push(...reading.problems);
    return reading?.value;
  };
  const { checks, countries } = readChecks();
  const content: Content = {
    shelf: {
      facts: readFacts(keep, problems),
      terms: byId(keep(readList("glossary.yaml", termSchema))),
      documents: byId(keep(readList("documents.yaml", documentSchema))),
      laws: keep(readList("laws.yaml", lawSchema)) ?? [],
    },
    guides: foldersIn("guides").map((slug) => ({
      slug,
      de: keep(readMdx(`guides/${slug}/de.mdx`, sourceFrontMatter)),
      ar: keep(readMdx(`guides/${slug}/ar.mdx`, translationFrontMatter)),
      en: keep(readMdx(`guides/${slug}/en.mdx`, translationFrontMatter)),
    })),
    offices: readOffices(problems),
    officeTexts: foldersIn("offices").map((office) => {
      const texts: OfficeTextSource["texts"] = {};
      for (const locale of locales)
        texts[locale] = keep(readMdx(`offices/${office}/${locale}.mdx`, officeFrontMatter));
      return { office, texts };
    }),
    services: foldersIn("services").map((slug) => readService(slug, keep)),
    checks: checks.flatMap((check) => keep(check) ?? []),
    countries: keep(countries) ?? [],
  };
  return { content, problems };
}

/** All of `content/`. Throws, naming file and path, when something in it cannot be read. */
export function getContent(): Content {
  return isSettled ? processWide("content", readAll) : readAll();
}

function readAll(): Content {
  const { content, problems } = loadContent();
  const errors = problems.filter((problem) => problem.severity === "error");
  if (errors.length > 0) throw new Error(`content/ cannot be read:\n${errors.map(problemLine).join("\n")}`);
  return content;
}

/** The offices, of which another domain reads the files; none where one of them is not as it must be. */
function readOffices(problems: Problem[]): Office[] {
  const faults = foldersIn("offices").flatMap((slug): Problem[] => {
    const file = `offices/${slug}/office.yaml`;
    const read = readYaml(file, officeSchema);
    if (!read) return [{ file: `content/${file}`, severity: "error", message: "is missing" }];
    if (!read.value || read.value.slug === slug) return read.problems;
    return [{ file: `content/${file}`, severity: "error", message: `slug is ${read.value.slug}` }];
  });
  problems.push(...faults);
  return faults.length > 0 ? [] : getOffices();
}

type Keep = <T>(reading: Reading<T> | null) => T | undefined;

function readFacts(keep: Keep, problems: Problem[]): Shelf["facts"] {
  const facts: Shelf["facts"] = new Map();
  for (const name of filesIn("facts", ".yaml")) {
    const file = `content/facts/${name}`;
    for (const fact of keep(readList(`facts/${name}`, factSchema)) ?? []) {
      const twin = facts.get(fact.id);
      if (twin) problems.push({ file, severity: "error", message: `${fact.id} stands in ${twin.file} too` });
      else facts.set(fact.id, { ...fact, file });
    }
  }
  return facts;
}

function readService(slug: string, keep: Keep): ServiceSource {
  const folder = `services/${slug}`;
  return {
    slug,
    data: keep(readYaml(`${folder}/service.yaml`, serviceSchema)),
    de: keep(readMdx(`${folder}/de.mdx`, serviceFrontMatter)),
    ar: keep(readMdx(`${folder}/ar.mdx`, serviceTranslationFrontMatter)),
    en: keep(readMdx(`${folder}/en.mdx`, serviceTranslationFrontMatter)),
    supplements: foldersIn(`${folder}/supplements`).map((office) =>
      readSupplement(`${folder}/supplements/${office}`, office, keep),
    ),
  };
}

function readSupplement(folder: string, office: string, keep: Keep): SupplementSource {
  return {
    office,
    data: keep(readYaml(`${folder}/supplement.yaml`, supplementSchema)),
    de: keep(readMdx(`${folder}/de.mdx`, supplementFrontMatter)),
    ar: keep(readMdx(`${folder}/ar.mdx`, supplementTranslationFrontMatter)),
    en: keep(readMdx(`${folder}/en.mdx`, supplementTranslationFrontMatter)),
  };
}

function readYaml<Schema extends z.ZodType>(file: string, schema: Schema): Reading<z.infer<Schema>> | null {
  return readContent(file, (source, name) => {
    const yaml = parseYaml(source, name);
    if (yaml.value === undefined) return { value: undefined, problems: yaml.problems };
    return checkShape(yaml.value, schema, name);
  });
}

function readList<Schema extends z.ZodType<{ id: string }>>(file: string, schema: Schema) {
  return readContent(file, (source, name) => parseList(source, schema, name));
}

function readMdx<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Reading<GuideText<z.infer<Schema>>> | null {
  return readContent(file, (source, name) => readText(source, name, schema));
}

function byId<Entry extends { id: string }>(entries: Entry[] | undefined): Map<string, Entry> {
  return new Map((entries ?? []).map((entry) => [entry.id, entry]));
}
