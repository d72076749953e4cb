import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import {
  appointmentAnswerSchema,
  cancelAnswerSchema,
  confirmAnswerSchema,
  extendAnswerSchema,
  holdAnswerSchema,
  rescheduleAnswerSchema,
} from "@/lib/booking/answers/schema";
import { challengeSchema } from "@/lib/booking/challenge/schema";
import {
  confirmBodySchema,
  holdBodySchema,
  idempotencyKeySchema,
  rescheduleBodySchema,
} from "@/lib/booking/schema";
import { locales } from "@/lib/i18n/routing";
import * as examples from "./examples";
import { office } from "./offices";
import { operation } from "./operation";

const managed = z.object({ token: z.string().describe("From the address in the mail of the confirmation.") });
const fileParameters = {
  path: managed,
  query: z.object({
    locale: z
      .enum(locales)
      .optional()
      .describe("Language of the file; without it, or with another one, the applicant's."),
  }),
};
const fileHeaders = { "Content-Disposition": z.string().regex(/^inline; filename="[\w.-]+"$/) };

/** From the challenge to the appointment and what becomes of it. */
export const bookingPaths: ZodOpenApiPathsObject = {
  "/api/v1/challenge": {
    get: operation({
      id: "getChallenge",
      tag: "Booking",
      summary: "A proof of work to solve before a hold",
      description:
        "In the format of ALTCHA (PBKDF2/SHA-256). Solve it, and send the base64 of the JSON `{ challenge, solution: { counter, derivedKey } }` as `challenge` of the hold within ten minutes. It is good for one hold.",
      good: { description: "A new one.", schema: challengeSchema, example: examples.challengeExample },
      limit: "challenge",
    }),
  },
  "/api/v1/offices/{office}/appointments": {
    post: operation({
      id: "holdAppointment",
      tag: "Booking",
      summary: "Keeps a time until the mail is confirmed",
      description:
        "The person gets a mail with a link to confirm. The same `Idempotency-Key` with the same request gives the same hold again for 48 hours, also at the same moment; a request that came to no hold is tried anew. `challenge` is not part of what is compared.",
      parameters: {
        path: z.object({ office }),
        header: z.object({
          "Idempotency-Key": idempotencyKeySchema.describe("Your own name for the request, best a UUID."),
        }),
      },
      body: { schema: holdBodySchema, examples: examples.holdBodyExamples },
      good: {
        status: 201,
        description: "The hold.",
        schema: holdAnswerSchema,
        example: examples.holdExample,
      },
      problems: [
        "not_found",
        "challenge_failed",
        "slot_taken",
        "limit_reached",
        "outside_window",
        "idempotency_mismatch",
      ],
      limit: "hold",
    }),
  },
  "/api/v1/holds/{token}/extend": {
    post: operation({
      id: "extendHold",
      tag: "Booking",
      summary: "More time to confirm, once",
      parameters: { path: z.object({ token: z.string().describe("The `holdToken` of the hold.") }) },
      good: { description: "Done.", schema: extendAnswerSchema, example: examples.extendExample },
      problems: ["not_found", "already_extended", "hold_expired"],
      limit: "token",
    }),
  },
  "/api/v1/appointments/confirm": {
    post: operation({
      id: "confirmAppointment",
      tag: "Booking",
      summary: "Makes an appointment of a hold",
      description: "Asked again and again it answers the same.",
      body: { schema: confirmBodySchema, examples: examples.confirmBodyExamples },
      good: { description: "Confirmed.", schema: confirmAnswerSchema, example: examples.confirmExample },
      problems: ["not_found", "hold_expired"],
      limit: "confirm",
    }),
  },
  "/api/v1/appointments/{token}": {
    get: operation({
      id: "showAppointment",
      tag: "Appointments",
      summary: "The appointment of a management token",
      parameters: { path: managed },
      good: {
        description: "The appointment.",
        schema: appointmentAnswerSchema,
        example: examples.appointmentExample,
      },
      problems: ["not_found"],
      limit: "token",
    }),
  },
  "/api/v1/appointments/{token}/cancel": {
    post: operation({
      id: "cancelAppointment",
      tag: "Appointments",
      summary: "Gives the appointment up",
      description: "Asked again it answers the same.",
      parameters: { path: managed },
      good: { description: "Cancelled.", schema: cancelAnswerSchema, example: examples.cancelExample },
      problems: ["not_found", "hold_expired", "too_late"],
      limit: "token",
    }),
  },
  "/api/v1/appointments/{token}/reschedule": {
    post: operation({
      id: "moveAppointment",
      tag: "Appointments",
      summary: "Moves the appointment to another time",
      description: "When it fails, for whatever reason, the old time stays.",
      parameters: { path: managed },
      body: { schema: rescheduleBodySchema, examples: examples.rescheduleBodyExamples },
      good: { description: "Moved.", schema: rescheduleAnswerSchema, example: examples.rescheduleExample },
      problems: ["not_found", "slot_taken", "outside_window", "too_late", "not_confirmed"],
      limit: "token",
    }),
  },
  "/api/v1/appointments/{token}/calendar.ics": {
    get: operation({
      id: "getCalendarEntry",
      tag: "Appointments",
      summary: "The calendar entry (RFC 5545)",
      description: "`METHOD:PUBLISH` while the appointment stands, `CANCEL` when it was given up.",
      parameters: fileParameters,
      good: { description: "The entry.", headers: fileHeaders, files: { "text/calendar": z.string() } },
      problems: ["not_found"],
      limit: "token",
    }),
  },
  "/api/v1/appointments/{token}/confirmation.pdf": {
    get: operation({
      id: "getConfirmation",
      tag: "Appointments",
      summary: "The confirmation to print, beside German",
      parameters: fileParameters,
      good: { description: "The file.", headers: fileHeaders, files: { "application/pdf": z.string() } },
      problems: ["not_found"],
      limit: "token",
    }),
  },
};
