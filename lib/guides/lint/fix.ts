import "server-only";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadContent } from "@/lib/guides/content/queries";
import { sectionHash } from "@/lib/guides/rules";
import { withHashes } from "./hashes";

/** Writes the hashes of the German sections into the translations of these guides and services (of all, when none is named). */
export function recordHashes(slugs: readonly string[]): string[] {
  const changed: string[] = [];
  const { guides, services } = loadContent().content;
  const added = services.flatMap(({ slug, supplements }) => supplements.map((each) => ({ ...each, slug })));
  for (const { slug, de, ar, en } of [...guides, ...services, ...added]) {
    if (!de || (slugs.length > 0 && !slugs.includes(slug))) continue;
    const hashes = Object.fromEntries(de.outline.sections.map(({ id, source }) => [id, sectionHash(source)]));
    for (const text of [ar, en]) {
      if (!text) continue;
      const file = path.join(process.cwd(), text.file);
      const before = readFileSync(file, "utf8");
      const after = withHashes(before, hashes, de.frontMatter.legal);
      if (after === before) continue;
      writeFileSync(file, after);
      changed.push(text.file);
    }
  }
  return changed;
}
