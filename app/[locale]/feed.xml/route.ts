import { isLocale, locales, routing } from "@/lib/i18n/routing";
import { feedOf } from "@/lib/pages/feed/queries";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

/** The guides of a language with the day of their last change, for feed readers. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  return new Response(feedOf(isLocale(locale) ? locale : routing.defaultLocale), {
    headers: {
      "Content-Type": "application/atom+xml; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
    },
  });
}
