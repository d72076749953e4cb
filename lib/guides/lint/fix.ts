import "server-only";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadContent } from "@/lib/guides/content/queries";
import { sectionHash } from "@/lib/guides/rules";
import { withHashes, withHashesAt } from "./hashes";
import { translatables, translationsOf } from "./translated";

/**
 * Writes the hashes of the German sections into the translations of these guides, services and checks (of all, when none
 * is named). `checks/visa` is the check alone, `visa` everything of that name.
 *
 * @throws when a name is that of nothing; then nothing has been written
 */
export function recordHashes(names: readonly string[]): string[] {
  const changed = new Set<string>();
  const texts = translatables(loadContent().content);
  const isNamed = (name: string, page: string) => `/${page}`.endsWith(`/${name}`);
  const unknown = names.filter((name) => !texts.some(({ page }) => isNamed(name, page)));
  if (unknown.length > 0)
    throw new Error(`there is no guide, service or check “${unknown.join("”, “")}”, or it cannot be read`);
  for (const each of texts) {
    const { page, de } = each;
    const isMeant = names.length === 0 || names.some((name) => isNamed(name, page));
    if (!de || !isMeant) continue;
    const hashes = Object.fromEntries(de.outline.sections.map(({ id, source }) => [id, sectionHash(source)]));
    for (const { locale, text } of translationsOf(each)) {
      const file = path.join(process.cwd(), text.file);
      const before = readFileSync(file, "utf8");
      const { legal } = de.frontMatter;
      const after =
        text.file === de.file
          ? withHashesAt(before, ["translation", locale], hashes, legal)
          : withHashes(before, hashes, legal);
      if (after === before) continue;
      writeFileSync(file, after);
      changed.add(text.file);
    }
  }
  return [...changed];
}
