import { renderSVG } from "uqr";
import { isLocale } from "@/lib/i18n/routing";
import { isReadingPath } from "@/lib/pages/queries";
import { siteAddress } from "@/lib/platform/site";

/** The address of a page as a square to be scanned: `/{locale}/qr.svg?page=/guides/blue-passport`. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  const page = new URL(request.url).searchParams.get("page") ?? "";
  if (!isLocale(locale) || !isReadingPath(page)) return new Response(null, { status: 404 });
  return new Response(renderSVG(`${siteAddress()}/${locale}${page}`, { ecc: "M", border: 2 }), {
    headers: {
      "Content-Type": "image/svg+xml",
      "Cache-Control": "public, max-age=86400",
      "Content-Security-Policy": "default-src 'none'",
    },
  });
}
