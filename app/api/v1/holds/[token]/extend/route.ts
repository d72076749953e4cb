import { problem } from "@/app/api/problem";
import { extendHold } from "@/lib/booking/changes/commands";

type Params = { params: Promise<{ token: string }> };

/** More time for a hold, once. The token is the `holdToken` of the answer that made it. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const result = await extendHold((await params).token);
  if (!result.ok) return problem(request, result.reason);
  const { holdExpiresAt } = result;
  return Response.json({ status: "held", holdExpiresAt }, { headers: { "Cache-Control": "no-store" } });
}
