import { z } from "zod";
import { holdBodySchema } from "@/lib/booking/schema";
import { partsOfDay, weekdays } from "./rules";

const days = z
  .array(z.enum(weekdays, { error: "wishes" }), "wishes")
  .max(7, "wishes")
  .optional();
const parts = z
  .array(z.enum(partsOfDay, { error: "wishes" }), "wishes")
  .max(2, "wishes")
  .optional();

/** The body of `POST /api/v1/waitlist`: the questions of an appointment without its time, and the wishes. */
export const waitBodySchema = holdBodySchema.omit({ startsAt: true, challenge: true }).extend({
  office: z.string({ error: "required" }).max(100, "required").describe("Slug of the office."),
  days,
  parts,
  reason: z
    .string("reason")
    .max(100, "reason")
    .optional()
    .describe("Slug of one of the department's `waitlistReasons`."),
});

/** The wishes of the form: what was ticked. */
export const wishesSchema = z.object({ days, parts });
