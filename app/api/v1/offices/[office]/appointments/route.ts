import { answer } from "@/app/api/answer";
import { api } from "@/app/api/endpoint";
import { invalid, problem, readJson } from "@/app/api/problem";
import { wrongBirthDates, wrongVisit } from "@/app/api/visit";
import type { HoldAnswer } from "@/lib/booking/answers/schema";
import { holdWithPass } from "@/lib/booking/challenge/commands";
import { today } from "@/lib/booking/queries";
import { holdBodySchema, idempotencyKeySchema } from "@/lib/booking/schema";
import type { HoldFailure } from "@/lib/booking/types";
import { getOffice } from "@/lib/offices/queries";

type Params = { office: string };

async function hold(request: Request, { office }: Params): Promise<Response> {
  if (!getOffice(office)) return problem(request, "not_found");
  const body = await readJson(request);
  if (!body.ok) return body.response;
  const parsed = holdBodySchema.safeParse(body.json);
  if (!parsed.success) return invalid(request, parsed.error.issues);
  const key = idempotencyKeySchema.safeParse(request.headers.get("idempotency-key") ?? undefined);
  if (!key.success)
    return invalid(request, [{ code: "custom", path: ["Idempotency-Key"], message: "idempotency_key" }]);
  const { challenge, ...wanted } = parsed.data;
  const wrongBirthDate = wrongBirthDates(request, wanted, await today());
  if (wrongBirthDate) return wrongBirthDate;

  const result = await holdWithPass({ ...wanted, office }, { challenge }, key.data);
  if (!result.ok) return refusal(request, { ...wanted, office }, result);
  const { reference, startsAt, endsAt, holdExpiresAt, holdToken } = result;
  return answer<HoldAnswer>(
    { reference, status: "held", startsAt, endsAt, holdExpiresAt, holdToken },
    { status: 201 },
  );
}

function refusal(
  request: Request,
  wanted: { office: string; concern: string },
  failure: HoldFailure,
): Response {
  switch (failure.reason) {
    case "slot_taken":
      return problem(request, "slot_taken", { alternatives: failure.alternatives });
    case "unknown_office":
      return problem(request, "not_found");
    case "unknown_concern":
    case "not_together":
    case "too_many_concerns":
    case "too_many_persons":
      return wrongVisit(request, failure.reason, { ...wanted, persons: "companions" });
    case "limit_person":
    case "limit_mail":
      return problem(request, "limit_reached");
    default:
      return problem(request, failure.reason);
  }
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api<Params>({ POST: hold }, { limit: "hold" });
