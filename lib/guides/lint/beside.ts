import "server-only";
import type { z } from "zod";
import type { Content } from "@/lib/guides/content/queries";
import { readContent } from "@/lib/guides/source/queries";
import { checkShape, parseYaml } from "@/lib/guides/source/rules";
import type { Problem, Reading } from "@/lib/guides/source/types";
import { locales } from "@/lib/i18n/routing";
import { placesSchema } from "@/lib/offices/places/schema";
import { lexiconSchema } from "@/lib/search/lexicon/schema";
import { error } from "./types";

/** The files that other domains read when they are asked something, and then only: places and the words of the search. */
export function checkFilesBeside({ offices, officeTexts }: Content): Problem[] {
  const places = read("places.yaml", placesSchema);
  const known = new Set(offices.map(({ slug }) => slug));
  return [
    ...places.problems,
    ...read("search.yaml", lexiconSchema).problems,
    // Without offices their own files are the fault.
    ...(known.size === 0 ? [] : (places.value ?? [])).flatMap(({ name, office }) =>
      office === null || known.has(office)
        ? []
        : [error("content/places.yaml", `${name.de}: there is no office “${office}”`)],
    ),
    ...officeTexts.flatMap(({ office, texts }) =>
      locales.flatMap((locale) => {
        const file = `offices/${office}/${locale}.mdx`;
        const isThere = texts[locale] || readContent(file, () => true, "there");
        return isThere ? [] : [error(`content/${file}`, "is missing")];
      }),
    ),
  ];
}

function read<Schema extends z.ZodType>(file: string, schema: Schema): Reading<z.infer<Schema>> {
  const reading = readContent(
    file,
    (source, name): Reading<z.infer<Schema>> => {
      const yaml = parseYaml(source, name);
      return yaml.value === undefined
        ? { value: undefined, problems: yaml.problems }
        : checkShape(yaml.value, schema, name);
    },
    "lint",
  );
  return reading ?? { value: undefined, problems: [error(`content/${file}`, "is missing")] };
}
