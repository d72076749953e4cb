import { checkPage } from "@/lib/checks/page/queries";
import { isLocale, routing } from "@/lib/i18n/routing";

type Context = { params: Promise<{ locale: string; check: string }> };

/** More than any form of a check sends. */
const longestBody = 8_000;

/** `/{locale}/checks/{check}?…` as plain HTML (`proxy.ts` leads here): the next question, or where the answers lead. */
export async function GET(request: Request, context: Context): Promise<Response> {
  const { searchParams } = new URL(request.url);
  return answer(request, context, searchParams, false);
}

/** The same for answers that must stand in no address and no log; nothing is changed or kept. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= longestBody)) return new Response(null, { status: 413 });
  return answer(request, context, new URLSearchParams(await request.text()), true);
}

async function answer(request: Request, { params }: Context, entries: URLSearchParams, posted: boolean) {
  const { locale: asked, check } = await params;
  const locale = isLocale(asked) ? asked : routing.defaultLocale;
  const { origin } = new URL(request.url);
  const html = await checkPage({ locale, slug: check, entries, posted, origin });
  return new Response(html, {
    status: html === null ? 404 : 200,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Language": locale,
      "Cache-Control": posted ? "no-store" : "public, max-age=300, must-revalidate",
    },
  });
}
