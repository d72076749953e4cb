import { z } from "zod";
import { locales } from "@/lib/i18n/routing";
import { mailAddressSchema } from "@/lib/notifications/schema";

// Letters and marks of every script, and what stands between the parts of names. No digits, brackets, markup, and no
// invisible characters but the joiners that Persian and Indic names need: an override could turn a name round on screen.
const nameCharacters = /^(?=.*\p{L})(?:[\p{L}\p{M} '’ʼ`´.·,\-\u2010-\u2013]|\u200C|\u200D)+$/u;

/** Message keys of the namespace `booking.problems`; the page says them in the reader's language. */
export const fieldProblems = [
  "required",
  "name_characters",
  "name_long",
  "birth_date",
  "birth_date_future",
  "birth_date_old",
  "email",
  "phone",
  "case_number",
  "starts_at",
  "concern",
  "locale",
  "date",
  "idempotency_key",
  "unknown_field",
  "not_together",
  "too_many_concerns",
  "too_many_persons",
  "wishes",
  "reason",
] as const;
export type FieldProblem = (typeof fieldProblems)[number];

const collapse = (value: string) => value.normalize("NFC").replace(/\s+/gu, " ").trim();

const name = z
  .string({ error: "required" })
  // A bound before anything else, so that an endless text costs nothing.
  .max(2000, "name_long")
  .transform(collapse)
  .pipe(
    z
      .string()
      .min(1, { error: "required", abort: true })
      .max(200, { error: "name_long", abort: true })
      .regex(nameCharacters, "name_characters"),
  );

/** `YYYY-MM-DD`, a real day; whether it lies in the past is asked when the time is known (`birthDateProblem`). */
const birthDate = z.iso.date({
  error: (issue) => (issue.input === undefined || issue.input === "" ? "required" : "birth_date"),
});

const optionalText = (pattern: RegExp, problem: FieldProblem) =>
  z
    .string({ error: problem })
    .max(200, problem)
    .transform(collapse)
    .pipe(z.union([z.literal("").transform(() => undefined), z.string().regex(pattern, problem)]))
    .optional();

export const personSchema = z.strictObject(
  { givenName: name, familyName: name, birthDate },
  { error: "required" },
);

const details = {
  person: personSchema,
  email: mailAddressSchema.describe("One plain address."),
  locale: z.enum(locales, { error: "locale" }).describe("Language of the mails."),
  phone: optionalText(/^\+?[0-9 ()/.-]{5,30}$/, "phone").describe("5 to 30 digits, spaces, + ( ) / . -"),
  caseNumber: optionalText(/^[\p{L}\p{N} ./-]{2,40}$/u, "case_number").describe(
    "As on the letter: 2 to 40 letters, digits, spaces, . / -",
  ),
};

const startsAt = z
  .string({ error: "required" })
  .max(40, "starts_at")
  .describe("RFC 3339 with offset; one of the times that are listed as free.");

/** What stands here is the text of the OpenAPI document, too. */
export const holdBodySchema = z.strictObject({
  concern: z.string({ error: "required" }).max(100, "concern").describe("Slug of the concern."),
  startsAt,
  ...details,
  furtherConcerns: z
    .array(z.string().max(100, "concern"), "concern")
    .max(10, "too_many_concerns")
    .optional()
    .describe("Slugs of what else is done in the same visit, as far as the department's `visit` allows."),
  companions: z
    .array(personSchema, "required")
    .max(20, "too_many_persons")
    .optional()
    .describe("Who comes along, as far as the department's `visit` allows."),
  challenge: z.string("required").max(4000, "required").optional().describe("A solved challenge."),
});

/** Persons that a form can hold at most; how many a visit may have, the department says. */
export const personsAtMost = 10;

/** Field names of the `index`-th person begin with this: nothing for the applicant, `c1-` for the first companion. */
export const personPrefix = (index: number) => (index === 0 ? "" : `c${index}-`);

/** The same questions as a form, where the birth date comes in three parts. */
export const nameFormSchema = z.object({ givenName: name, familyName: name });
export const contactFormSchema = z.object({
  email: mailAddressSchema,
  phone: details.phone,
  caseNumber: details.caseNumber,
});

/** `YYYY-MM-DD` of three typed parts in any digits, or null when they are no day of the calendar. */
export function joinBirthDate(day: string, month: string, year: string): string | null {
  const western = (text: string) =>
    text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
  const [d, m, y] = [western(day), western(month), western(year)];
  if (!/^\d{1,2}$/.test(d) || !/^\d{1,2}$/.test(m) || !/^\d{4}$/.test(y)) return null;
  const text = `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
  return z.iso.date().safeParse(text).success ? text : null;
}

/** A birth date lies in the past and not more than 120 years back; `today` is a day in Berlin. */
export function birthDateProblem(date: string, today: string): FieldProblem | null {
  if (date > today) return "birth_date_future";
  return Number(today.slice(0, 4)) - Number(date.slice(0, 4)) > 120 ? "birth_date_old" : null;
}

/** The body of `POST /api/v1/appointments/confirm`. */
export const confirmBodySchema = z.strictObject({
  token: z
    .string({ error: "required" })
    .min(1, "required")
    .max(200, "required")
    .describe("From the link in the mail."),
});

/** The body of `POST /api/v1/appointments/{manageToken}/reschedule`. */
export const rescheduleBodySchema = z.strictObject({ startsAt });

/** The query of the availability call: days, inclusive, and the visit when it is more than one concern of one person. */
export const availabilityQuerySchema = z.strictObject({
  from: z.iso.date({ error: "date" }).optional().describe("First day."),
  to: z.iso.date({ error: "date" }).optional().describe("Last day."),
  furtherConcerns: z
    .array(z.string().max(100, "concern"))
    .max(10, "too_many_concerns")
    .optional()
    .describe("What else is done in the same visit; repeated for each."),
  persons: z
    .string()
    .regex(/^[1-9]\d?$/, "too_many_persons")
    .transform(Number)
    .optional()
    .describe("How many come."),
});

/** `Idempotency-Key`: the client's own name for the request, best a random UUID. */
export const idempotencyKeySchema = z.string().min(1).max(200).optional();
