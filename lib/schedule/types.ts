/** One unit of one counter, before it is stored. Times are RFC 3339 instants in UTC. */
export type PlannedSlot = { counter: number; startsAt: string; endsAt: string };

/** Why a day has no slots, or fewer than its weekday usually has. */
export type DayNote = { date: string; kind: "holiday" | "closure"; name?: string };

export type WeekPlan = { week: string; startsOn: string; releaseAt: string; slots: PlannedSlot[]; notes: DayNote[] };

export type WeekState = "draft" | "published" | "withdrawn";

export type WeekFailure =
  | "unknown_department"
  | "unknown_week"
  | "week_past"
  | "no_slots"
  | "not_planned"
  | "has_appointments"
  | "already_published"
  | "not_published";
