import { invalid, problem } from "@/app/api/problem";
import { availability } from "@/lib/booking/queries";
import { availabilityQuerySchema } from "@/lib/booking/schema";
import { getOffice } from "@/lib/offices/queries";

type Params = { params: Promise<{ office: string; concern: string }> };

export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { office: slug, concern } = await params;
  const office = getOffice(slug);
  if (!office) return problem(request, "not_found");
  const query = availabilityQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return invalid(request, query.error.issues);
  const found = await availability(office, concern, query.data);
  return found
    ? Response.json(found, { headers: { "Cache-Control": "no-store" } })
    : problem(request, "not_found");
}
