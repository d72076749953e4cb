import "server-only";
import { getOffice } from "@/lib/offices/queries";
import { keyedHash, readToken, signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { holdWithPass } from "../challenge/commands";
import { confirmAppointment } from "../commands";
import { bookingStep, mailText, visitQuery } from "../rules";
import type { HoldFailure, HoldRequest } from "../types";
import { proofMailsPerHour, proofMinutes } from "./rules";
import type { ProofRequest } from "./types";

/** Sends a mail whose link proves the address and leads back to the times; so often an hour for each address. */
export async function requestProof(
  request: ProofRequest,
): Promise<{ ok: true; id: string } | { ok: false; reason: "limit_mail" | "unknown_concern" }> {
  const office = getOffice(request.office);
  const step = office && bookingStep(office, request);
  if (!office || step?.step !== "time") return { ok: false, reason: "unknown_concern" };
  const query = visitQuery(step.concern, step.visit) + (step.date ? `&date=${step.date}` : "");
  const [row] = await db().$queryRaw<{ id: string | null }[]>`
    SELECT request_mail_proof(${request.email}, ${keyedHash("mail", mailText(request.email))}, ${request.locale},
      ${office.slug}, ${step.concern.slug}, ${query}, make_interval(mins => ${proofMinutes}::int), ${proofMailsPerHour}::int) AS id`;
  return row?.id ? { ok: true, id: row.id } : { ok: false, reason: "limit_mail" };
}

/** Books with the link of such a mail: the address is proven, so the hold is confirmed at once. */
export async function bookWithProof(
  request: HoldRequest,
  proof: string,
  idempotencyKey?: string,
): Promise<
  { ok: true; manageToken: string } | HoldFailure | { ok: false; reason: "hold_expired" | "not_found" }
> {
  const held = await holdWithPass(request, { proof }, idempotencyKey);
  if (!held.ok) return held;
  const id = readToken("hold", held.holdToken) ?? "";
  return confirmAppointment(signToken("confirm", id));
}
