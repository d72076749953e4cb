import { isLocale, type Locale, routing } from "@/lib/i18n/routing";
import { officeSeconds } from "@/lib/offices/page/queries";
import { secondsToWait } from "@/lib/platform/rate-limits";

type Fill = (asked: { locale: Locale; origin: string; refused: boolean }, value: string) => Promise<string>;

/** A page of offices as plain HTML. What a form asked with GET is counted as a search is, and kept by nobody. */
export async function filled(
  request: Request,
  language: string,
  field: string,
  longest: number,
  fill: Fill,
): Promise<Response> {
  const locale = isLocale(language) ? language : routing.defaultLocale;
  const { searchParams, origin } = new URL(request.url);
  const value = (searchParams.get(field) ?? "").slice(0, longest).trim().toWellFormed();
  const wait = value ? await secondsToWait("search", request.headers).catch(() => null) : null;
  return new Response(await fill({ locale, origin, refused: wait !== null }, value), {
    status: wait === null ? 200 : 429,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Language": locale,
      "Cache-Control": value ? "no-store" : `public, max-age=${officeSeconds}`,
      ...(wait === null ? {} : { "Retry-After": String(wait) }),
    },
  });
}
