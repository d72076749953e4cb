import { answer } from "@/app/api/answer";
import { api } from "@/app/api/endpoint";
import { invalid, problem, readJson } from "@/app/api/problem";
import { wrongBirthDates, wrongVisit } from "@/app/api/visit";
import { today } from "@/lib/booking/queries";
import type { JoinAnswer } from "@/lib/waitlist/answers/schema";
import { joinWaitlist } from "@/lib/waitlist/commands";
import { waitBodySchema } from "@/lib/waitlist/schema";
import type { JoinFailure } from "@/lib/waitlist/types";

/** Joins; the answer is the same for somebody who is on the list already. The token comes by mail alone. */
async function join(request: Request): Promise<Response> {
  const body = await readJson(request);
  if (!body.ok) return body.response;
  const parsed = waitBodySchema.safeParse(body.json);
  if (!parsed.success) return invalid(request, parsed.error.issues);
  const wrongBirthDate = wrongBirthDates(request, parsed.data, await today());
  if (wrongBirthDate) return wrongBirthDate;
  const result = await joinWaitlist(parsed.data);
  if (!result.ok) return refusal(request, parsed.data, result.reason);
  return answer<JoinAnswer>({ status: "unconfirmed" }, { status: 202 });
}

function refusal(
  request: Request,
  wanted: { office: string; concern: string },
  reason: JoinFailure["reason"],
): Response {
  if (reason === "unknown_office") return problem(request, "not_found");
  if (reason === "unknown_reason")
    return invalid(request, [{ code: "custom", path: ["reason"], message: "reason" }]);
  return wrongVisit(request, reason, { ...wanted, persons: "companions" });
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api({ POST: join }, { limit: "waiting_list" });
