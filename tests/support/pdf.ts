import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inflateSync } from "node:zlib";
import jsQR from "jsqr";
import sharp from "sharp";

/** Texts that would be commands, markup or paths where what is written became part of a sheet of typst. */
export const hostileTexts = [
  '#read("/etc/passwd")',
  '#import "@preview/example:0.1.0"',
  "#panic()",
  "$x^2$ $",
  "a\\ b \\u{41} \\",
  "*bold* _it_ `raw` ```",
  "= heading",
  "- item / term: x",
  "@reference <label>",
  "// comment /* */",
  '"}] ) }',
  "[#sys.inputs]",
  "~ -- --- ... 'quoted'",
  "&lt; <b> %s {page}",
];

/** Runs one of poppler's programs on a PDF; `file` stands for its path. */
function poppler<Result>(pdf: Buffer, work: (run: (...args: string[]) => string, folder: string) => Result) {
  const folder = mkdtempSync(path.join(tmpdir(), "mawid-pdf-"));
  try {
    writeFileSync(path.join(folder, "file.pdf"), pdf);
    return work(
      (program = "", ...args) =>
        execFileSync(program, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
      folder,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text that pdftotext takes out, one string for each page, without the marks it puts around directions. */
export function pagesOf(pdf: Buffer): string[] {
  const text = poppler(pdf, (run) => run("pdftotext", "-enc", "UTF-8", "file.pdf", "-"));
  return text
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .split("\f")
    .slice(0, -1);
}

/**
 * Without spaces and brackets: pdftotext guesses spaces by distance and puts those beside figures on their other side,
 * and it mirrors brackets of left-to-right text where most of the page runs from the right.
 */
export const closely = (text: string): string => text.normalize("NFC").replace(/[\s()]+/g, "");

export type Font = { name: string; embedded: boolean; toUnicode: boolean };

/** The fonts that pdffonts finds. */
export function fontsOf(pdf: Buffer): Font[] {
  const [, , ...lines] = poppler(pdf, (run) => run("pdffonts", "file.pdf"))
    .trimEnd()
    .split("\n");
  return lines.map((line) => {
    const [, name = "", embedded, toUnicode] =
      /^(\S+) .* (yes|no) +(?:yes|no) +(yes|no) +\d+ +\d+$/.exec(line) ?? [];
    return { name, embedded: embedded === "yes", toUnicode: toUnicode === "yes" };
  });
}

/** What pdfinfo says: `Title`, `Tagged`, `Pages`, `Page size` … */
export function infoOf(pdf: Buffer): Record<string, string> {
  const text = poppler(pdf, (run) => run("pdfinfo", "file.pdf"));
  // A title may have a colon in it.
  return Object.fromEntries(text.split("\n").map((line) => line.split(/(?<=^[^:]*): +/, 2)));
}

/** What a scanner reads from the QR code on the first page, printed with so many dots to the inch. */
export async function scannedFrom(pdf: Buffer, dotsPerInch: number): Promise<string | undefined> {
  const picture = poppler(pdf, (run, folder) => {
    run("pdftoppm", "-r", String(dotsPerInch), "-f", "1", "-singlefile", "-png", "file.pdf", "page");
    return readFileSync(path.join(folder, "page.png"));
  });
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

/** All objects of a PDF as text: those that stand as they are, and those that are packed together. */
export function objectsOf(pdf: Buffer): string {
  const bytes = pdf.toString("latin1");
  const packed = [...bytes.matchAll(/\/Type \/ObjStm[^>]*?\/Length (\d+)[^>]*>>\s*stream\r?\n/g)].map(
    ({ 0: head, 1: length, index }) => {
      const start = index + head.length;
      return inflateSync(pdf.subarray(start, start + Number(length))).toString("latin1");
    },
  );
  return [bytes, ...packed].join("\n");
}

/** Words of a PDF that are printed one on another, as `word/word`. */
export function collisionsIn(pdf: Buffer): string[] {
  const layout = poppler(pdf, (run, folder) => {
    run("pdftotext", "-bbox", "file.pdf", "words.html");
    return readFileSync(path.join(folder, "words.html"), "utf8");
  });
  return layout.split("<page ").flatMap((page) => {
    const words = Array.from(
      page.matchAll(
        /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g,
      ),
      ([, ...box]) => ({ box: box.slice(0, 4).map(Number), text: box[4] ?? "" }),
    );
    return words.flatMap((one, index) =>
      words
        .slice(index + 1)
        .flatMap((other) => (share(one.box, other.box) > 0.5 ? `${one.text}/${other.text}` : [])),
    );
  });
}

/** How much of the smaller of two boxes lies in the other one. */
function share(
  [x = 0, y = 0, toX = 0, toY = 0]: number[],
  [u = 0, v = 0, toU = 0, toV = 0]: number[],
): number {
  const width = Math.max(0, Math.min(toX, toU) - Math.max(x, u));
  const height = Math.max(0, Math.min(toY, toV) - Math.max(y, v));
  return (width * height) / Math.max(1, Math.min((toX - x) * (toY - y), (toU - u) * (toV - v)));
}
