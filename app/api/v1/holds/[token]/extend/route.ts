import { answer } from "@/app/api/answer";
import { api } from "@/app/api/endpoint";
import { problem } from "@/app/api/problem";
import type { ExtendAnswer } from "@/lib/booking/answers/schema";
import { extendHold } from "@/lib/booking/changes/commands";

type Params = { token: string };

/** More time for a hold, once. The token is the `holdToken` of the answer that made it. */
async function extend(request: Request, { token }: Params): Promise<Response> {
  const result = await extendHold(token);
  if (!result.ok) return problem(request, result.reason);
  return answer<ExtendAnswer>({ status: "held", holdExpiresAt: result.holdExpiresAt });
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api<Params>({ POST: extend }, { limit: "token" });
