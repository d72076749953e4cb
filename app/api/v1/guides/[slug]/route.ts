import { answer } from "@/app/api/answer";
import { api } from "@/app/api/endpoint";
import { invalid, problem } from "@/app/api/problem";
import { contentSeconds, guideAnswer } from "@/lib/guides/answers/queries";
import { type GuideAnswer, guideQuerySchema } from "@/lib/guides/answers/schema";
import { acceptedLocale } from "@/lib/i18n/accept";
import { berlinDate } from "@/lib/time/calendar";
import { now } from "@/lib/time/clock";

type Params = { slug: string };

async function show(request: Request, { slug }: Params): Promise<Response> {
  const query = guideQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return invalid(request, query.error.issues);
  const locale = query.data.locale ?? acceptedLocale(request.headers.get("accept-language"));
  const guide = guideAnswer(slug, locale, berlinDate(await now()).toString());
  if (!guide) return problem(request, "not_found");
  return answer<GuideAnswer>(guide, {
    headers: {
      "Cache-Control": `public, max-age=${contentSeconds}`,
      "Content-Language": locale,
      Vary: "Accept-Language",
    },
  });
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api<Params>({ GET: show });
