import type { FieldError, HoldDetails, TokenState, VisitFailure } from "@/lib/booking/types";
import type { Locale } from "@/lib/i18n/routing";
import type { Weekday } from "@/lib/offices/types";

export type PartOfDay = "morning" | "afternoon";

/** When somebody can come; an empty list is any. */
export type Wishes = { days: Weekday[]; parts: PartOfDay[] };

export type WaitRequest = HoldDetails &
  Partial<Wishes> & {
    office: string;
    concern: string;
    furtherConcerns?: string[] | undefined;
    locale: Locale;
    /** Slug of one of the department's reasons that come first. */
    reason?: string | undefined;
  };

export type JoinFailure = { ok: false; reason: "unknown_office" | "unknown_reason" | VisitFailure };

/** Why somebody with an appointment cannot wait for an earlier one. */
export type EarlierFailure = "not_confirmed" | "too_late" | "elsewhere" | "not_found";

/** What the owner of an entry does with it. */
export type WaitStep = "confirm" | "pause" | "resume" | "leave";

/** `over`: left, served, or not confirmed within a day. `elsewhere`: somebody of it stands in line in another entry. */
export type StepFailure = "over" | "elsewhere" | "not_found";
export type OfferFailure = "offer_expired" | "slot_taken" | "limit_person" | "not_found";

export type WaitState = "unconfirmed" | "waiting" | "paused" | "left" | "served";

/** A place that is kept for somebody; times in RFC 3339 with Berlin's offset. */
export type OfferView = { id: string; startsAt: string; endsAt: string; expiresAt: string };

/** An entry of the waiting list as its owner sees it. */
export type WaitView = Wishes & {
  office: string;
  department: string;
  concern: string;
  furtherConcerns: string[];
  units: number;
  persons: { givenName: string; familyName: string }[];
  state: WaitState;
  reason: string | null;
  joinedAt: string;
  /** Place in line, 1 is next; null when nothing is offered: paused, or there is an appointment already. */
  place: number | null;
  /** How many wait in the department. */
  waiting: number;
  offer: OfferView | null;
  /** The appointment that an earlier one is to replace. */
  replaces: string | null;
};

/** How it stands with the line of a department, for staff. */
export type Line = { waiting: number; openOffers: number };

/** What the form shows after it was sent in vain, or that it was sent. */
export type JoinState = {
  values: Record<string, string>;
  fields: FieldError[];
  chosen: string[];
  failure?: JoinFailure["reason"] | "rate_limited";
  /** Minutes to wait after too many requests. */
  minutes?: number;
};
export type EarlierState = TokenState<EarlierFailure>;
export type StepState = TokenState<StepFailure>;
export type OfferState = TokenState<"not_found">;
