import { answer } from "@/app/api/answer";
import { api } from "@/app/api/endpoint";
import { contentSeconds, guidesAnswer } from "@/lib/guides/answers/queries";
import type { GuidesAnswer } from "@/lib/guides/answers/schema";
import { acceptedLocale } from "@/lib/i18n/accept";

function list(request: Request): Response {
  const locale = acceptedLocale(request.headers.get("accept-language"));
  return answer<GuidesAnswer>(guidesAnswer(locale), {
    headers: {
      "Cache-Control": `public, max-age=${contentSeconds}`,
      "Content-Language": locale,
      Vary: "Accept-Language",
    },
  });
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api({ GET: list });
