import { answer } from "@/app/api/answer";
import { api } from "@/app/api/endpoint";
import { invalid } from "@/app/api/problem";
import { acceptedLocale } from "@/lib/i18n/accept";
import type { SearchAnswer } from "@/lib/search/answers/schema";
import { search, searchSeconds } from "@/lib/search/queries";
import { searchQuerySchema } from "@/lib/search/schema";

async function find(request: Request): Promise<Response> {
  const query = searchQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return invalid(request, query.error.issues);
  const { q, limit, typing } = query.data;
  const locale = query.data.locale ?? acceptedLocale(request.headers.get("accept-language"));
  const result = await search(q, locale, { limit, typing: typing === "1" });
  return answer<SearchAnswer>(result, {
    headers: {
      "Cache-Control": `public, max-age=${searchSeconds}`,
      "Content-Language": locale,
      Vary: "Accept-Language",
    },
  });
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api({ GET: find }, { limit: "search" });
