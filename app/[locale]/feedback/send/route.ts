import { isLocale, type Locale, routing } from "@/lib/i18n/routing";
import { giveFeedback } from "@/lib/pages/feedback/actions";
import { againPage } from "@/lib/pages/feedback/queries";
import { secondsToWait } from "@/lib/platform/rate-limits";

/** A text far longer than what is taken can still be sent back to be shortened. */
const mostBytes = 200_000;

type Context = { params: Promise<{ locale: string }> };

/** Takes the forms of feedback, which work without scripts, and leads on to the page that thanks. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale: language } = await params;
  const locale = isLocale(language) ? language : routing.defaultLocale;
  const fields = await fieldsOf(request);
  if (!fields) return new Response(null, { status: 400 });
  const { origin } = new URL(request.url);
  const seconds = await secondsToWait("feedback", request.headers);
  if (seconds !== null) {
    const html = await againPage(locale, fields, { seconds }, origin);
    return page(html, locale, 429, { "Retry-After": String(seconds) });
  }
  const given = await giveFeedback({ ...fields, locale });
  if (given.ok)
    return new Response(null, {
      status: 303,
      headers: { Location: given.address, "Cache-Control": "no-store" },
    });
  if (given.reason === "unreadable") return new Response(null, { status: 400 });
  return page(await againPage(locale, fields, { letters: given.letters }, origin), locale, 422);
}

function page(html: string, locale: Locale, status: number, more: Record<string, string> = {}): Response {
  const type = { "Content-Type": "text/html; charset=utf-8", "Content-Language": locale };
  return new Response(html, { status, headers: { ...type, "Cache-Control": "no-store", ...more } });
}

/** The fields of a form of our own; another site must not vote in a reader's name. */
async function fieldsOf(request: Request): Promise<Record<string, string> | null> {
  const from = request.headers.get("sec-fetch-site");
  if (from !== null && from !== "same-origin") return null;
  if (!request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded")) return null;
  const body = await request.text();
  return body.length > mostBytes ? null : Object.fromEntries(new URLSearchParams(body));
}
