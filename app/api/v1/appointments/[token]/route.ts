import { problem } from "@/app/api/problem";
import { appointmentByToken } from "@/lib/booking/queries";

type Params = { params: Promise<{ token: string }> };

export async function GET(request: Request, { params }: Params): Promise<Response> {
  const appointment = await appointmentByToken((await params).token);
  if (!appointment) return problem(request, "not_found");
  const { state, ...rest } = appointment;
  return Response.json({ ...rest, status: state }, { headers: { "Cache-Control": "no-store" } });
}
