import { after } from "next/server";
import { answer } from "@/app/api/answer";
import { api } from "@/app/api/endpoint";
import { invalid, problem, readJson } from "@/app/api/problem";
import type { RescheduleAnswer } from "@/lib/booking/answers/schema";
import { moveAppointment } from "@/lib/booking/changes/commands";
import { appointmentById } from "@/lib/booking/queries";
import { rescheduleBodySchema } from "@/lib/booking/schema";
import { offerPlacesOf } from "@/lib/waitlist/offers/commands";

type Params = { token: string };

async function reschedule(request: Request, { token }: Params): Promise<Response> {
  const body = await readJson(request);
  if (!body.ok) return body.response;
  const parsed = rescheduleBodySchema.safeParse(body.json);
  if (!parsed.success) return invalid(request, parsed.error.issues);
  const result = await moveAppointment(token, parsed.data.startsAt);
  if (!result.ok && result.reason === "slot_taken") {
    return problem(request, "slot_taken", { alternatives: result.alternatives });
  }
  if (!result.ok) return problem(request, result.reason);
  after(() => offerPlacesOf(result.id));
  const moved = await appointmentById(result.id);
  if (!moved) return problem(request, "not_found");
  const { reference, startsAt, endsAt } = moved;
  return answer<RescheduleAnswer>({ reference, status: "confirmed", startsAt, endsAt });
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api<Params>(
  { POST: reschedule },
  { limit: "token" },
);
