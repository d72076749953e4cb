import "server-only";
import { loadContent } from "@/lib/guides/content/queries";
import { problemLine } from "@/lib/guides/source/rules";
import type { Problem } from "@/lib/guides/source/types";
import { processWide } from "@/lib/platform/process-wide";
import { buildDate } from "@/lib/time/build";
import { checkFilesBeside } from "./beside";
import { checkContent, inOrder } from "./rules";

/**
 * Everything that is wrong with `content/` on a day. Where a file cannot be read, that is all there is to say: what stands
 * in it would be missing at a hundred other places, which are right.
 */
export function findProblems(today = buildDate()): Problem[] {
  const { content, problems } = loadContent();
  const unread = [...problems, ...checkFilesBeside(content)];
  if (unread.some(({ severity }) => severity === "error")) return inOrder(unread);
  return inOrder([...unread, ...checkContent(content, today)]);
}

/**
 * Stops the build where the content has an error. A running `dev` server shows the pages all the same, so that a
 * writer sees the text while it is not finished.
 */
export function assertContent(): void {
  if (process.env.NEXT_PHASE !== "phase-production-build") return;
  const errors = processWide("errors", () => findProblems().filter(({ severity }) => severity === "error"));
  if (errors.length > 0) throw new Error(`content/ has errors:\n${errors.map(problemLine).join("\n")}`);
}
