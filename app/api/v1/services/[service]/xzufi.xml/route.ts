import { api } from "@/app/api/endpoint";
import { problem } from "@/app/api/problem";
import { contentSeconds } from "@/lib/guides/answers/queries";
import { xzufiOf } from "@/lib/services/xzufi/queries";

type Params = { service: string };

function show(request: Request, { service }: Params): Response {
  const xml = xzufiOf(service);
  if (xml === null) return problem(request, "not_found");
  return new Response(xml, {
    headers: {
      "Content-Type": "application/xml; charset=utf-8",
      "Cache-Control": `public, max-age=${contentSeconds}`,
    },
  });
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api<Params>({ GET: show });
