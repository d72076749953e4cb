/**
 * Options of every session with the database. UTC, because the driver adapter stores `timestamptz` shifted otherwise
 * (prisma#28629); limits on the server's side, because a client that gave up does not end its statement; the clock's
 * offset, so that `portal_now()` is the one clock.
 */
export function sessionOptions(clockOffset: string | undefined): string {
  return [
    "TimeZone=UTC",
    "statement_timeout=15000",
    "lock_timeout=8000",
    "idle_in_transaction_session_timeout=20000",
    `mawid.clock_offset=${clockOffset ?? ""}`,
  ]
    .map((option) => `-c ${option}`)
    .join(" ");
}
