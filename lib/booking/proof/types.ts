import type { Locale } from "@/lib/i18n/routing";
import type { FieldProblem } from "../schema";

/** Who asks for a mail that proves the address, and the visit to whose times its link leads. */
export type ProofRequest = {
  email: string;
  locale: Locale;
  office: string;
  concern: string;
  also: string[];
  persons: string;
  date: string;
};

export type ProofFailure = "limit_mail" | "rate_limited" | "unknown_concern";

/** What the form that asks for the mail address shows after it was sent. */
export type ProofState = {
  email: string;
  sent?: boolean;
  field?: FieldProblem;
  failure?: ProofFailure;
  /** Minutes to wait after too many requests. */
  minutes?: number;
};

/** A link as the page shows it: one that is open proves an address, and a booking can be made with it. */
export type ProofView = { state: "open"; email: string; token: string } | { state: "used" | "expired" };
