import type { Locale } from "@/lib/i18n/routing";
import type { DetailsValues, FieldError, Person, TokenState, VisitFailure } from "../types";

/** How the procedure that docs/draw.md describes is called in a record; another procedure gets another number. */
export const algorithm = "mawid-draw/1";

export const partsOfDay = ["morning", "afternoon"] as const;
export type PartOfDay = (typeof partsOfDay)[number];

/** What an entry asks for. An empty list asks for nothing in particular. */
export type Wishes = {
  /** Days in Berlin, `YYYY-MM-DD`. */
  days: string[];
  parts: PartOfDay[];
};

/** An entry as everybody may see it. */
export type DrawEntry = { pseudonym: string; weight: number; units: number; wishes: Wishes };

/** One slot that is drawn for; RFC 3339 in Berlin's offset. */
export type DrawPlace = { counter: number; startsAt: string; endsAt: string };

/** Where the entry's run of slots begins, or null when it lost. */
export type DrawResult = { pseudonym: string; place: { counter: number; startsAt: string } | null };

/** What counts for the weight of an entry, as announced with the draw. */
export type WeightPolicy = {
  baseWeight: number;
  perEarlierLoss: number;
  maxEarlierLosses: number;
  permitExpiring: { weeks: number; weight: number };
};

/** What is known of a draw from its publication on. */
export type DrawTerms = {
  id: string;
  office: string;
  department: string;
  /** ISO week, `2026-W50`. */
  week: string;
  opensAt: string;
  closesAt: string;
  /** SHA-256 of the seed, in hexadecimal digits. */
  commitment: string;
  policy: WeightPolicy;
};

/** Everything the result follows from, but for the seed. */
export type DrawInput = {
  terms: DrawTerms;
  entries: DrawEntry[];
  /** Pseudonyms of those who had an appointment by the time of the draw and so were left out. */
  excluded: string[];
  places: DrawPlace[];
};

/** Cancelled: staff withdrew the week before the draw. */
export type DrawState = "announced" | "open" | "closed" | "drawn" | "cancelled";

/** A draw as its pages show it. */
export type DrawView = DrawTerms & {
  state: DrawState;
  /** Days in Berlin on which there are places, `YYYY-MM-DD`. */
  days: string[];
};

export type EntryRequest = {
  draw: string;
  office: string;
  concern: string;
  /** Slugs of what else is to be done in the same visit. */
  furtherConcerns?: string[] | undefined;
  person: Person;
  /** Who comes along. */
  companions?: Person[] | undefined;
  email: string;
  locale: Locale;
  wishes: Wishes;
  /** What the person says; `YYYY-MM-DD`. */
  permitExpiresOn?: string | undefined;
};

export type EntryFailure =
  | "unknown_draw"
  | VisitFailure
  | "not_open"
  | "closed"
  | "limit_person"
  | "limit_mail"
  /** A wish for a day of another week. */
  | "unknown_day";

/** Lapsed: never confirmed, and now it is too late. Excluded: had an appointment by the time of the draw. */
export type EntryState =
  | "unconfirmed"
  | "confirmed"
  | "withdrawn"
  | "lapsed"
  | "won"
  | "lost"
  | "excluded"
  | "cancelled";

/** An entry as the person who made it sees it. */
export type EntryView = {
  state: EntryState;
  pseudonym: string;
  draw: DrawView;
  concern: string;
  furtherConcerns: string[];
  units: number;
  person: Person;
  companions: { givenName: string; familyName: string }[];
  email: string;
  locale: Locale;
  wishes: Wishes;
  permitExpiresOn: string | null;
  /** What the entry won. */
  appointment: { startsAt: string; reference: string; manageToken: string } | null;
};

/** What is wrong with a wish. */
export type WishProblem = { field: "days" | "permitDay"; problem: "days" | "permit_date" };

/** What the form shows after it was sent in vain. */
export type EntryFormState = {
  values: DetailsValues;
  days: string[];
  parts: string[];
  fields: (FieldError | WishProblem)[];
  failure?: EntryFailure | "rate_limited";
  /** Minutes to wait after too many requests. */
  minutes?: number;
};
export type EntryChangeState = TokenState<"closed" | "limit_person" | "not_open" | "not_found">;
