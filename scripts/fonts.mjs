/**
 * Makes app/fonts/*.woff2 from Vazirmatn (SIL Open Font License): one file per script with the letters in use and the
 * weights 400 to 800. Run it by hand after a change of the letters below: `node scripts/fonts.mjs`.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import subsetFont from "subset-font";
import { inRoot } from "./lib/paths.mjs";

const source = dirname(createRequire(import.meta.url).resolve("@fontsource-variable/vazirmatn/package.json"));
const target = inRoot("app", "fonts");

const range = (/** @type {number} */ from, /** @type {number} */ to) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));

// The letters of Arabic, the marks of vowels, and the Persian, Kurdish and Urdu letters that names are written with.
const arabic = `${range(0x0621, 0x063a)}${range(0x0640, 0x0655)}${range(0x0660, 0x066c)}\u0670\u0671پچژکگیھہےڤڕڵۆێەٹڈڑںۀ،؛؟٪«»\u200c\u200d`;
// German and English, and the punctuation of both; other letters of names come from the device.
const latin = `${range(0x20, 0x7e)}\u00a0§«»·°×ÄÖÜäöüßéèçáíóúñ–—‘’‚“”„…‹›€→\u202f`;

mkdirSync(target, { recursive: true });
for (const { name, letters } of [
  { name: "arabic", letters: arabic },
  { name: "latin", letters: latin },
]) {
  const file = join(source, "files", `vazirmatn-${name}-wght-normal.woff2`);
  const font = await subsetFont(readFileSync(file), letters, {
    targetFormat: "woff2",
    variationAxes: { wght: { min: 400, max: 800 } },
  });
  writeFileSync(join(target, `${name}.woff2`), font);
  console.log(`${name}: ${(font.length / 1024).toFixed(1)} kB`);
}
copyFileSync(join(source, "LICENSE"), join(target, "OFL.txt"));
