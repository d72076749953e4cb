/**
 * Makes the fonts of what is printed (confirmations, guides), lib/platform/fonts/*.ttf, from Vazirmatn (SIL Open Font
 * License): the same letters with the same looks, but text can be taken out of the PDF in the right order
 * (lib/separate-letters.py says how). Run it by hand after an update of the font: `node scripts/confirmation-fonts.mjs`.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { loadPyodide } from "pyodide";
import { inRoot } from "./lib/paths.mjs";

/** @param {string} name */
const packageFolder = (name) => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
const source = packageFolder("@expo-google-fonts/vazirmatn");
const wheels = join(packageFolder("@web-alchemy/fonttools"), "python_modules");
const target = inRoot("lib", "platform", "fonts");

const python = await loadPyodide();
const wheel = readdirSync(wheels).find((name) => name.startsWith("fonttools-"));
if (!wheel) throw new Error("fontTools is not where it was");
python.FS.writeFile("/fonttools.whl", readFileSync(join(wheels, wheel)));
python.runPython('import sys; sys.path.insert(0, "/fonttools.whl")');

mkdirSync(target, { recursive: true });
for (const [weight, name] of Object.entries({ "400Regular": "regular", "700Bold": "bold" })) {
  python.FS.writeFile("/in.ttf", readFileSync(join(source, weight, `Vazirmatn_${weight}.ttf`)));
  python.runPython(readFileSync(inRoot("scripts", "lib", "separate-letters.py"), "utf8"));
  const font = python.FS.readFile("/out.ttf");
  writeFileSync(join(target, `${name}.ttf`), font);
  console.log(`${name}: ${font.length} bytes`);
}
copyFileSync(join(source, "LICENSE_FONT"), join(target, "OFL.txt"));
