import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { arabicLetters, latinLetters } from "./letters.mjs";
import { inRoot } from "./paths.mjs";

const files = ["content", "messages"].flatMap((folder) =>
  readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name)),
);

describe("the letters in the fonts", () => {
  it("are all that the content and the messages use", () => {
    // The isolates around left-to-right text steer its order and are never drawn.
    const known = new Set(`${arabicLetters}${latinLetters}\n\u2066\u2067\u2068\u2069`);
    const missing = files.flatMap((file) =>
      [...new Set(readFileSync(file, "utf8"))]
        .filter((letter) => !known.has(letter))
        .map((letter) => `${letter} (U+${letter.codePointAt(0)?.toString(16)}) in ${file}`),
    );
    expect(files.length).toBeGreaterThan(10);
    expect(missing).toEqual([]);
  });
});
