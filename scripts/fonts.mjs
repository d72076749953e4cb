/**
 * Makes app/fonts/*.woff2 from Vazirmatn (SIL Open Font License): one file per script with the letters in use and the
 * weights 400 to 800. Run it by hand after a change of the letters in lib/letters.mjs: `node scripts/fonts.mjs`.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import subsetFont from "subset-font";
import { arabicLetters, latinLetters } from "./lib/letters.mjs";
import { inRoot } from "./lib/paths.mjs";

const source = dirname(createRequire(import.meta.url).resolve("@fontsource-variable/vazirmatn/package.json"));
const target = inRoot("app", "fonts");

/** Largest size of each file in bytes: readers pay for every one of them. */
const cuts = [
  { name: "arabic", letters: arabicLetters, most: 20_000 },
  // Small capitals, old-style figures and the like are never used; kerning is.
  { name: "latin", letters: latinLetters, most: 15_000, features: ["kern", "ccmp", "mark", "locl"] },
];

mkdirSync(target, { recursive: true });
for (const { name, letters, most, features } of cuts) {
  const file = join(source, "files", `vazirmatn-${name}-wght-normal.woff2`);
  const font = await subsetFont(readFileSync(file), letters, {
    targetFormat: "woff2",
    variationAxes: { wght: { min: 400, max: 800 } },
    noHinting: true,
    ...(features ? { keepFeatures: features } : {}),
  });
  if (font.length > most) throw new Error(`${name}: ${font.length} bytes are more than ${most}`);
  writeFileSync(join(target, `${name}.woff2`), font);
  console.log(`${name}: ${font.length} bytes`);
}
copyFileSync(join(source, "LICENSE"), join(target, "OFL.txt"));
