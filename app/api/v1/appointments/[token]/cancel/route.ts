import { after } from "next/server";
import { api } from "@/app/api/endpoint";
import { problem } from "@/app/api/problem";
import { cancelAppointment } from "@/lib/booking/changes/commands";
import { appointmentById } from "@/lib/booking/queries";
import { offerPlacesOf } from "@/lib/waitlist/offers/commands";

type Params = { token: string };

async function cancel(request: Request, { token }: Params): Promise<Response> {
  const result = await cancelAppointment(token);
  if (!result.ok) return problem(request, result.reason);
  after(() => offerPlacesOf(result.id));
  const reference = (await appointmentById(result.id))?.reference;
  return Response.json({ reference, status: "cancelled" }, { headers: { "Cache-Control": "no-store" } });
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api<Params>({ POST: cancel });
