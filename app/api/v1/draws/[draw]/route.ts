import { problem } from "@/app/api/problem";
import { drawRecord } from "@/lib/booking/draw/queries";

type Params = { params: Promise<{ draw: string }> };

/** The public record of a draw: before, what was announced; after, everything that is needed to recompute it. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const record = await drawRecord((await params).draw);
  if (!record) return problem(request, "not_found");
  // What was drawn stays as it is; until then it changes with the clock.
  const cache = record.state === "drawn" ? "public, max-age=3600" : "no-store";
  return Response.json(record, { headers: { "Cache-Control": cache } });
}
