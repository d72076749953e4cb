import "server-only";
import path from "node:path";
import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { log } from "@/lib/platform/log";
import { confirmationPage } from "./rules";
import type { ConfirmationFacts } from "./types";

const folder = path.join(process.cwd(), "lib/notifications/confirmation");
const packages = path.join(process.cwd(), "node_modules/@expo-google-fonts");

// For names in letters that the portal's own font does not have. Any other letter comes from the machine, or is a box.
const fontsOfNames = ["noto-sans", "noto-sans-ethiopic", "noto-sans-armenian", "noto-sans-georgian"];

let shared: NodeCompiler | undefined;

/** Reading the fonts takes a while, so there is one for the process. */
async function compiler(): Promise<NodeCompiler> {
  if (shared) return shared;
  // Only when it is needed: on a machine that it was not built for, everything else goes on.
  const typst = await import("@myriaddreamin/typst-ts-node-compiler");
  shared = typst.NodeCompiler.create({
    workspace: folder,
    fontArgs: [
      {
        fontPaths: [
          path.join(process.cwd(), "lib/platform/fonts"),
          ...fontsOfNames.map((name) => path.join(packages, name, "700Bold")),
        ],
      },
    ],
  });
  return shared;
}

/**
 * The confirmation as a tagged PDF on A4, by PDF/UA-1. All texts reach typst as data, never as its markup.
 *
 * The same facts give the same bytes.
 */
export async function confirmationPdf(facts: ConfirmationFacts): Promise<Buffer> {
  const typst = await compiler();
  const compiled = typst.compile({
    mainFilePath: path.join(folder, "confirmation.typ"),
    inputs: { page: JSON.stringify(confirmationPage(facts)) },
  });
  const document = compiled.result;
  if (!document) throw new Error(`typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  try {
    return typst.pdf(document, { pdfStandard: "ua-1" });
  } catch {
    // The standard wants every letter to be in a font. A name in a rare script still has to get its confirmation.
    log.warn("a confirmation holds a letter that no font has");
    return typst.pdf(document, { pdfStandard: "1.7" });
  } finally {
    // What was laid out is kept for the next time; without this the names of all applicants would pile up.
    typst.evictCache(10);
  }
}
