import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { Problem, Reading } from "./types";

/** Reads YAML. Twice the same key, a tab, an unclosed quote: the first of them is a problem with its line. */
export function parseYaml(source: string, file: string, firstLine = 1): Reading<unknown> {
  const strange = strangeLetters(source, file, firstLine);
  if (strange.length > 0) return { value: undefined, problems: strange };
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const [first] = document.errors;
  if (first) {
    // What follows an error is seldom one of its own, and a tab is often noticed only some lines on.
    const tab = /^ *\t/m.exec(source)?.index;
    const line = lines.linePos(tab ?? first.pos[0]).line + firstLine - 1;
    const message = tab === undefined ? first.message : "tabs are not allowed as indentation";
    return { value: undefined, problems: [{ file, line, severity: "error", message }] };
  }
  try {
    return { value: document.toJS(), problems: [] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { value: undefined, problems: [{ file, severity: "error", message }] };
  }
}

/** Where a file is not UTF-8, or has signs that no keyboard types: what was meant there nobody knows. */
export function strangeLetters(source: string, file: string, firstLine = 1): Problem[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const at = source.search(/[\uFFFD\0-\x08\x0B\x0C\x0E-\x1F]/);
  if (at < 0) return [];
  const line = source.slice(0, at).split(/\r\n?|\n/).length + firstLine - 1;
  const message = source[at] === "\uFFFD" ? "is not UTF-8 here" : "has a control character here";
  return [{ file, line, severity: "error", message }];
}

/** Checks a value; each problem names the path within the file. `within` names the entry of a list. */
export function checkShape<Schema extends z.ZodType>(
  value: unknown,
  schema: Schema,
  file: string,
  within = "",
): Reading<z.infer<Schema>> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data, problems: [] };
  const problems = parsed.error.issues.map((issue): Problem => {
    const at = [within, issue.path.map(String).join(".")].filter(Boolean).join(" ");
    return { file, severity: "error", message: at ? `${at}: ${issue.message}` : issue.message };
  });
  return { value: undefined, problems };
}

/** Reads a YAML list whose entries have an `id`. Bad entries are reported by their id, good ones are kept. */
export function parseList<Schema extends z.ZodType<{ id: string }>>(
  source: string,
  schema: Schema,
  file: string,
): Reading<z.infer<Schema>[]> {
  const yaml = parseYaml(source, file);
  if (yaml.value === undefined) return { value: undefined, problems: yaml.problems };
  if (!Array.isArray(yaml.value)) {
    return { value: undefined, problems: [{ file, severity: "error", message: "must be a list" }] };
  }
  const problems: Problem[] = [];
  const entries: z.infer<Schema>[] = [];
  const seen = new Set<string>();
  yaml.value.forEach((raw: unknown, index) => {
    const entry = checkShape(raw, schema, file, entryName(raw, index));
    problems.push(...entry.problems);
    if (entry.value === undefined) return;
    if (seen.has(entry.value.id)) {
      problems.push({ file, severity: "error", message: `${entry.value.id} stands twice` });
      return;
    }
    seen.add(entry.value.id);
    entries.push(entry.value);
  });
  return { value: entries, problems };
}

function entryName(raw: unknown, index: number): string {
  if (raw && typeof raw === "object" && "id" in raw && typeof raw.id === "string") return raw.id;
  return `entry ${index + 1}`;
}

/** One readable line: `content/facts/health.yaml:12: …`. */
export function problemLine(problem: Problem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  return `${place}: ${problem.severity === "warning" ? "warning: " : ""}${problem.message}`;
}
