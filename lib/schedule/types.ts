import type { DrawState } from "@/lib/booking/draw/types";

/** One unit of one counter, before it is stored. Times are RFC 3339 instants in UTC. */
export type PlannedSlot = { counter: number; startsAt: string; endsAt: string };

/** Why a day has no slots, or fewer than its weekday usually has. */
export type DayNote = { date: string; kind: "holiday" | "closure"; name?: string };

export type WeekPlan = {
  week: string;
  startsOn: string;
  releaseAt: string;
  slots: PlannedSlot[];
  notes: DayNote[];
};

/** One week of one department of one office; `week` is an ISO week, `2026-W50`. */
export type WeekAddress = { office: string; department: string; week: string };

export type WeekState = "draft" | "published" | "withdrawn";

/** How the places of a week are given (docs/draw.md). */
export type WeekMode = "first_come" | "draw";

export type WeekFailure =
  | "unknown_department"
  | "unknown_week"
  | "week_past"
  | "no_slots"
  | "not_planned"
  | "has_appointments"
  | "already_published"
  | "no_draw_policy"
  | "too_late_for_draw"
  | "drawn_already"
  | "not_published";

/** The draw of a week as staff see it. */
export type WeekDraw = {
  id: string;
  state: DrawState;
  opensAt: string;
  closesAt: string;
  entries: number;
};

export type WeekSummary = {
  week: string;
  /** Monday, `YYYY-MM-DD`. */
  startsOn: string;
  /** Friday, with which a week ends at an office. */
  endsOn: string;
  state: WeekState | "none";
  /** When it can be booked, if it is published; RFC 3339. */
  releaseAt: string;
  released: boolean;
  /** The week has ended, so nothing can be planned in it. */
  over: boolean;
  /** When entering closes if the week is published as a draw; null where there are no rules for draws. */
  drawClosesAt: string | null;
  draw: WeekDraw | null;
  slots: number;
  held: number;
  booked: number;
};
