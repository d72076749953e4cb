import { api } from "@/app/api/endpoint";
import { invalid, problem, readJson } from "@/app/api/problem";
import { today } from "@/lib/booking/queries";
import { birthDateProblem } from "@/lib/booking/schema";
import { joinWaitlist } from "@/lib/waitlist/commands";
import { waitBodySchema } from "@/lib/waitlist/schema";
import type { JoinFailure } from "@/lib/waitlist/types";

/** Joins; the answer is the same for somebody who is on the list already. The token comes by mail alone. */
async function join(request: Request): Promise<Response> {
  const body = await readJson(request);
  if (!body.ok) return body.response;
  const parsed = waitBodySchema.safeParse(body.json);
  if (!parsed.success) return invalid(request, parsed.error.issues);
  const wrongBirthDate = birthDateProblem(parsed.data.person.birthDate, await today());
  if (wrongBirthDate)
    return invalid(request, [{ code: "custom", path: ["person", "birthDate"], message: wrongBirthDate }]);
  const result = await joinWaitlist(parsed.data);
  if (!result.ok) return refusal(request, result.reason);
  return Response.json({ status: "unconfirmed" }, { status: 202, headers: { "Cache-Control": "no-store" } });
}

function refusal(request: Request, reason: JoinFailure["reason"]): Response {
  const wrong = (field: string, message: string) =>
    invalid(request, [{ code: "custom", path: [field], message }]);
  switch (reason) {
    case "unknown_office":
      return problem(request, "not_found");
    case "unknown_reason":
      return wrong("reason", "reason");
    case "unknown_concern":
      return wrong("concern", "concern");
    case "too_many_persons":
      return wrong("companions", reason);
    default:
      return wrong("furtherConcerns", reason);
  }
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api({ POST: join }, { limit: "waiting_list" });
