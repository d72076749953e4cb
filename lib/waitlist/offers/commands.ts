import "server-only";
import { newReference } from "@/lib/booking/commands";
import { returnPolicy } from "@/lib/booking/rules";
import { getOffice, getOffices } from "@/lib/offices/queries";
import type { Department, Office } from "@/lib/offices/types";
import { readToken, signToken } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { nameOfError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { fromDate, rfc3339 } from "@/lib/time/calendar";
import type { OfferFailure } from "../types";

/** A department with the office it belongs to. */
export type Place = { office: Office; department: Department };

/** The department of a row; null when the office has none of that name any more. */
export function placeOf(office: string, department: string): Place | null {
  const found = getOffice(office);
  const unit = found?.departments.find((candidate) => candidate.slug === department);
  return found && unit ? { office: found, department: unit } : null;
}

/** The department's rules of return and offers, as the SQL functions take them. */
export const policyOf = ({ office, department }: Place) => JSON.stringify(returnPolicy(office, department));

/** The offer of an entry, when both are ours and belong together. */
async function offerOf(token: string, offerId: string): Promise<(Place & { id: string }) | null> {
  const entryId = readToken("waitlist", token);
  if (!entryId || !/^[0-9a-f-]{36}$/.test(offerId)) return null;
  const offer = await db().offer.findFirst({ where: { id: offerId, entryId } });
  const place = offer && placeOf(offer.office, offer.department);
  return offer && place ? { id: offer.id, ...place } : null;
}

/**
 * Until when a mail that is about to be sent may promise the offered place (RFC 3339 with Berlin's offset). Null when
 * there is nothing to tell any more. The time to answer counts from here: an offer waits until its mail goes out.
 */
export async function promiseOffer(offerId: string): Promise<string | null> {
  const offer = await db().offer.findUnique({ where: { id: offerId } });
  const place = offer && placeOf(offer.office, offer.department);
  if (!offer || !place) return null;
  const [row] = await db().$queryRaw<{ until: Date | null }[]>`
    SELECT promise_offer(${offer.id}::uuid, ${policyOf(place)}::jsonb) AS until`;
  return row?.until ? rfc3339(fromDate(row.until)) : null;
}

/** Takes the offered place; pressed again it leads to the same appointment. One that cannot be taken is over. */
export async function acceptOffer(
  token: string,
  offerId: string,
): Promise<{ ok: true; manageToken: string } | { ok: false; reason: OfferFailure }> {
  const offer = await offerOf(token, offerId);
  if (!offer) return { ok: false, reason: "not_found" };
  for (;;) {
    const [row] = await db().$queryRaw<{ outcome: "accepted" | "retry" | OfferFailure; id: string }[]>`
      SELECT outcome, appointment_id AS id FROM accept_offer(
        ${offer.id}::uuid, ${offer.department.slotMinutes}::int, ${newReference(offer.office.slug)},
        ${policyOf(offer)}::jsonb)`;
    // Somebody else wrote the same reference in this instant.
    if (row?.outcome === "retry") continue;
    await offerSoon(offer);
    if (row?.outcome !== "accepted") return { ok: false, reason: row?.outcome ?? "not_found" };
    return { ok: true, manageToken: signToken("manage", row.id) };
  }
}

/** Says no to an offer and keeps the place in line; the next is asked at once. */
export async function declineOffer(
  token: string,
  offerId: string,
): Promise<{ ok: true } | { ok: false; reason: "offer_expired" | "not_found" }> {
  const offer = await offerOf(token, offerId);
  if (!offer) return { ok: false, reason: "not_found" };
  const [row] = await db().$queryRaw<{ outcome: string }[]>`
    SELECT decline_offer(${offer.id}::uuid, ${policyOf(offer)}::jsonb) AS outcome`;
  if (row?.outcome !== "declined") return { ok: false, reason: "offer_expired" };
  await offerSoon(offer);
  return { ok: true };
}

/** Offers the department's places that are on their way back to the first in line whom they suit; says how many. */
export async function makeOffers(office: string, department: string): Promise<number> {
  const place = placeOf(office, department);
  if (!place) return 0;
  const [row] = await db().$queryRaw<{ made: number }[]>`
    SELECT make_offers(${office}, ${department}, ${place.department.slotMinutes}::int, ${policyOf(place)}::jsonb) AS made`;
  return row?.made ?? 0;
}

/** `makeOffers` after something that is done already: should it fail, the sweep of the next minute does it. */
export async function offerSoon({ office, department }: Place): Promise<void> {
  try {
    await makeOffers(office.slug, department.slug);
  } catch (error) {
    log.warn({ error: nameOfError(error) }, "offers wait for the sweep");
  }
}

/** Offers what an appointment gave back when it was cancelled or moved. */
export async function offerPlacesOf(appointmentId: string): Promise<void> {
  const row = await db().appointment.findUnique({ where: { id: appointmentId } });
  const place = row && placeOf(row.office, row.department);
  if (place) await offerSoon(place);
}

/** `makeOffers` for every department: for the places given back at night, and the offers that ran out. */
export async function sweepOffers(): Promise<void> {
  for (const office of getOffices()) {
    for (const department of office.departments) await makeOffers(office.slug, department.slug);
  }
}
