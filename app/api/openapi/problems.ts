import { z } from "zod";
import type { ZodOpenApiResponsesObject } from "zod-openapi";
import { type ProblemCode, problemName, statuses } from "@/app/api/problem";
import { fieldProblems } from "@/lib/booking/schema";
import { locales } from "@/lib/i18n/routing";

/** When each problem comes. */
const reasons: Record<ProblemCode, string> = {
  invalid_json: "The body is no JSON in UTF-8.",
  challenge_failed: "The challenge is missing, wrong, too old or used up.",
  not_found:
    "There is no such thing, or no longer. The same answer for a wrong token and for one that names nothing.",
  method_not_allowed: "The address exists and takes other methods; `Allow` names them.",
  slot_taken: "Somebody else has the time. `alternatives` are the nearest free ones.",
  limit_reached: "The person has an appointment in this department, or the mail address has too many holds.",
  too_late: "The appointment has begun.",
  not_confirmed: "Only a confirmed appointment can be moved.",
  already_extended: "A hold can be extended once.",
  hold_expired: "The hold ran out before it was confirmed.",
  too_large: "The body is larger than 32 KiB.",
  unsupported_media_type: "The body is not `application/json`, or it is compressed.",
  invalid: "Fields are missing or wrong; `errors` names each by a JSON pointer (RFC 6901).",
  outside_window: "The time is over, too soon, not released yet, or no time at which a slot begins.",
  idempotency_mismatch: "The `Idempotency-Key` was used for another request within 48 hours.",
  rate_limited:
    "Too many requests from one network (/24 or /64). `Retry-After` says how many seconds to wait.",
  internal: "A fault of the portal. Nothing was changed.",
  unavailable: "The database cannot be reached. Try again in a moment.",
};

/** What only the query of a search can be. */
const searchProblems = ["limit", "typing"] as const;

const instant = z.iso.datetime({ offset: true });

/** What some problems say beside the members that all have. */
const members: Partial<Record<ProblemCode, z.ZodRawShape>> = {
  slot_taken: { alternatives: z.array(instant).max(5) },
  invalid: {
    errors: z
      .array(
        z.strictObject({
          pointer: z.string().regex(/^(\/([^~/]|~[01])*)*$/),
          code: z.enum([...fieldProblems, ...searchProblems]),
          detail: z.string().min(1),
        }),
      )
      .min(1),
  },
  unavailable: { failing: z.array(z.literal("database")).optional() },
};

function schemaOf(code: ProblemCode) {
  return z
    .strictObject({
      type: z.url().describe("Address of this description."),
      title: z.string().min(1),
      status: z.literal(statuses[code]),
      code: z.literal(code),
      detail: z.string().min(1).describe("In the language of `Accept-Language`."),
      ...members[code],
    })
    .describe(reasons[code]);
}

const codes = Object.keys(statuses) as ProblemCode[];
const schemas = Object.fromEntries(codes.map((code) => [code, schemaOf(code)])) as Record<
  ProblemCode,
  ReturnType<typeof schemaOf>
>;

/** The schemas of all problems by their names in the document. */
export const problemSchemas = Object.fromEntries(codes.map((code) => [problemName(code), schemas[code]]));

/** Headers that every problem has. */
const headers = z.object({
  "Content-Language": z.enum(locales),
  "Cache-Control": z.literal("no-store"),
});

/** Headers that some problems have besides. */
const moreHeaders: Partial<Record<ProblemCode, z.ZodRawShape>> = {
  rate_limited: {
    "Retry-After": z
      .string()
      .regex(/^[1-9]\d*$/)
      .describe("Seconds to wait."),
  },
  unsupported_media_type: { Accept: z.literal("application/json") },
};

/** What every route may answer beside what belongs to it. */
const always: ProblemCode[] = ["internal", "unavailable"];

/** The answers of some problems and of those that every route has, by status. */
export function problemAnswers(own: readonly ProblemCode[]): ZodOpenApiResponsesObject {
  const all = [...own, ...always].sort((a, b) => statuses[a] - statuses[b]);
  const byStatus = Map.groupBy(all, (code) => statuses[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      String(status),
      {
        description: group.map((code) => `\`${code}\`: ${reasons[code]}`).join("\n\n"),
        headers: headers.extend(Object.assign({}, ...group.map((code) => moreHeaders[code]))),
        content: { "application/problem+json": { schema: unionOf(group) } },
      },
    ]),
  );
}

function unionOf(group: readonly ProblemCode[]) {
  const [first, ...others] = group.map((code) => schemas[code]);
  if (!first) throw new Error("no problem");
  return others.length > 0 ? z.union([first, ...others]) : first;
}
