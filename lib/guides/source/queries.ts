import "server-only";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { processWide } from "@/lib/platform/process-wide";

const root = path.join(process.cwd(), "content");

interface Kept {
  stamp: string;
  value: unknown;
}

/**
 * Whether what was read once stays as it is: in a build and in a server that was built. There every page would ask for the
 * state of every file otherwise, which made a build grow with the square of the guides.
 */
export const isSettled = process.env.NODE_ENV === "production";

// Hot reload brings other parsers for the same files, so that a `dev` server keeps nothing beyond them.
const kept = isSettled ? processWide("sources", () => new Map<string, Kept>()) : new Map<string, Kept>();

/** Names of the folders in a folder of `content/`, sorted. */
export function foldersIn(folder: string): string[] {
  return list(folder, (entry) => entry.isDirectory());
}

/** Names of the files in a folder of `content/` with an ending, sorted. */
export function filesIn(folder: string, ending: string): string[] {
  return list(folder, (entry) => entry.isFile() && entry.name.endsWith(ending));
}

/** Paths below `content/` of all files with one of these endings, sorted. */
export function filesBelow(endings: readonly string[]): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}

/**
 * Reads a file of `content/` and keeps what `parse` made of it until the file changes, so that every process parses a
 * file once, and an editor at a running `dev` server sees the new text. Null when there is no such file. `reading` tells
 * two parsers of one file apart.
 */
export function readContent<T>(
  file: string,
  parse: (source: string, file: string) => T,
  reading = "",
): T | null {
  const key = `${reading}:${file}`;
  const found = kept.get(key);
  if (found && isSettled) return found.value as T;
  const absolute = path.join(root, file);
  if (!existsSync(absolute)) return null;
  const { mtimeMs, size } = statSync(absolute);
  const stamp = `${mtimeMs}:${size}`;
  if (found?.stamp === stamp) return found.value as T;
  const value = parse(readFileSync(absolute, "utf8"), `content/${file}`);
  kept.set(key, { stamp, value });
  return value;
}

function list(
  folder: string,
  wanted: (entry: { name: string; isFile(): boolean; isDirectory(): boolean }) => boolean,
) {
  const absolute = path.join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { withFileTypes: true })
    .filter(wanted)
    .map((entry) => entry.name)
    .sort();
}
