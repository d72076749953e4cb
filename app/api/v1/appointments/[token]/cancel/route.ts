import { after } from "next/server";
import { answer } from "@/app/api/answer";
import { api } from "@/app/api/endpoint";
import { problem } from "@/app/api/problem";
import type { CancelAnswer } from "@/lib/booking/answers/schema";
import { cancelAppointment } from "@/lib/booking/changes/commands";
import { appointmentById } from "@/lib/booking/queries";
import { offerPlacesOf } from "@/lib/waitlist/offers/commands";

type Params = { token: string };

async function cancel(request: Request, { token }: Params): Promise<Response> {
  const result = await cancelAppointment(token);
  if (!result.ok) return problem(request, result.reason);
  after(() => offerPlacesOf(result.id));
  const cancelled = await appointmentById(result.id);
  if (!cancelled) return problem(request, "not_found");
  return answer<CancelAnswer>({ reference: cancelled.reference, status: "cancelled" });
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api<Params>({ POST: cancel }, { limit: "token" });
