// The programs that read PDF in the tests: the system's, or installed now.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { installFromDebian } from "./debian.mjs";
import { Problem } from "./say.mjs";

const programs = ["pdftotext", "pdffonts", "pdfinfo", "pdftoppm"];

/** @param {string} program */
function isOnPath(program) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Sees to it that the programs are there, or says what is missing. */
export async function requirePoppler() {
  if (programs.every(isOnPath)) return;
  const reasons = await installFromDebian("poppler-utils", "the programs that read PDF");
  const missing = programs.filter((program) => !isOnPath(program));
  if (missing.length === 0) return;
  const details = reasons.map((reason) => (reason instanceof Error ? reason.message : reason)).join("\n\n");
  throw new Problem(
    `${details}\n\nThe tests of printed confirmations need ${missing.join(", ")}. Install poppler (on Debian the package poppler-utils).`.trim(),
  );
}
