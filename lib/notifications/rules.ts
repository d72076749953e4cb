/** After this many attempts a mail counts as undeliverable and staff see it. About two days with the pauses below. */
export const attemptsAtMost = 14;

/** Seconds until the next attempt: 5 s, doubled each time, at most 6 hours. */
export function pauseAfter(attempts: number): number {
  return Math.min(5 * 2 ** Math.max(0, attempts - 1), 6 * 3600);
}

/** An SMTP answer of the 500s is final (RFC 5321 §4.2.1): the same mail will be refused again. */
export function isPermanent(error: { responseCode?: number | undefined }): boolean {
  return error.responseCode !== undefined && error.responseCode >= 500 && error.responseCode < 600;
}
