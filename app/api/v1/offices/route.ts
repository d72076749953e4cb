import { answer } from "@/app/api/answer";
import { api } from "@/app/api/endpoint";
import { acceptedLocale } from "@/lib/i18n/accept";
import type { OfficesAnswer } from "@/lib/offices/profile/schema";
import { getOffices } from "@/lib/offices/queries";

function list(request: Request): Response {
  const locale = acceptedLocale(request.headers.get("accept-language"));
  const offices = getOffices().map((office) => ({ slug: office.slug, name: office.name[locale] }));
  return answer<OfficesAnswer>(
    { offices },
    {
      headers: {
        Vary: "Accept-Language",
        "Content-Language": locale,
        "Cache-Control": "public, max-age=300",
      },
    },
  );
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api({ GET: list });
