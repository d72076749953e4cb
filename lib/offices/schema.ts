import { z } from "zod";

export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower case letters, digits and single hyphens");
const localized = z.strictObject({ de: z.string().min(1), ar: z.string().min(1), en: z.string().min(1) });
const date = z.iso.date();
export const weekdaySchema = z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "HH:MM");

/** `14:30-17:00`: from, inclusive, to, exclusive, in the wall time of the office. */
const hours = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, "HH:MM-HH:MM")
  .refine((range) => range.slice(0, 5) < range.slice(6), "the end lies after the start");

export const openingDaysSchema = z.strictObject({
  mon: z.array(hours).optional(),
  tue: z.array(hours).optional(),
  wed: z.array(hours).optional(),
  thu: z.array(hours).optional(),
  fri: z.array(hours).optional(),
  sat: z.array(hours).optional(),
  sun: z.array(hours).optional(),
});

/** How places are drawn for, where staff publish a week so (docs/draw.md). Weights are whole numbers. */
const drawPolicySchema = z.strictObject({
  /** Wall time at which no more entries are taken, on the day of the release. */
  closesAt: time,
  /** A draw published late closes at the first `closesAt` that leaves people this long. */
  openAtLeastHours: z.int().min(1).max(72),
  /** Entries that one mail address may make: a family has one, and so has whoever invents people. */
  entriesPerMail: z.int().min(1).default(6),
  /** Tickets of every entry. */
  baseWeight: z.int().min(1).max(100),
  /** Further tickets for each draw of the department that the person has lost since the last one won … */
  perEarlierLoss: z.int().min(0).max(100),
  /** … of which so many count at most. */
  maxEarlierLosses: z.int().min(0).max(20),
  /** Further tickets when the permit runs out within so many weeks, or has run out. */
  permitExpiring: z.strictObject({ weeks: z.int().min(0).max(52), weight: z.int().min(0).max(100) }),
});

/** The slot rules of a department, as values (docs/slot-rules.md). */
export const policySchema = z.strictObject({
  /** Weekday of the weekly release. */
  releaseDay: weekdaySchema,
  /** Wall time of the weekly release. */
  releaseTime: time,
  /** How many ISO weeks, the current one included, can be bookable. */
  horizonWeeks: z.int().min(1).max(52),
  /** A slot can be booked until this many minutes before it starts. */
  leadMinutes: z.int().min(0),
  /** An unconfirmed hold keeps its slots this long. */
  holdMinutes: z.int().min(1),
  /** Holds that one mail address may open in a day without confirming them. */
  holdsPerMailPerDay: z.int().min(1),
  /** Coming confirmed appointments of one mail address in the department; families and advice centres share one. */
  upcomingPerMail: z.int().min(1).default(10),
  /** Active appointments per person in the department. */
  activePerPerson: z.literal(1),
  /** Lets staff publish a week of this department as a draw. */
  draw: drawPolicySchema.optional(),
  /** Minutes that a hold can be extended by, once. */
  extendMinutes: z.int().min(1).default(10),
  /** A place that was given up opens to everybody after a random time between these, in minutes. */
  returnMinutes: z.tuple([z.int().min(0), z.int().min(1)]).default([10, 120]),
});

/** The waiting list of a department. */
export const waitlistSchema = z.strictObject({
  /** How long a place is kept for the one it is offered to, in minutes. */
  offerMinutes: z.int().min(5).default(30),
  /** Between these wall times nothing is offered. */
  night: z.tuple([time, time]).default(["20:00", "07:30"]),
  /** After so many offers without an answer an entry pauses. */
  unansweredAtMost: z.int().min(1).default(3),
  /** Reasons that come first, the higher the urgency the earlier; checked at the counter. */
  reasons: z
    .array(z.strictObject({ slug: slugSchema, name: localized, urgency: z.int().min(1).max(9) }))
    .default([]),
});

const concernSchema = z.strictObject({
  slug: slugSchema,
  name: localized,
  description: localized,
  /** Length in slots. */
  units: z.int().min(1).max(16),
  /** Slots more for everybody else who comes along in the same visit. */
  unitsPerFurtherPerson: z.int().min(0).max(8).default(1),
  documents: z.array(z.string()),
  guide: slugSchema.nullable(),
});

const departmentSchema = z.strictObject({
  slug: slugSchema,
  name: localized,
  description: localized,
  counters: z.int().min(1).max(100),
  slotMinutes: z.int().min(5).max(120),
  openingHours: z
    .array(z.strictObject({ validFrom: date, validTo: date.optional(), days: openingDaysSchema }))
    .min(1),
  closures: z.array(
    z.strictObject({ from: date, to: date, hours: hours.nullable(), reason: localized.optional() }),
  ),
  policy: policySchema,
  /** What one visit may hold: several concerns, several persons of a family. */
  visit: z
    .strictObject({ maxConcerns: z.int().min(1).max(5), maxPersons: z.int().min(1).max(10) })
    .default({ maxConcerns: 1, maxPersons: 1 }),
  waitlist: waitlistSchema.prefault({}),
  concerns: z.array(concernSchema).min(1),
});

const letters = z.string().regex(/^[A-Z][a-z]*$/, "the beginning of a name in Latin letters, like Schar");

/** How an office is reached: ids of facts, so that each has a source and a date. What an office has not is left out. */
const contactSchema = z.strictObject({
  hotline: z.string().optional(),
  /** Telephones by the beginning of the family name as it stands in the passport. */
  lines: z
    .array(z.strictObject({ from: letters, to: letters, phone: z.string() }))
    .min(1)
    .optional(),
  /** Whom these telephones are for, when not for everybody. */
  linesNote: localized.optional(),
  /** When somebody answers the telephone, which is not when one may come. */
  phoneHours: z
    .array(z.strictObject({ days: z.array(weekdaySchema).min(1), hours: z.string() }))
    .min(1)
    .optional(),
  address: z.string().optional(),
  website: z.string(),
  payment: localized.optional(),
});

/** `content/offices/<office>/office.yaml`. */
export const officeSchema = z
  .strictObject({
    slug: slugSchema,
    name: localized,
    city: localized,
    /** ISO 3166-2, for the public holidays. */
    region: z.string().regex(/^DE-[A-Z]{2}$/),
    timeZone: z.literal("Europe/Berlin"),
    contact: contactSchema,
    notice: localized,
    /** What to know about the hours of appointments, beside them: that they are an example, for instance. */
    hoursNote: localized.optional(),
    departments: z.array(departmentSchema).min(1),
  })
  .superRefine((office, context) => {
    const concerns = office.departments.flatMap((department) => department.concerns.map((c) => c.slug));
    const twice = concerns.find((concern, index) => concerns.indexOf(concern) !== index);
    if (twice) context.addIssue({ code: "custom", message: `the concern ${twice} stands twice` });
  });
