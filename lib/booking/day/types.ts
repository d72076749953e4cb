import type { Localized } from "@/lib/offices/types";
import type { Attendance, AttendanceFailure, CancelFailure } from "../changes/types";
import type { Person, StoredState } from "../types";

/** The appointments of one department of one office. */
export type CounterAddress = { office: string; department: string };

/** Something that happened to an appointment: what, by whom, when (RFC 3339). */
export type CounterEvent = {
  kind: string;
  /** `applicant`, or the mail address of a clerk. */
  actor: string;
  at: string;
  /** When it was moved: the time it had, and the one it got. */
  from: string | null;
  to: string | null;
};

/** An appointment as a clerk at the counter sees it; no more than the counter needs. */
export type CounterAppointment = {
  reference: string;
  state: StoredState;
  counter: number;
  startsAt: string;
  endsAt: string;
  /** When a hold runs out; null for what is none. */
  heldUntil: string | null;
  concerns: Localized[];
  /** Everybody who comes, the applicant first. */
  persons: Person[];
  caseNumber: string | null;
  /** To reach somebody whose mails do not arrive. */
  phone: string | null;
  /** The applicant said that they will come. */
  coming: boolean;
  /** Documents that are still missing; null when the applicant did not share the list. */
  openDocuments: Localized[] | null;
  /** Until when the permit is valid as said for a draw, where it may have counted; `YYYY-MM-DD`. */
  permitSaid: string | null;
  /** What can be noted now. */
  choices: Attendance[];
  cancellable: boolean;
  history: CounterEvent[];
};

/** One day at the counters. */
export type CounterDay = {
  /** `YYYY-MM-DD`, in Berlin. */
  date: string;
  today: string;
  /** The nearest days that have slots, or the days of the calendar where none has. */
  previous: string;
  next: string;
  appointments: CounterAppointment[];
};

/** What became of a note or a cancellation. */
export type CounterState = {
  done?: Attendance | "cancelled";
  failure?: AttendanceFailure | CancelFailure;
};
