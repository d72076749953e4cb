import { z } from "zod";
import { citedSource, day, identifier, text, webAddress } from "@/lib/guides/source/schema";

const amount = z.union([
  z.number(),
  z
    .tuple([z.number(), z.number()])
    .refine(([from, to]) => from < to, "a range runs from the smaller to the larger"),
]);

const clock = "([01]\\d|2[0-3]):[0-5]\\d";

/** The kind of value that each unit has. */
const kinds = {
  amount: {
    units: ["EUR", "EUR/day", "EUR/month", "EUR/year", "minute", "hour", "day", "week", "month", "year"],
    value: amount,
  },
  number: { units: ["percent", "count"], value: amount },
  date: { units: ["date"], value: day },
  phone: {
    units: ["phone"],
    value: z.string().regex(/^\+?\d[\d /()-]*\d$/, "a phone number as text, in quotes"),
  },
  hours: {
    units: ["hours"],
    value: z.string().regex(new RegExp(`^${clock}–${clock}$`), "14:30–17:00 with an en dash"),
  },
  time: { units: ["time"], value: z.string().regex(new RegExp(`^${clock}$`), "07:30, in quotes") },
  level: { units: ["level"], value: z.enum(["A1", "A2", "B1", "B2", "C1", "C2"]) },
  address: { units: ["address"], value: text },
  url: { units: ["url"], value: webAddress },
} as const;

/** A value and the days on which it holds; an open end has no `validTo`. */
function values<Value extends z.ZodType>(value: Value) {
  return z
    .array(z.strictObject({ value, validFrom: day.optional(), validTo: day.optional() }))
    .min(1)
    .superRefine((entries, context) => {
      entries.forEach((entry, index) => {
        const before = entries[index - 1];
        if (entry.validFrom && entry.validTo && entry.validFrom > entry.validTo) {
          context.addIssue({ code: "custom", path: [index], message: "ends before it begins" });
        }
        if (!before) return;
        if (!entry.validFrom) {
          context.addIssue({ code: "custom", path: [index], message: "a later value needs validFrom" });
        } else if ((before.validTo ?? before.validFrom ?? "") >= entry.validFrom) {
          context.addIssue({
            code: "custom",
            path: [index],
            message: "must begin after the value before it ended",
          });
        }
      });
    });
}

const common = {
  id: identifier,
  law: text.optional(),
  status: z.enum(["confirmed", "unverified"]),
  source: citedSource,
  verifiedAt: day,
  reviewBy: day,
  note: text.optional(),
};

/** One entry of `content/facts/<area>.yaml`. */
export const factSchema = z.discriminatedUnion("unit", [
  z.strictObject({ ...common, unit: z.enum(kinds.amount.units), values: values(kinds.amount.value) }),
  z.strictObject({ ...common, unit: z.enum(kinds.number.units), values: values(kinds.number.value) }),
  z.strictObject({ ...common, unit: z.enum(kinds.date.units), values: values(kinds.date.value) }),
  z.strictObject({ ...common, unit: z.enum(kinds.phone.units), values: values(kinds.phone.value) }),
  z.strictObject({ ...common, unit: z.enum(kinds.hours.units), values: values(kinds.hours.value) }),
  z.strictObject({ ...common, unit: z.enum(kinds.time.units), values: values(kinds.time.value) }),
  z.strictObject({ ...common, unit: z.enum(kinds.level.units), values: values(kinds.level.value) }),
  z.strictObject({ ...common, unit: z.enum(kinds.address.units), values: values(kinds.address.value) }),
  z.strictObject({ ...common, unit: z.enum(kinds.url.units), values: values(kinds.url.value) }),
]);
