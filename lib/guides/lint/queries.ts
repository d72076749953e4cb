import "server-only";
import { loadContent } from "@/lib/guides/content/queries";
import { problemLine } from "@/lib/guides/source/rules";
import type { Problem } from "@/lib/guides/source/types";
import { buildDate } from "@/lib/time/build";
import { checkContent, inOrder } from "./rules";

/** Everything that is wrong with `content/` on a day. */
export function findProblems(today = buildDate()): Problem[] {
  const { content, problems } = loadContent();
  return inOrder([...problems, ...checkContent(content, today)]);
}

let asserted = false;

/**
 * Stops the build where the content has an error. A running `dev` server shows the pages all the same, so that a
 * writer sees the text while it is not finished.
 */
export function assertContent(): void {
  if (asserted || process.env.NEXT_PHASE !== "phase-production-build") return;
  const errors = findProblems().filter((problem) => problem.severity === "error");
  if (errors.length > 0) throw new Error(`content/ has errors:\n${errors.map(problemLine).join("\n")}`);
  asserted = true;
}
