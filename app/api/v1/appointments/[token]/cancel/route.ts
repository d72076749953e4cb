import { problem } from "@/app/api/problem";
import { cancelAppointment } from "@/lib/booking/changes/commands";
import { appointmentById } from "@/lib/booking/queries";

type Params = { params: Promise<{ token: string }> };

export async function POST(request: Request, { params }: Params): Promise<Response> {
  const result = await cancelAppointment((await params).token);
  if (!result.ok) return problem(request, result.reason);
  const reference = (await appointmentById(result.id))?.reference;
  return Response.json({ reference, status: "cancelled" }, { headers: { "Cache-Control": "no-store" } });
}
