import { answer } from "@/app/api/answer";
import { api } from "@/app/api/endpoint";
import { invalid, problem, readJson } from "@/app/api/problem";
import type { ConfirmAnswer } from "@/lib/booking/answers/schema";
import { confirmAppointment } from "@/lib/booking/commands";
import { appointmentById } from "@/lib/booking/queries";
import { confirmBodySchema } from "@/lib/booking/schema";
import { env } from "@/lib/platform/env";

async function confirm(request: Request): Promise<Response> {
  const body = await readJson(request);
  if (!body.ok) return body.response;
  const parsed = confirmBodySchema.safeParse(body.json);
  if (!parsed.success) return invalid(request, parsed.error.issues);
  const result = await confirmAppointment(parsed.data.token);
  if (!result.ok) return problem(request, result.reason);
  const locale = (await appointmentById(result.id))?.locale ?? "de";
  const manageUrl = `${env().PORTAL_URL}/${locale}/appointments/${result.manageToken}`;
  return answer<ConfirmAnswer>({ reference: result.reference, status: "confirmed", manageUrl });
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = api({ POST: confirm }, { limit: "confirm" });
