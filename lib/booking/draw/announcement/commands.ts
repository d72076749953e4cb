import "server-only";
import { randomBytes } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import type { SlotPolicy } from "@/lib/offices/types";
import type { Prisma } from "@/lib/platform/generated/client";
import { fromDate, toDate } from "@/lib/time/calendar";
import { commitmentTo } from "../order/rules";
import { drawWindow } from "../rules";
import type { WeightPolicy } from "../types";

type Week = { id: string; office: string; department: string; week: string; releaseAt: Date };

type DrawPolicy = NonNullable<SlotPolicy["draw"]>;
type Window = ReturnType<typeof drawWindow>;

/** From when until when the draw of a week would be open; null when no place would be left after closing. */
export async function planDraw(
  tx: Prisma.TransactionClient,
  week: Week,
  policy: SlotPolicy & { draw: DrawPolicy },
  now: Temporal.Instant,
): Promise<Window | null> {
  const window = drawWindow(policy.draw, fromDate(week.releaseAt), now);
  const first = toDate(window.closesAt.add({ minutes: policy.leadMinutes }));
  const left = await tx.slot.count({ where: { weekId: week.id, open: true, startsAt: { gt: first } } });
  return left > 0 ? window : null;
}

/**
 * Announces the draw of a week that is just being published, and keeps its places from everybody until it has run: the
 * seed is chosen, and the commitment to it is public from now on.
 */
export async function announceDraw(
  tx: Prisma.TransactionClient,
  week: Week,
  policy: DrawPolicy,
  { opensAt, closesAt }: Window,
  now: Temporal.Instant,
): Promise<void> {
  const { baseWeight, perEarlierLoss, maxEarlierLosses, permitExpiring } = policy;
  const weights: WeightPolicy = { baseWeight, perEarlierLoss, maxEarlierLosses, permitExpiring };
  const seed = randomBytes(32);
  await tx.draw.create({
    data: {
      weekId: week.id,
      office: week.office,
      department: week.department,
      week: week.week,
      opensAt: toDate(opensAt),
      closesAt: toDate(closesAt),
      policy: weights,
      seed: new Uint8Array(seed),
      commitment: commitmentTo(seed),
      announcedAt: toDate(now),
    },
  });
  await tx.$executeRaw`UPDATE slot SET public_at = 'infinity' WHERE week_id = ${week.id}::uuid`;
}

/** Cancels the draw of a week that staff take back, if it has not run; whoever has entered gets a mail. */
export async function cancelDraw(tx: Prisma.TransactionClient, weekId: string): Promise<void> {
  // Whoever is confirming an entry at this moment is waited for, and so gets the mail as well.
  await tx.$queryRaw`SELECT id FROM draw WHERE week_id = ${weekId}::uuid FOR UPDATE`;
  const cancelled = await tx.$queryRaw<{ id: string }[]>`
    UPDATE draw SET cancelled_at = portal_now()
    WHERE week_id = ${weekId}::uuid AND drawn_at IS NULL AND cancelled_at IS NULL RETURNING id`;
  for (const { id } of cancelled) {
    await tx.$executeRaw`
      SELECT send_message('draw_cancelled', e.id) FROM draw_entry e
      WHERE e.draw_id = ${id}::uuid AND e.confirmed_at IS NOT NULL AND e.withdrawn_at IS NULL`;
  }
}
