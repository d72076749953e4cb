import "server-only";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { approvalText } from "@/lib/checks/rules";
import { approvedFile } from "@/lib/checks/source/queries";
import { loadContent } from "@/lib/guides/content/queries";

/** Writes down where every way through these checks leads, as approved. Each is named: nothing is approved in passing. */
export function recordApproval(slugs: readonly string[]): string[] {
  const { checks, countries } = loadContent().content;
  if (slugs.length === 0) throw new Error("name the checks to approve");
  return slugs.map((slug) => {
    const check = checks.find((candidate) => candidate.slug === slug);
    if (!check) throw new Error(`there is no check “${slug}”, or it cannot be read`);
    const file = path.join("content", approvedFile(slug));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(path.join(process.cwd(), file), approvalText(check.tree, countries));
    return file;
  });
}
