import type { Locale } from "@/lib/i18n/routing";
import type { FieldProblem } from "./schema";

/** A time at which a concern can begin, and at how many counters. RFC 3339 in Berlin's offset. */
export type FreeTime = { startsAt: string; free: number };
export type DayOfTimes = { date: string; times: FreeTime[] };

export type Availability = {
  now: string;
  nextRelease: string;
  /** First and last day that can be bookable, inclusive. */
  window: { from: string; to: string };
  days: DayOfTimes[];
};

export type Person = { givenName: string; familyName: string; birthDate: string };

export type HoldRequest = {
  office: string;
  concern: string;
  startsAt: string;
  person: Person;
  email: string;
  locale: Locale;
  phone?: string | undefined;
  caseNumber?: string | undefined;
  /** Slugs of what else is done in the same visit. */
  furtherConcerns?: string[] | undefined;
  /** Who comes along. */
  companions?: Person[] | undefined;
};

/** Why a visit cannot be made of the concerns and persons asked for. */
export type VisitFailure = "unknown_concern" | "not_together" | "too_many_concerns" | "too_many_persons";

export type HoldDetails = Pick<HoldRequest, "person" | "companions" | "email" | "phone" | "caseNumber">;

/** `holdToken` lets the page after the form show the hold, and nothing more. */
export type Held = {
  reference: string;
  startsAt: string;
  endsAt: string;
  holdExpiresAt: string;
  holdToken: string;
};

export type HoldFailure =
  | { ok: false; reason: "slot_taken"; alternatives: string[] }
  | {
      ok: false;
      reason:
        | "unknown_office"
        | VisitFailure
        | "outside_window"
        | "limit_person"
        | "limit_mail"
        | "idempotency_mismatch"
        | "challenge_failed";
    };

/** As stored. */
export type StoredState = "held" | "confirmed" | "cancelled" | "checked_in" | "served" | "missed";
export type AppointmentState = StoredState | "expired" | "past";

/** An appointment as its applicant sees it. */
export type AppointmentView = {
  reference: string;
  state: AppointmentState;
  office: string;
  department: string;
  concern: string;
  furtherConcerns: string[];
  units: number;
  startsAt: string;
  endsAt: string;
  holdExpiresAt: string;
  /** By the one clock; 0 when it is no hold or has run out. */
  holdSecondsLeft: number;
  /** A hold can be extended once. */
  extended: boolean;
  /** The applicant told after a reminder that they will come. */
  coming: boolean;
  /** Now is the time to ask whether they will. */
  asksForAnswer: boolean;
  /** Ids of the documents that are missing, as the applicant told; null where nothing was told. */
  openDocuments: string[] | null;
  /** It was the office that cancelled it. */
  cancelledByOffice: boolean;
  sequence: number;
  person: Person;
  companions: Person[];
  locale: Locale;
};

/** What was typed, by the name of the field. */
export type DetailsValues = Record<string, string>;
export type FieldError = { field: string; problem: FieldProblem };

/** What the details form shows after it was sent in vain: what was typed, and why it did not work. */
export type DetailsState = {
  values: DetailsValues;
  fields: FieldError[];
  failure?:
    | HoldFailure["reason"]
    | "proof_failed"
    | "limit_proof"
    | "rate_limited"
    | "hold_expired"
    | "not_found";
  alternatives?: string[];
  /** Minutes to wait after too many requests. */
  minutes?: number;
  /** The address to which the link of the way without scripts was sent. */
  mailed?: string;
};
/** What a form that acts by a token says when it could not; `minutes` to wait belong to `rate_limited`. */
export type TokenState<Reason extends string> = { failure?: Reason | "rate_limited"; minutes?: number };

export type ConfirmState = TokenState<"hold_expired" | "not_found">;
export type CancelState = TokenState<"hold_expired" | "too_late" | "not_found">;
