import "server-only";
import DataLoader from "dataloader";
import { getOffice } from "@/lib/offices/queries";
import { db } from "@/lib/platform/db";
import { recall, remember } from "@/lib/platform/shared-answers";
import { parseRfc3339 } from "@/lib/time/calendar";
import { planVisit } from "../rules";
import type { HoldFailure, HoldRequest } from "../types";

type Loss = Extract<HoldFailure, { reason: "slot_taken" }>;

/** How long a lost place is taken for lost without asking the database, in milliseconds; as old as any calendar may be. */
const lossAge = 1000;

/**
 * That somebody lost the same time of the same kind of visit less than a second ago, with what they were offered; null
 * when nobody did. In a rush nearly everybody loses: this keeps them from standing in the way of those who can win. A place
 * that comes back in this second is found in the next.
 *
 * @param key hash of the request's idempotency key: a request that won before is given its place again, by the database
 */
export async function knownLoss(request: HoldRequest, key: string | null): Promise<Loss | null> {
  const name = nameOf(request);
  const loss = name && recall<Loss>(name);
  if (!loss) return null;
  return key && (await used.load(key)) ? null : loss;
}

/** Lets everybody who comes within a second know that there was nothing to get. */
export function rememberLoss(request: HoldRequest, loss: Loss): void {
  const name = nameOf(request);
  if (name) remember(name, lossAge, loss);
}

/** Requests of one name want the same slots; null for those that the office's rules refuse. */
function nameOf(request: HoldRequest): string | null {
  const office = getOffice(request.office);
  const startsAt = parseRfc3339(request.startsAt);
  if (!office || !startsAt) return null;
  const concerns = [request.concern, ...(request.furtherConcerns ?? [])];
  const visit = planVisit(office, concerns, 1 + (request.companions ?? []).length);
  if (!visit.ok) return null;
  return `loss/${office.slug}/${visit.department.slug}/${visit.units}/${startsAt.epochMilliseconds}`;
}

// Whoever asks within the same few milliseconds is answered by one query; nothing is kept.
const used = new DataLoader<string, boolean>(
  async (keys) => {
    const rows = await db().appointment.findMany({
      where: { idempotencyKey: { in: [...keys] } },
      select: { idempotencyKey: true },
    });
    const found = new Set(rows.map((row) => row.idempotencyKey));
    return keys.map((key) => found.has(key));
  },
  { cache: false, maxBatchSize: 500, batchScheduleFn: (ask) => setTimeout(ask, 5) },
);
