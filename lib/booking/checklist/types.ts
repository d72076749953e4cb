import type { TokenState } from "../types";

export type ShareFailure = "unknown_document" | "too_late" | "not_found";

/** What the form of the checklist says after it was sent in vain, and what was ticked off in it. */
export type ShareState = TokenState<ShareFailure> & { ready?: string[] };
