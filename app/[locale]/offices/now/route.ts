import { filled } from "@/app/[locale]/offices/filled";
import { officesPage } from "@/lib/offices/page/queries";
import { longestPlace } from "@/lib/offices/places/schema";

type Context = { params: Promise<{ locale: string }> };

/** `/{locale}/offices` with what is open now, and what was found for `?place=` (`proxy.ts` leads here). */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  return filled(request, locale, "place", longestPlace, officesPage);
}
