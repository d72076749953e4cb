import { problem } from "@/app/api/problem";
import { acceptedLocale } from "@/lib/i18n/accept";
import { officeProfile } from "@/lib/offices/profile/queries";
import { getOffice } from "@/lib/offices/queries";
import { now } from "@/lib/time/clock";

export async function GET(
  request: Request,
  { params }: { params: Promise<{ office: string }> },
): Promise<Response> {
  const office = getOffice((await params).office);
  if (!office) return problem(request, "not_found");
  const locale = acceptedLocale(request.headers.get("accept-language"));
  return Response.json(officeProfile(office, locale, await now()), {
    headers: { Vary: "Accept-Language", "Content-Language": locale, "Cache-Control": "no-store" },
  });
}
