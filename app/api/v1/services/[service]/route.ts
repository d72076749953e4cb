import { answer } from "@/app/api/answer";
import { api } from "@/app/api/endpoint";
import { invalid, problem } from "@/app/api/problem";
import { contentSeconds } from "@/lib/guides/answers/queries";
import { acceptedLocale } from "@/lib/i18n/accept";
import { serviceAnswer } from "@/lib/services/answers/queries";
import { type ServiceAnswer, serviceQuerySchema } from "@/lib/services/answers/schema";
import { berlinDate } from "@/lib/time/calendar";
import { now } from "@/lib/time/clock";

type Params = { service: string };

async function show(request: Request, { service }: Params): Promise<Response> {
  const query = serviceQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return invalid(request, query.error.issues);
  const locale = query.data.locale ?? acceptedLocale(request.headers.get("accept-language"));
  const found = serviceAnswer(service, locale, berlinDate(await now()).toString());
  if (!found) return problem(request, "not_found");
  return answer<ServiceAnswer>(found, {
    headers: {
      "Cache-Control": `public, max-age=${contentSeconds}`,
      "Content-Language": locale,
      Vary: "Accept-Language",
    },
  });
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api<Params>({ GET: show });
