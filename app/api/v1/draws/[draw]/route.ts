import { answer } from "@/app/api/answer";
import { api } from "@/app/api/endpoint";
import { problem } from "@/app/api/problem";
import { drawRecord } from "@/lib/booking/draw/queries";
import type { DrawRecord } from "@/lib/booking/draw/schema";

type Params = { draw: string };

/** The public record of a draw: before, what was announced; after, everything that is needed to recompute it. */
async function show(request: Request, { draw }: Params): Promise<Response> {
  const record = await drawRecord(draw);
  if (!record) return problem(request, "not_found");
  // What was drawn stays as it is; until then it changes with the clock.
  const cache = record.state === "drawn" ? "public, max-age=3600" : "no-store";
  return answer<DrawRecord>(record, { headers: { "Cache-Control": cache } });
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api<Params>({ GET: show });
