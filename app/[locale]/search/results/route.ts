import { isLocale, routing } from "@/lib/i18n/routing";
import { secondsToWait } from "@/lib/platform/rate-limits";
import { searchPage, searchPart } from "@/lib/search/page/queries";
import { searchSeconds } from "@/lib/search/queries";
import { longestQuery } from "@/lib/search/schema";

type Context = { params: Promise<{ locale: string }> };

/** `/{locale}/search?q=…` as plain HTML (`proxy.ts` leads here), and with `part` what changes in it while typing. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: asked } = await params;
  const locale = isLocale(asked) ? asked : routing.defaultLocale;
  const { searchParams, origin } = new URL(request.url);
  const query = (searchParams.get("q") ?? "").slice(0, longestQuery).trim().toWellFormed();
  const wait = await secondsToWait("search", request.headers).catch(() => null);
  const html = searchParams.has("part")
    ? await searchPart(locale, query, wait !== null)
    : await searchPage(locale, query, origin, wait !== null);
  return new Response(html, {
    status: wait === null ? 200 : 429,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Language": locale,
      ...(wait === null
        ? { "Cache-Control": `public, max-age=${searchSeconds}` }
        : { "Cache-Control": "no-store", "Retry-After": String(wait) }),
    },
  });
}
