import type { DayNote } from "../types";

/** What a clerk sees of an appointment; no more than the counter needs. */
export type GridAppointment = {
  reference: string;
  name: string;
  concern: string;
  /** Whether the appointment begins in this slot; a longer one goes on in the next. */
  first: boolean;
};

/**
 * `planned` is a slot that would be made, but is not stored. `returning` was given up and is not open to everybody yet:
 * first the waiting list is asked. `draw` is kept for a draw that has not run.
 */
export type GridSlot = {
  counter: number;
  startsAt: string;
  state: "planned" | "free" | "returning" | "draw" | "held" | "booked" | "closed";
  appointment: GridAppointment | null;
};

/** One time of a day; a counter without a slot then has `null`. */
export type GridRow = { startsAt: string; cells: (GridSlot | null)[] };

export type GridDay = { date: string; note: DayNote | null; rows: GridRow[] };

export type WeekGrid = {
  counters: number[];
  /** Days with slots, and days that would have some but for a holiday or a closure. */
  days: GridDay[];
  /** Days, `YYYY-MM-DD`, on which the department has no hours anyway. */
  without: string[];
};
