export type ShareFailure = "unknown_document" | "too_late" | "not_found";

/** What the form of the checklist says after it was sent. */
export type ShareState = { failure?: ShareFailure };
