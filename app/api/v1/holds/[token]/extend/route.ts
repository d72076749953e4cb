import { api } from "@/app/api/endpoint";
import { problem } from "@/app/api/problem";
import { extendHold } from "@/lib/booking/changes/commands";

type Params = { token: string };

/** More time for a hold, once. The token is the `holdToken` of the answer that made it. */
async function extend(request: Request, { token }: Params): Promise<Response> {
  const result = await extendHold(token);
  if (!result.ok) return problem(request, result.reason);
  const { holdExpiresAt } = result;
  return Response.json({ status: "held", holdExpiresAt }, { headers: { "Cache-Control": "no-store" } });
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api<Params>({ POST: extend });
