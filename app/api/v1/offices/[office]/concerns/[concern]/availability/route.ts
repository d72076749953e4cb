import { api } from "@/app/api/endpoint";
import { invalid, problem } from "@/app/api/problem";
import { calendar, calendarSeconds } from "@/lib/booking/calendar/queries";
import { availabilityQuerySchema } from "@/lib/booking/schema";
import { getOffice } from "@/lib/offices/queries";

type Params = { office: string; concern: string };

async function availableTimes(request: Request, { office: slug, concern }: Params): Promise<Response> {
  const office = getOffice(slug);
  if (!office) return problem(request, "not_found");
  const query = availabilityQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return invalid(request, query.error.issues);
  const found = await calendar(office, concern, query.data);
  return found
    ? Response.json(found, { headers: { "Cache-Control": `public, max-age=${calendarSeconds}` } })
    : problem(request, "not_found");
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api<Params>(
  { GET: availableTimes },
  { limit: "availability" },
);
