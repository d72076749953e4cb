import { z } from "zod";
import { locales } from "@/lib/i18n/routing";

// What the API answers about appointments. The routes are typed by these, the OpenAPI document is made of them, and the
// tests hold real answers against them.

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const count = z.int().min(0);
const slug = z.string().min(1);

export const referenceSchema = z.string().regex(/^[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);

/** The same person as a request has, after its name was tidied up. */
const person = z.strictObject({ givenName: z.string(), familyName: z.string(), birthDate: day });

export const availabilityAnswerSchema = z.strictObject({
  now: instant,
  nextRelease: instant,
  window: z.strictObject({ from: day, to: day }),
  days: z.array(
    z.strictObject({
      date: day,
      times: z.array(z.strictObject({ startsAt: instant, free: z.int().min(1) })).min(1),
    }),
  ),
});

export type AvailabilityAnswer = z.infer<typeof availabilityAnswerSchema>;

export const holdAnswerSchema = z.strictObject({
  reference: referenceSchema,
  status: z.literal("held"),
  startsAt: instant,
  endsAt: instant,
  holdExpiresAt: instant,
  /** For `POST /api/v1/holds/{token}/extend`. */
  holdToken: z.string(),
});
export type HoldAnswer = z.infer<typeof holdAnswerSchema>;

export const extendAnswerSchema = z.strictObject({ status: z.literal("held"), holdExpiresAt: instant });
export type ExtendAnswer = z.infer<typeof extendAnswerSchema>;

export const confirmAnswerSchema = z.strictObject({
  reference: referenceSchema,
  status: z.literal("confirmed"),
  manageUrl: z.url(),
});
export type ConfirmAnswer = z.infer<typeof confirmAnswerSchema>;

export const cancelAnswerSchema = z.strictObject({
  reference: referenceSchema,
  status: z.literal("cancelled"),
});
export type CancelAnswer = z.infer<typeof cancelAnswerSchema>;

export const rescheduleAnswerSchema = z.strictObject({
  reference: referenceSchema,
  status: z.literal("confirmed"),
  startsAt: instant,
  endsAt: instant,
});
export type RescheduleAnswer = z.infer<typeof rescheduleAnswerSchema>;

const states = [
  "held",
  "confirmed",
  "cancelled",
  "checked_in",
  "served",
  "missed",
  "expired",
  "past",
] as const;

/** An appointment as its applicant sees it (`AppointmentView`), with its state as `status`. */
export const appointmentAnswerSchema = z.strictObject({
  reference: referenceSchema,
  status: z.enum(states),
  office: slug,
  department: slug,
  concern: slug,
  furtherConcerns: z.array(slug),
  units: z.int().min(1),
  startsAt: instant,
  endsAt: instant,
  holdExpiresAt: instant,
  holdSecondsLeft: count,
  extended: z.boolean(),
  coming: z.boolean(),
  asksForAnswer: z.boolean(),
  openDocuments: z.array(z.string()).nullable(),
  cancelledByOffice: z.boolean(),
  sequence: count,
  person,
  companions: z.array(person),
  locale: z.enum(locales),
});
export type AppointmentAnswer = z.infer<typeof appointmentAnswerSchema>;
