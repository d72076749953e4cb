import type { z } from "zod";
import { outlineOf } from "@/lib/guides/mdx/outline";
import { splitMdx } from "@/lib/guides/mdx/parse";
import { checkShape, strangeLetters } from "@/lib/guides/source/rules";
import type { Problem, Reading } from "@/lib/guides/source/types";
import type { GuideText } from "@/lib/guides/types";

/** Reads a file of text: front matter against its schema, and what the text consists of. */
export function readText<Schema extends z.ZodType>(
  source: string,
  file: string,
  schema: Schema,
): Reading<GuideText<z.infer<Schema>>> {
  const strange = strangeLetters(source, file);
  if (strange.length > 0) return { value: undefined, problems: strange };
  const { frontMatter, body, problems } = splitMdx(source, file);
  if (frontMatter === undefined) return { value: undefined, problems };
  const checked = checkShape(frontMatter, schema, file, "front matter");
  const all: Problem[] = [...problems, ...checked.problems];
  try {
    const outline = outlineOf(body);
    all.push(...outline.faults.map((fault): Problem => ({ file, severity: "error", ...fault })));
    if (checked.value === undefined) return { value: undefined, problems: all };
    return { value: { file, frontMatter: checked.value, body, outline }, problems: all };
  } catch (error) {
    return { value: undefined, problems: [...all, unreadable(file, error)] };
  }
}

function unreadable(file: string, error: unknown): Problem {
  const line = error && typeof error === "object" && "line" in error ? Number(error.line) : undefined;
  const message = error instanceof Error ? error.message : String(error);
  return { file, ...(line ? { line } : {}), severity: "error", message: `MDX cannot be read: ${message}` };
}
