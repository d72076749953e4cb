import "server-only";
import { Temporal } from "temporal-polyfill";
import { announceDraw, cancelDraw, planDraw } from "@/lib/booking/draw/announcement/commands";
import { getOffice } from "@/lib/offices/queries";
import { db } from "@/lib/platform/db";
import { toDate } from "@/lib/time/calendar";
import { now } from "@/lib/time/clock";
import { draftWeek } from "./queries";
import type { WeekAddress, WeekFailure, WeekMode } from "./types";

type Result<T = object> = ({ ok: true } & T) | { ok: false; reason: WeekFailure };

/**
 * Stores the plan of a week as a draft: slots that nobody may book yet. A draft that exists is made anew, so that a
 * changed closure takes effect; a published week is left alone.
 */
export async function planSlots(address: WeekAddress, actor: string): Promise<Result<{ slots: number }>> {
  const draft = draftWeek(address);
  if (!draft.ok) return draft;
  const { plan } = draft;
  const today = await now();
  const over = Temporal.PlainDate.from(plan.startsOn)
    .add({ days: 7 })
    .toZonedDateTime("Europe/Berlin")
    .toInstant();
  if (Temporal.Instant.compare(over, today) <= 0) return { ok: false, reason: "week_past" };
  if (plan.slots.length === 0) return { ok: false, reason: "no_slots" };

  return db().$transaction(async (tx) => {
    const row = { ...address, startsOn: new Date(plan.startsOn), releaseAt: new Date(plan.releaseAt) };
    await tx.$executeRaw`
      INSERT INTO week (office, department, week, starts_on, release_at)
      VALUES (${row.office}, ${row.department}, ${row.week}, ${row.startsOn}::date, ${row.releaseAt})
      ON CONFLICT (office, department, week) DO NOTHING`;
    const [week] = await tx.$queryRaw<{ id: string; state: string }[]>`
      SELECT id, state::text FROM week
      WHERE office = ${row.office} AND department = ${row.department} AND week = ${row.week} FOR UPDATE`;
    if (!week || week.state === "published") return { ok: false, reason: "already_published" } as const;

    // Only slots under an expired hold remain here, and those are free: everything is made anew.
    await tx.slot.deleteMany({ where: { weekId: week.id } });
    await tx.slot.createMany({
      data: plan.slots.map((slot) => ({
        weekId: week.id,
        office: address.office,
        department: address.department,
        counter: slot.counter,
        startsAt: new Date(slot.startsAt),
        endsAt: new Date(slot.endsAt),
      })),
      skipDuplicates: true,
    });
    await tx.week.update({
      where: { id: week.id },
      data: { state: "draft", mode: "first_come", releaseAt: row.releaseAt },
    });
    await tx.staffEvent.create({
      data: { at: toDate(today), actor, action: "week.planned", subject: address },
    });
    return { ok: true, slots: plan.slots.length } as const;
  });
}

/**
 * Opens a planned week: at its release instant, or at once when that has passed. As a draw it opens for entries then,
 * and for booking when the draw has run.
 */
export async function publishWeek(
  address: WeekAddress,
  actor: string,
  mode: WeekMode = "first_come",
): Promise<Result<{ releaseAt: Date; closesAt?: Date | undefined }>> {
  const instant = await now();
  const at = toDate(instant);
  const policy = getOffice(address.office)?.departments.find(
    ({ slug }) => slug === address.department,
  )?.policy;
  if (mode === "draw" && !policy?.draw) return { ok: false, reason: "no_draw_policy" };
  return db().$transaction(async (tx) => {
    const week = await tx.week.findUnique({
      where: { office_department_week: address },
      include: { _count: { select: { slots: true } } },
    });
    if (!week || week.state === "withdrawn" || week._count.slots === 0)
      return { ok: false, reason: "not_planned" } as const;
    const draw = mode === "draw" ? policy?.draw : undefined;
    const window = policy && draw && (await planDraw(tx, week, { ...policy, draw }, instant));
    // A week is drawn once: else whoever does not like a result could take the week back and draw anew.
    if (draw && (await tx.draw.count({ where: { ...address, drawnAt: { not: null } } })) > 0)
      return { ok: false, reason: "drawn_already" } as const;
    if (window === null) return { ok: false, reason: "too_late_for_draw" } as const;
    const { count } = await tx.week.updateMany({
      where: { id: week.id, state: "draft" },
      data: { state: "published", mode, publishedAt: at, publishedBy: actor },
    });
    if (count === 0) return { ok: false, reason: "already_published" } as const;
    if (draw && window) await announceDraw(tx, week, draw, window, instant);
    const subject = draw ? { ...address, mode } : address;
    await tx.staffEvent.create({ data: { at, actor, action: "week.published", subject } });
    return { ok: true, releaseAt: week.releaseAt, closesAt: window && toDate(window.closesAt) } as const;
  });
}

/** Takes a published week back, unless somebody holds or has an appointment in it: those are cancelled one by one first. */
export async function withdrawWeek(address: WeekAddress, actor: string): Promise<Result> {
  const at = toDate(await now());
  return db().$transaction(async (tx) => {
    // Of two who withdraw at once the second finds the week withdrawn.
    const [week] = await tx.$queryRaw<{ id: string; state: string }[]>`
      SELECT id, state::text FROM week
      WHERE office = ${address.office} AND department = ${address.department} AND week = ${address.week} FOR UPDATE`;
    if (week?.state !== "published") return { ok: false, reason: "not_published" } as const;
    // Locking every slot waits for claims that are just being written; closing them makes later claims, which read the
    // row again after their lock, pass them by.
    await tx.$executeRaw`SELECT id FROM slot WHERE week_id = ${week.id}::uuid ORDER BY id FOR UPDATE`;
    const taken = await tx.$queryRaw<{ id: bigint }[]>`
      SELECT id FROM slot WHERE week_id = ${week.id}::uuid AND appointment_id IS NOT NULL
        AND (claimed_until IS NULL OR claimed_until > portal_now()) LIMIT 1`;
    if (taken.length > 0) return { ok: false, reason: "has_appointments" } as const;
    await tx.slot.updateMany({ where: { weekId: week.id }, data: { open: false } });
    await cancelDraw(tx, week.id);
    await tx.week.update({ where: { id: week.id }, data: { state: "withdrawn" } });
    await tx.staffEvent.create({ data: { at, actor, action: "week.withdrawn", subject: address } });
    return { ok: true } as const;
  });
}
