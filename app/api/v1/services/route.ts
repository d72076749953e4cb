import { answer } from "@/app/api/answer";
import { api } from "@/app/api/endpoint";
import { contentSeconds } from "@/lib/guides/answers/queries";
import { acceptedLocale } from "@/lib/i18n/accept";
import { servicesAnswer } from "@/lib/services/answers/queries";
import type { ServicesAnswer } from "@/lib/services/answers/schema";

function list(request: Request): Response {
  const locale = acceptedLocale(request.headers.get("accept-language"));
  return answer<ServicesAnswer>(servicesAnswer(locale), {
    headers: {
      "Cache-Control": `public, max-age=${contentSeconds}`,
      "Content-Language": locale,
      Vary: "Accept-Language",
    },
  });
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api({ GET: list });
