import { filled } from "@/app/[locale]/offices/filled";
import { officePage } from "@/lib/offices/page/queries";
import { getOffice } from "@/lib/offices/queries";

type Context = { params: Promise<{ locale: string; office: string }> };

/** `/{locale}/offices/{office}` with what is open now, and the telephone for `?surname=` (`proxy.ts` leads here). */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, office: slug } = await params;
  const office = getOffice(slug);
  if (!office) return new Response(null, { status: 404 });
  return filled(request, locale, "surname", 60, (asked, surname) => officePage(asked, office, surname));
}
