import { isLocale, routing } from "@/lib/i18n/routing";
import { feedOf } from "@/lib/pages/feed/queries";
import { compressed } from "@/lib/platform/compressed";

export const dynamic = "force-dynamic";

/** The guides of a language with the day of their last change, for feed readers. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  return compressed(request, feedOf(isLocale(locale) ? locale : routing.defaultLocale), {
    "Content-Type": "application/atom+xml; charset=utf-8",
    "Cache-Control": "public, max-age=3600",
  });
}
