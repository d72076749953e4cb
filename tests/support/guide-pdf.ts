import { GET } from "@/app/[locale]/guides/[slug]/guide.pdf/route";
import { plainFact } from "@/lib/guides/formats/rules";
import type { Section } from "@/lib/guides/mdx/types";
import { withoutMarks } from "@/lib/i18n/marks";
import type { Locale } from "@/lib/i18n/routing";
import { sectionText } from "@/lib/search/texts/queries";
import { closely } from "./pdf";

/** Asks the address of a guide's PDF, as the server does. */
export function askForPdf(
  slug: string,
  locale: string,
  headers: Record<string, string> = {},
  origin = "http://localhost",
) {
  const request = new Request(`${origin}/${locale}/guides/${slug}/guide.pdf`, { headers });
  return GET(request, { params: Promise.resolve({ locale, slug }) });
}

export async function pdfOf(slug: string, locale: Locale): Promise<Buffer> {
  const response = await askForPdf(slug, locale);
  if (response.status !== 200) throw new Error(`${slug} in ${locale}: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

/** A text as it is taken out of what is printed. */
export const asPrinted = (text: string): string => closely(withoutMarks(plainFact(text)));

/** All figures of a section, as its page says them: `70`, `14:30–17:00`, `02331/207-6000`. */
export function figuresIn(section: Section, locale: Locale): string[] {
  return plainFact(sectionText(section, locale)).match(/\d(?:[\d.,:/–-]*\d)?/g) ?? [];
}

/** The pages as one text, line by line. typst puts word joiners between dots and numbers of the contents. */
export function linesOf(pages: string[]): string {
  const lines = pages.join("\n").replaceAll("\u2060", "").split("\n");
  return `\n${lines.map(closely).filter(Boolean).join("\n")}\n`;
}

/**
 * What stands between a heading and the next one, for headings in their order, each in lines of its own. Null where one
 * is missing, in the contents or in the text, or stands in another place.
 */
export function spansOf(lines: string, headings: string[]): string[] | null {
  const contents = headings.map((heading) => placeOf(heading, lines, 0));
  const body = [Math.max(...contents)];
  for (const heading of headings) body.push(placeOf(heading, lines, (body.at(-1) ?? 0) + 1));
  if ([...contents, ...body].includes(Number.NaN)) return null;
  return body.slice(1).map((place, index) => lines.slice(place, body[index + 2]));
}

function placeOf(heading: string, lines: string, from: number): number {
  const letters = [...heading.replaceAll(":", "")].map((letter) =>
    letter.replace(/[.*+?^${}()|[\]\\/]/, "\\$&"),
  );
  // In the contents with dots and a number on one side. A long one takes two lines, and pdftotext puts a colon beside a
  // figure on its other side.
  const line = new RegExp(`(?<=\n[\\d.]*)${letters.join(":?\n?")}:?(?=[\\d.]*\n)`, "gu");
  line.lastIndex = from;
  return line.exec(lines)?.index ?? Number.NaN;
}
