import "server-only";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { officeSchema } from "./schema";
import type { Concern, Department, Office } from "./types";

const folder = path.join(process.cwd(), "content/offices");

let cache: Office[] | undefined;

/** All offices, in the order of their slugs. Throws with file and path when an `office.yaml` is not valid. */
export function getOffices(): Office[] {
  cache ??= readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readOffice(entry.name))
    .sort((a, b) => a.slug.localeCompare(b.slug));
  return cache;
}

export function getOffice(slug: string): Office | null {
  return getOffices().find((office) => office.slug === slug) ?? null;
}

/** The concern of an office with the department it belongs to; concern slugs are unique within an office. */
export function findConcern(
  office: Office,
  slug: string,
): { department: Department; concern: Concern } | null {
  for (const department of office.departments) {
    const concern = department.concerns.find((candidate) => candidate.slug === slug);
    if (concern) return { department, concern };
  }
  return null;
}

function readOffice(slug: string): Office {
  const file = path.join(folder, slug, "office.yaml");
  const parsed = officeSchema.safeParse(parse(readFileSync(file, "utf8")));
  if (!parsed.success)
    throw new Error(`content/offices/${slug}/office.yaml: ${z.prettifyError(parsed.error)}`);
  if (parsed.data.slug !== slug)
    throw new Error(`content/offices/${slug}/office.yaml: slug is ${parsed.data.slug}`);
  return parsed.data;
}
