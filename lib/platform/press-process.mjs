// A process that sets PDF for lib/platform/press.ts, one after the other. It is given texts and gives back files; of the
// disk it needs the fonts and one folder, of the environment nothing.
import os from "node:os";
import path from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

// Whoever waits for a page or an appointment goes first.
os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);

const [, , fonts = "", sheet = ""] = process.argv;
const typst = NodeCompiler.create({
  workspace: path.dirname(sheet),
  fontArgs: [{ fontPaths: [fonts] }],
});

/** @param {string} page */
function set(page) {
  const compiled = typst.compile({ mainFilePath: sheet, inputs: { page } });
  const document = compiled.result;
  if (!document) throw new Error(`typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  try {
    return { pdf: typst.pdf(document, { pdfStandard: "ua-1" }), accessible: true };
  } catch {
    // The standard wants every letter to be in a font.
    return { pdf: typst.pdf(document, { pdfStandard: "1.7" }), accessible: false };
  } finally {
    // What was laid out is kept for the next time; each guide is set once a day.
    typst.evictCache(0);
  }
}

/**
 * typst writes every knot of the tree for screen readers by itself and as it is. Put together and packed, the file has less
 * than half the size, and says the same.
 *
 * @param {Uint8Array} pdf
 */
async function pack(pdf) {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}

process.on("message", async (/** @type {{ id: number, page: string }} */ { id, page }) => {
  try {
    const { pdf, accessible } = set(page);
    process.send?.({ id, pdf: await pack(pdf), accessible });
  } catch (error) {
    process.send?.({ id, error: String(error) });
  }
});
// Without whoever asks there is nothing to do.
process.on("disconnect", () => process.exit(0));
