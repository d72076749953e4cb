import { answer } from "@/app/api/answer";
import { api } from "@/app/api/endpoint";
import { invalid, problem } from "@/app/api/problem";
import { wrongVisit } from "@/app/api/visit";
import type { AvailabilityAnswer } from "@/lib/booking/answers/schema";
import { calendar, calendarSeconds } from "@/lib/booking/calendar/queries";
import { planVisit } from "@/lib/booking/rules";
import { availabilityQuerySchema } from "@/lib/booking/schema";
import { getOffice } from "@/lib/offices/queries";

type Params = { office: string; concern: string };

async function availableTimes(request: Request, { office: slug, concern }: Params): Promise<Response> {
  const office = getOffice(slug);
  if (!office || !planVisit(office, [concern], 1).ok) return problem(request, "not_found");
  const { searchParams } = new URL(request.url);
  const further = searchParams.getAll("furtherConcerns");
  const query = availabilityQuerySchema.safeParse({
    ...Object.fromEntries(searchParams),
    ...(further.length > 0 && { furtherConcerns: further }),
  });
  if (!query.success) return invalid(request, query.error.issues);
  const { furtherConcerns = [], persons = 1, ...range } = query.data;
  const visit = planVisit(office, [concern, ...furtherConcerns], persons);
  if (!visit.ok) return wrongVisit(request, visit.reason, { office: slug, concern, persons: "persons" });
  const found = await calendar(office, concern, range, { furtherConcerns, persons });
  if (!found) return problem(request, "not_found");
  return answer<AvailabilityAnswer>(found, {
    headers: { "Cache-Control": `public, max-age=${calendarSeconds}` },
  });
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api<Params>(
  { GET: availableTimes },
  { limit: "availability" },
);
