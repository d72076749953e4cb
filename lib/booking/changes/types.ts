import type { TokenState } from "../types";

export type CancelFailure = "hold_expired" | "too_late" | "not_found";
export type ExtendFailure = "hold_expired" | "already_extended" | "not_found";
export type MoveFailure =
  | { ok: false; reason: "slot_taken"; alternatives: string[] }
  | { ok: false; reason: "outside_window" | "too_late" | "not_confirmed" | "not_found" };

/** What a clerk notes at the counter. */
export type Attendance = "checked_in" | "served" | "missed" | "confirmed";
export type AttendanceFailure = "not_found" | "not_now";

/** `chosen` is the time that was sent, where it has to be sent again. */
export type MoveState = TokenState<MoveFailure["reason"]> & { alternatives?: string[]; chosen?: string };
export type ExtendState = TokenState<ExtendFailure>;

/** What became of an answer to a reminder. */
export type AnswerState = TokenState<CancelFailure>;
