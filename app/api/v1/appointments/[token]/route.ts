import { api } from "@/app/api/endpoint";
import { problem } from "@/app/api/problem";
import { appointmentByToken } from "@/lib/booking/queries";

type Params = { token: string };

async function show(request: Request, { token }: Params): Promise<Response> {
  const appointment = await appointmentByToken(token);
  if (!appointment) return problem(request, "not_found");
  const { state, ...rest } = appointment;
  return Response.json({ ...rest, status: state }, { headers: { "Cache-Control": "no-store" } });
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api<Params>({ GET: show });
