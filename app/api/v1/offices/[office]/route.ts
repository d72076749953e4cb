import { answer } from "@/app/api/answer";
import { api } from "@/app/api/endpoint";
import { problem } from "@/app/api/problem";
import { acceptedLocale } from "@/lib/i18n/accept";
import { officeProfile } from "@/lib/offices/profile/queries";
import type { OfficeAnswer } from "@/lib/offices/profile/schema";
import { getOffice } from "@/lib/offices/queries";
import { now } from "@/lib/time/clock";

type Params = { office: string };

async function show(request: Request, { office: slug }: Params): Promise<Response> {
  const office = getOffice(slug);
  if (!office) return problem(request, "not_found");
  const locale = acceptedLocale(request.headers.get("accept-language"));
  return answer<OfficeAnswer>(officeProfile(office, locale, await now()), {
    headers: { Vary: "Accept-Language", "Content-Language": locale },
  });
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api<Params>({ GET: show });
