import { answer } from "@/app/api/answer";
import { api } from "@/app/api/endpoint";
import { problem } from "@/app/api/problem";
import type { AppointmentAnswer } from "@/lib/booking/answers/schema";
import { appointmentByToken } from "@/lib/booking/queries";

type Params = { token: string };

async function show(request: Request, { token }: Params): Promise<Response> {
  const appointment = await appointmentByToken(token);
  if (!appointment) return problem(request, "not_found");
  const { state, ...rest } = appointment;
  return answer<AppointmentAnswer>({ ...rest, status: state });
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api<Params>({ GET: show }, { limit: "token" });
