import { z } from "zod";
import { joinBirthDate } from "../schema";
import { type DrawState, partsOfDay, type WishProblem } from "./types";

const day = z.iso.date();
const part = z.enum(partsOfDay);

/**
 * The wishes of a form. Boxes that nobody ticked ask for nothing in particular; a day that stands for no place is wrong.
 *
 * @param days the days with places
 * @param today day in Berlin, `YYYY-MM-DD`
 */
export function readWishes(form: FormData, days: readonly string[], today: string) {
  const text = (name: string) => String(form.get(name) ?? "").slice(0, 20);
  const texts = (name: string) => form.getAll(name).slice(0, 10).map(String);
  const values = {
    permitDay: text("permitDay"),
    permitMonth: text("permitMonth"),
    permitYear: text("permitYear"),
  };
  const wished = texts("days").filter((value) => day.safeParse(value).success);
  const parts = partsOfDay.filter((value) => texts("parts").includes(value));
  const problems: WishProblem[] = [];
  if (texts("days").some((value) => !days.includes(value))) problems.push({ field: "days", problem: "days" });

  const typed = [values.permitDay, values.permitMonth, values.permitYear].map((value) => value.trim());
  const given = typed.some((value) => value !== "");
  const permit = given ? joinBirthDate(typed[0] ?? "", typed[1] ?? "", typed[2] ?? "") : null;
  if (given && (!permit || !isPlausible(permit, today)))
    problems.push({ field: "permitDay", problem: "permit_date" });
  return {
    values,
    problems,
    wishes: { days: [...new Set(wished)], parts },
    permitExpiresOn: permit ?? undefined,
  };
}

/** A permit that ran out years ago, or runs for decades, is a slip of the pen. */
function isPlausible(date: string, today: string): boolean {
  const years = Number(date.slice(0, 4)) - Number(today.slice(0, 4));
  return years >= -2 && years <= 20;
}

const count = z.int().min(0);
const time = z.iso.datetime({ offset: true });
const states = ["announced", "open", "closed", "drawn", "cancelled"] as const satisfies DrawState[];

/** What `GET /api/v1/draws/{draw}` answers; what is optional is there from closing on, or after the draw. */
export const drawRecordSchema = z.strictObject({
  algorithm: z.literal("mawid-draw/1"),
  id: z.uuid(),
  office: z.string(),
  department: z.string(),
  week: z.string().regex(/^\d{4}-W\d{2}$/),
  state: z.enum(states),
  opensAt: time,
  closesAt: time,
  commitment: z.string().regex(/^[0-9a-f]{64}$/),
  policy: z.strictObject({
    baseWeight: count,
    perEarlierLoss: count,
    maxEarlierLosses: count,
    permitExpiring: z.strictObject({ weeks: count, weight: count }),
  }),
  entryCount: count.optional(),
  drawnAt: time.optional(),
  seed: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  entries: z
    .array(
      z.strictObject({
        pseudonym: z.string(),
        weight: z.int().min(1),
        units: z.int().min(1),
        wishes: z.strictObject({ days: z.array(day), parts: z.array(part) }),
      }),
    )
    .optional(),
  excluded: z.array(z.string()).optional(),
  places: z.array(z.strictObject({ counter: z.int().min(1), startsAt: time, endsAt: time })).optional(),
  result: z
    .array(
      z.strictObject({
        pseudonym: z.string(),
        place: z.strictObject({ counter: z.int().min(1), startsAt: time }).nullable(),
      }),
    )
    .optional(),
});

export type DrawRecord = z.infer<typeof drawRecordSchema>;
