import { z } from "zod";
import { openingDaysSchema, policySchema, slugSchema, weekdaySchema } from "../schema";

// What the API answers about offices, in one language.

export const officesAnswerSchema = z.strictObject({
  offices: z.array(z.strictObject({ slug: slugSchema, name: z.string().min(1) })),
});
export type OfficesAnswer = z.infer<typeof officesAnswerSchema>;

const concern = z.strictObject({
  slug: slugSchema,
  name: z.string().min(1),
  minutes: z.int().min(5),
  documents: z.array(z.strictObject({ id: z.string().min(1), name: z.string().min(1) })),
  guide: slugSchema.nullable(),
});

const department = z.strictObject({
  slug: slugSchema,
  name: z.string().min(1),
  openingHours: openingDaysSchema,
  policy: policySchema,
  /** What one visit may hold. */
  visit: z.strictObject({ maxConcerns: z.int().min(1), maxPersons: z.int().min(1) }),
  /** Reasons that come first on the waiting list. */
  waitlistReasons: z.array(z.strictObject({ slug: slugSchema, name: z.string().min(1) })),
  concerns: z.array(concern).min(1),
});

export const officeAnswerSchema = z.strictObject({
  slug: slugSchema,
  name: z.string().min(1),
  nextRelease: z.iso.datetime({ offset: true }),
  policy: policySchema,
  contact: z.strictObject({
    phone: z.string().nullable(),
    /** Telephones by the beginning of the family name as it stands in the passport. */
    lines: z.array(z.strictObject({ from: z.string(), to: z.string(), phone: z.string() })),
    phoneHours: z.array(z.strictObject({ days: z.array(weekdaySchema), hours: z.string() })),
    address: z.string().nullable(),
    website: z.url(),
    payment: z.string().nullable(),
  }),
  departments: z.array(department).min(1),
});
export type OfficeAnswer = z.infer<typeof officeAnswerSchema>;
