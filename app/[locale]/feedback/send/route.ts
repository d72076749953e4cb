import { isLocale, routing } from "@/lib/i18n/routing";
import { giveFeedback } from "@/lib/pages/feedback/actions";
import { laterPage } from "@/lib/pages/feedback/queries";
import { secondsToWait } from "@/lib/platform/rate-limits";

/** Longer than both forms with everything filled in. */
const mostBytes = 20_000;

type Context = { params: Promise<{ locale: string }> };

/** Takes the forms of feedback, which work without scripts, and leads on to the page that thanks. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale: language } = await params;
  const locale = isLocale(language) ? language : routing.defaultLocale;
  const fields = await fieldsOf(request);
  if (!fields) return new Response(null, { status: 400 });
  const wait = await secondsToWait("feedback", request.headers);
  if (wait !== null)
    return new Response(await laterPage(locale, fields, wait, new URL(request.url).origin), {
      status: 429,
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Language": locale,
        "Cache-Control": "no-store",
        "Retry-After": String(wait),
      },
    });
  const address = await giveFeedback({ ...fields, locale });
  if (!address) return new Response(null, { status: 400 });
  return new Response(null, { status: 303, headers: { Location: address, "Cache-Control": "no-store" } });
}

/** The fields of a form of our own; another site must not vote in a reader's name. */
async function fieldsOf(request: Request): Promise<Record<string, string> | null> {
  const from = request.headers.get("sec-fetch-site");
  if (from !== null && from !== "same-origin") return null;
  if (!request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded")) return null;
  const body = await request.text();
  return body.length > mostBytes ? null : Object.fromEntries(new URLSearchParams(body));
}
