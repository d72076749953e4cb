import { z } from "zod";
import { partsOfDay, weekdays } from "../rules";

// What the API answers about the waiting list.

const instant = z.iso.datetime({ offset: true });

export const joinAnswerSchema = z.strictObject({ status: z.literal("unconfirmed") });
export type JoinAnswer = z.infer<typeof joinAnswerSchema>;

export const leaveAnswerSchema = z.strictObject({ status: z.literal("left") });
export type LeaveAnswer = z.infer<typeof leaveAnswerSchema>;

/** An entry as its owner sees it. */
export const waitAnswerSchema = z.strictObject({
  office: z.string().min(1),
  department: z.string().min(1),
  concern: z.string().min(1),
  status: z.enum(["unconfirmed", "waiting", "paused", "left", "served"]),
  /** 1 is next. */
  place: z.int().min(1).nullable(),
  /** How many wait in the department. */
  waiting: z.int().min(0),
  days: z.array(z.enum(weekdays)),
  parts: z.array(z.enum(partsOfDay)),
  joinedAt: instant,
  offer: z.strictObject({ startsAt: instant, endsAt: instant, expiresAt: instant }).nullable(),
});
export type WaitAnswer = z.infer<typeof waitAnswerSchema>;
